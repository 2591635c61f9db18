"""Find a sentence by typing, fill its gaps, put it on the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake.actions.referral.choose_lines import FrameOffer
from intake.referral.frames import FrameUse, Line
from ui.accessibility import announce, give_name
from ui.privacy import guard_text
from ui.screens.referral.lines.gap_picker import GapPicker
from ui.screens.referral.lines.sentence_list import SentenceList
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class AddSentence(QWidget):
    """The search, or the gaps of the sentence that was found."""

    typed = Signal(str)
    chosen = Signal(object)  # FrameUse, complete or not

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[FrameOffer, ...] = ()
        self._offer: FrameOffer | None = None
        self.instead_of: Line | None = None
        self.pickers: tuple[GapPicker, ...] = ()
        self._label = WrappedLabel("", Role.STRONG)
        self.search = QLineEdit()
        guard_text(self.search)
        self._label.setBuddy(self.search)
        self.nothing = WrappedLabel("", Role.HINT)
        self.found = SentenceList(3)
        self._sentence = WrappedLabel("", Role.SCRIPT)
        self._unfilled = WrappedLabel("", Role.STRONG)
        self.put = WrappingButton("", Role.SECONDARY)
        self.back = WrappingButton("", Role.QUIET)
        self._finding, self._filling = QWidget(), QWidget()
        self._build()
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._on_edited)
        self.found.used.connect(self._on_used)
        self.put.clicked.connect(self._on_put)
        self.back.clicked.connect(self._on_back)
        self.retranslate()

    def show_offers(self, offers: tuple[FrameOffer, ...]) -> None:
        """Show what comes near to the words typed."""
        self._offers = offers
        self.found.show_texts(tuple(offer.label for offer in offers))
        self.found.setVisible(bool(offers))
        self.nothing.setVisible(not offers)

    def fill(self, offer: FrameOffer, slots: dict[str, tuple[str, ...]], instead_of: Line | None = None) -> None:
        """Ask for the words of each gap; a sentence without gaps is done at once.

        ``instead_of``: the line whose place it takes.
        """
        self.instead_of = instead_of
        if not offer.gaps:
            self.chosen.emit(FrameUse(offer.frame_id, {}))
            return
        self._offer = offer
        self._sentence.setText(offer.label)
        self._unfilled.hide()
        for old in self.pickers:
            self._gaps.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.pickers = tuple(GapPicker(gap, slots.get(gap.name, ())) for gap in offer.gaps)
        for picker in self.pickers:
            picker.done.connect(self._on_gap_done)
            self._gaps.addWidget(picker)
        self._show_filling(is_filling=True)
        self.pickers[0].edit.setFocus(Qt.FocusReason.TabFocusReason)

    def close_gaps(self) -> None:
        """Back to the search."""
        self.instead_of = None
        if self._offer is not None:
            self._offer = None
            self._show_filling(is_filling=False)

    def not_whole(self) -> None:
        """Say that a gap holds nothing that fits."""
        self._unfilled.show()
        announce(self, self._unfilled.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down and Enter go from the line to what was found; there Enter takes the one it stands on."""
        del watched
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self._offers:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.found.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def clear(self) -> None:
        """Forget what was typed."""
        self.search.clear()
        self.close_gaps()
        self.show_offers(())

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._label.setText(self.tr("Add a sentence: type what it should say"))
        give_name(self.search, self._label.text(), self.tr("Down or Enter goes to what was found."))
        give_name(self.found, self.tr("Sentences found"), self.tr("Enter adds a sentence."))
        self.nothing.setText(self.tr("No sentence comes near. Try one plain word, such as hit, phone or car."))
        self._unfilled.setText(self.tr("Each gap needs words from its list, or words of the form that fits there."))
        self.put.setText(self.tr("Put it on the list"))
        self.back.setText(self.tr("Another sentence"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        finding = QVBoxLayout(self._finding)
        finding.setContentsMargins(0, 0, 0, 0)
        finding.setSpacing(4)
        for part in (self._label, self.search, self.nothing, self.found):
            finding.addWidget(part)
        filling = QVBoxLayout(self._filling)
        filling.setContentsMargins(0, 0, 0, 0)
        filling.setSpacing(8)
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(12)
        foot = QWidget()
        row = FlowLayout(foot, gap=12)
        row.addWidget(self.put)
        row.addWidget(self.back)
        filling.addWidget(self._sentence)
        filling.addLayout(self._gaps)
        filling.addWidget(self._unfilled)
        filling.addWidget(foot)
        column.addWidget(self._finding)
        column.addWidget(self._filling)
        self._filling.hide()
        self.nothing.hide()

    def _show_filling(self, *, is_filling: bool) -> None:
        self._filling.setVisible(is_filling)
        self._finding.setVisible(not is_filling)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._offers = ()  # what is shown was found for other words: no key leads to it
        self.typed.emit(text)

    @Slot(int)
    def _on_used(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self.fill(self._offers[row], {})

    @Slot()
    def _on_gap_done(self) -> None:
        empty = next((picker for picker in self.pickers if not picker.value()), None)
        if empty is None:
            self.put.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            empty.edit.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_put(self) -> None:
        if self._offer is None:
            return
        values = {picker.gap.name: picker.value() for picker in self.pickers}
        if all(values.values()):
            self.chosen.emit(FrameUse(self._offer.frame_id, values))
        else:
            self.not_whole()

    @Slot()
    def _on_back(self) -> None:
        self.close_gaps()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
