"""One instrument to read, and the page of it for the person. Esc goes back to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.protections.library.card import InstrumentCard
from ui.accessibility import give_name
from ui.findings.instrument_lines import say_limits, say_promises, say_source, say_what_to_do
from ui.findings.lines import Lines
from ui.saving.save_part import SavePart
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class InstrumentPage(QFrame):
    """The screen fills it and does the saving."""

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card: InstrumentCard | None = None
        self.back = WrappingButton("", Role.SECONDARY)
        self.title = WrappedLabel("", Role.TITLE)
        self.kind = WrappedLabel("", Role.STRONG)
        self.notice = NoticeBar()
        self.words = Lines()
        self.for_the_person = Card()
        self.heading = WrappedLabel("", Role.HEADING)
        self.save = SavePart()
        self.none = WrappedLabel()
        self.reading = ScrollColumn(characters=90)
        self._build()
        self.back.clicked.connect(self.close_wanted)

    def show_card(self, card: InstrumentCard) -> None:
        """Say all of it, from the top."""
        self.card = card
        self.title.setText(card.title)
        self.kind.setText(f"{card.kind} · {card.place}" if not card.is_model else card.kind)
        self.save.forget_saved()
        self.save.setVisible(not card.is_model)
        self.none.setVisible(card.is_model)
        self.words.empty()
        say_promises(self.words, card)
        say_limits(self.words, card)
        say_what_to_do(self.words, card)
        say_source(self.words, card)
        self.reading.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.back.setText(self.tr("Back to the library"))
        give_name(self.back, self.back.text())
        give_name(self.reading, self.tr("One card"), self.tr("Arrow keys scroll. Escape goes back."))
        self.heading.setText(self.tr("A page for the person"))
        self.save.show_hint(
            self.tr(
                "One sheet to print, in the language of this card. It holds nothing from any report. "
                "It names sex work: ask the person if it is safe to carry."
            )
        )
        self.none.setText(self.tr("This promises nobody anything, so there is no page of it to hand out."))

    def _build(self) -> None:
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sheet: tuple[QWidget, ...] = (self.heading, self.save, self.none)
        whole: tuple[QWidget, ...] = (self.title, self.kind, self.notice, self.words, self.for_the_person)
        for part in sheet:
            self.for_the_person.column.addWidget(part)
        for part in whole:
            self.reading.add(part)
        self.reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.reading, 1)

    def first_focus(self) -> QWidget:
        """The words, so that the arrow keys scroll at once."""
        return self.reading
