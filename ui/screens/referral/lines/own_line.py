"""A line in own words with the gate beside it: may it leave, if not which words hold it, and what comes nearest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.actions.referral.weigh_line import WeighedLine
from intake.referral.typed.own_lines import LONGEST_LINE
from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_WORDS_NAMED = 6


class OwnLine(QWidget):
    """Says what becomes of the line while it is typed. ``noted``: it goes on the list, off the page for now."""

    typed = Signal(str)
    noted = Signal(str)
    used = Signal(object)  # FrameOffer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weighed = WeighedLine("")
        self._is_noted = False
        self.field = Field()
        self.field.edit.setMaxLength(LONGEST_LINE)
        self.hint = WrappedLabel("", Role.HINT)
        self.verdict = WrappedLabel("", Role.OUTCOME_HOLDS)
        self.words = WrappedLabel()
        self.note = WrappingButton("", Role.SECONDARY)
        self._nearby = QWidget()
        self._offers = FlowLayout(self._nearby, gap=8)
        self._nearest = WrappedLabel("", Role.HINT)
        self._group = QButtonGroup(self)
        foot = QWidget()
        FlowLayout(foot).addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.hint, self.verdict, self.words, self._nearest):
            column.addWidget(part)
        column.addWidget(self._nearby)
        column.addWidget(foot)
        self.field.edit.textEdited.connect(self._on_edited)
        self.note.clicked.connect(self._on_note)
        self._group.idClicked.connect(self._on_use)
        self._show()

    def offers(self) -> tuple[WrappingButton, ...]:
        """The buttons of the nearest sentences."""
        return tuple(button for button in self._group.buttons() if isinstance(button, WrappingButton))

    def edit_line(self, text: str) -> None:
        """Put a line back into the field to change it; it is weighed anew."""
        self.field.edit.setText(text)
        self.field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self._on_edited(text)

    def show_weighed(self, weighed: WeighedLine) -> None:
        """Show what the gate said of the line, unless other words stand there by now."""
        if weighed.text.strip() != self.field.text().strip():
            return
        self._weighed = weighed
        self._show()
        if weighed.because:
            announce(self, " ".join(part for part in (self.verdict.text(), self.words.text()) if part))

    def say_noted(self) -> None:
        """The line is kept: empty the field for the next one and say where it went."""
        self.clear()
        self._is_noted = True
        self._show()
        announce(self, self.words.text())

    def clear(self) -> None:
        """Forget the line and what was said of it."""
        self.field.edit.clear()
        self._weighed, self._is_noted = WeighedLine(""), False
        self._show()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self.field.show_label(self.tr("A line in own words"))
        self.note.setText(self.tr("Note this line"))
        self.hint.setText(
            self.tr(
                "One sentence. It may leave if it says what a ready sentence says. It stays off until they say yes."
            )
        )
        self._nearest.setText(self.tr("These come nearest:"))
        self._show()

    def _show(self) -> None:
        weighed = self._weighed
        set_role(self.verdict, Role.OUTCOME_HOLDS if weighed.may_leave else Role.OUTCOME_STOPS)
        pattern = self.tr("May leave: {why}") if weighed.may_leave else self.tr("Held: {why}")
        self.verdict.setText(pattern.format(why=weighed.because) if weighed.because else "")
        self.verdict.setVisible(bool(weighed.because))
        whole = len(weighed.text.strip(" ."))
        told = dict.fromkeys(weighed.text[start:end] for start, end in weighed.words if end - start < whole)
        named = " · ".join(f"\u201c{word}\u201d" for word in list(told)[:_WORDS_NAMED])
        about = self.tr("It is about: {words}").format(words=named) if named else ""
        noted = self.tr("Noted in the list above. If something keeps it off the page, the list says so.")
        self.words.setText(noted if self._is_noted else about)
        self.words.setVisible(bool(self.words.text()))
        self.note.setEnabled(bool(self.field.text()))
        self._show_offers()

    def _show_offers(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, offer in enumerate(self._weighed.offers):
            words = self.tr("Use: {sentence}").format(sentence=offer.label)
            button = WrappingButton(words, Role.SECONDARY)
            give_name(button, words)
            self._group.addButton(button, number)
            self._offers.addWidget(button)
        self._nearest.setVisible(bool(self._weighed.offers))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._weighed, self._is_noted = WeighedLine(text), False
        self._show()
        self.typed.emit(text)

    @Slot()
    def _on_note(self) -> None:
        text = self.field.text()
        if text:
            self.field.edit.setFocus(Qt.FocusReason.TabFocusReason)  # the button goes dead once the field is empty
            self.noted.emit(text)

    @Slot(int)
    def _on_use(self, number: int) -> None:
        self.used.emit(self._weighed.offers[number])
