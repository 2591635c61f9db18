"""Looking over the report together: read it back, see what is still open, say what becomes of it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.interview.asked_no_more import KeptLine
from intake.actions.interview.looking_over import LookingOver, OpenPart, SaidLine, SaidPart
from intake.actions.interview.take_back import PartOfReport
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.screens.interview.room.said_words import said_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.two_step import TwoStep
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role, set_role

_CHANGE, _TAKE, _LEAVE = "change", "take", "leave"


class LookOverPage(QFrame):
    """Made anew each time it is opened; nothing of it is kept. The arrow keys scroll."""

    close_wanted = Signal()
    question_wanted = Signal(str)
    answer_taken_back = Signal(str)
    part_taken_back = Signal(object)  # PartOfReport
    erase_wanted = Signal(str)  # "words" or "whole"
    keep_parts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._shown: LookingOver | None = None
        self._body: QWidget | None = None
        self.title = WrappedLabel("", Role.TITLE)
        self.hint = WrappedLabel("", Role.HINT)
        self.back = WrappingButton("", Role.PRIMARY)
        self.keep_parts = WrappingButton("", Role.SECONDARY)
        self.erase_words = WrappingButton("", Role.SECONDARY)
        self.erase_whole = WrappingButton("", Role.SECONDARY)
        self.reading = ScrollColumn(characters=80)
        set_role(self.reading, Role.READING)
        self._build()
        self.back.clicked.connect(self.close_wanted)
        self.keep_parts.clicked.connect(self.keep_parts_wanted)
        self.erase_words.clicked.connect(self._on_erase_words)
        self.erase_whole.clicked.connect(self._on_erase_whole)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether it shows a report."""
        return self._shown is not None

    def show_all(self, shown: LookingOver, *, stays_in_place: bool = False) -> None:
        """Write all of it, from the top; after a change from where one was reading."""
        place = self.reading.verticalScrollBar().value() if stays_in_place else 0
        self.empty()
        self._shown = shown
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._read_back(column, shown)
        self._asked_no_more(column, shown)
        self._still_open(column, shown.open_parts)
        self._what_becomes_of_it(column, shown)
        self.reading.column.insertWidget(2, self._body)
        self._body.show()
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)
        self.reading.verticalScrollBar().setValue(place)

    def first_focus(self) -> QWidget:
        """The words, so that the arrow keys scroll at once."""
        return self.reading

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        buttons = self._body.findChildren(WrappingButton) if self._body is not None else []
        return [self.reading, *buttons, self.keep_parts, self.erase_words, self.erase_whole, self.back]

    def empty(self) -> None:
        """Forget every word."""
        self._shown = None
        if self._body is not None:
            self.reading.column.removeWidget(self._body)
            for label in self._body.findChildren(WrappedLabel):
                label.setText("")
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def retranslate(self) -> None:
        """Set every text of ours anew; what was said comes again in the other language."""
        self.title.setText(self.tr("Look it over together"))
        self.hint.setText(
            self.tr("You can read this out. It is only on the screen, and it is gone when you leave this page.")
        )
        self.back.setText(self.tr("Back to the question"))
        self.keep_parts.setText(self.tr("Keep only some parts..."))
        self.erase_words.setText(self.tr("Keep the short facts, erase the own words..."))
        self.erase_whole.setText(self.tr("Erase the whole report..."))
        for button in (self.back, self.keep_parts, self.erase_words, self.erase_whole):
            give_name(button, button.text())
        give_name(self.reading, self.tr("Look it over together"), self.tr("Arrow keys scroll. Escape goes back."))
        if self._shown is not None:
            self.show_all(self._shown, stays_in_place=True)

    def _build(self) -> None:
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self.title, self.hint):
            self.reading.add(part)
        self._erase = button_row(self.keep_parts, self.erase_words, self.erase_whole)
        self.reading.add(self._erase)
        self.reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(self.reading, 1)
        column.addWidget(button_row(self.back))

    def _read_back(self, column: QVBoxLayout, shown: LookingOver) -> None:
        column.addWidget(WrappedLabel(self.tr("What you told us"), Role.HEADING))
        if not shown.said_parts:
            column.addWidget(WrappedLabel(self.tr("There is nothing to read back yet.")))
        for part in shown.said_parts:
            self._said_part(column, part, is_held=shown.is_held)

    def _said_part(self, column: QVBoxLayout, part: SaidPart, *, is_held: bool) -> None:
        title = part.title or self.tr("In your own words")
        column.addSpacing(8)
        column.addWidget(WrappedLabel(title, Role.STRONG))
        for line in part.lines:
            column.addWidget(self._said_line(line, is_held=is_held))
        if part.holds is not None and not is_held:
            words = self.tr("Every answer in this part goes for good, those in your own words too.")
            if part.stays:
                words += " " + self.tr("This stays until you take it back too: “{part}”.").format(part=part.stays)
            choices = ((_TAKE, self.tr("Take back all of this part")), (_LEAVE, self.tr("Leave it as it is")))
            step = TwoStep(self.tr("Take back this part"), words, choices, title)
            step.chosen.connect(partial(self._on_part_chosen, part.holds))
            column.addWidget(step)

    def _asked_no_more(self, column: QVBoxLayout, shown: LookingOver) -> None:
        kept = shown.asked_no_more
        if not kept.lines and not kept.nameless:
            return
        column.addSpacing(16)
        column.addWidget(WrappedLabel(self.tr("Answers to questions that are no longer asked"), Role.HEADING))
        column.addWidget(
            WrappedLabel(self.tr("They are kept. They count for nothing, and no page holds them."), Role.HINT)
        )
        for line in kept.lines:
            column.addWidget(self._said_line(line, is_held=shown.is_held, is_asked=False))
        if kept.nameless:
            words = self.tr("Answers to questions that this version does not have: {count}")
            column.addWidget(WrappedLabel(words.format(count=kept.nameless)))

    def _said_line(self, line: SaidLine | KeptLine, *, is_held: bool, is_asked: bool = True) -> QWidget:
        row = QWidget()
        lines = QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(2)
        lines.addWidget(WrappedLabel(line.prompt, Role.HINT))
        for words in said_words(line.said):
            lines.addWidget(WrappedLabel(words))
        take = () if is_held else ((_TAKE, self.tr("Take it back for good")),)
        change = ((_CHANGE, self.tr("Change it")),) if is_asked else ()
        opener = self.tr("Change or take back") if is_asked else self.tr("Take it back")
        if change or take:
            step = TwoStep(opener, "", (*change, *take, (_LEAVE, self.tr("Leave it as it is"))), line.prompt)
            step.chosen.connect(partial(self._on_line_chosen, line.question_id))
            lines.addWidget(step)
        return row

    def _still_open(self, column: QVBoxLayout, parts: tuple[OpenPart, ...]) -> None:
        column.addSpacing(16)
        column.addWidget(WrappedLabel(self.tr("Not talked about yet"), Role.HEADING))
        if not parts:
            column.addWidget(WrappedLabel(self.tr("Every question of this visit has been met.")))
            return
        column.addWidget(WrappedLabel(self.tr("None of it has to be. Pick one to go there."), Role.HINT))
        for part in parts:
            if part.is_whole:
                button = self._link(part.title, self.tr("{part}: nothing yet").format(part=part.title))
                button.clicked.connect(partial(self.question_wanted.emit, part.questions[0].id))
                column.addWidget(button)
                continue
            column.addWidget(WrappedLabel(part.title, Role.LABEL))
            for question in part.questions:
                button = self._link(question.prompt, f"{part.title}: {question.prompt}")
                button.clicked.connect(partial(self.question_wanted.emit, question.id))
                column.addWidget(button)

    def _link(self, words: str, name: str) -> WrappingButton:
        button = WrappingButton(words, Role.SECTION, facing(self, "arrow-right"))
        give_name(button, name, self.tr("Goes there."))
        return button

    def _what_becomes_of_it(self, column: QVBoxLayout, shown: LookingOver) -> None:
        column.addSpacing(16)
        column.addWidget(WrappedLabel(self.tr("What should become of it?"), Role.HEADING))
        if shown.is_held:
            words = self.tr(
                "A court or a lawyer asked for this report. Until they say it is over, nothing of it can be erased."
            )
        elif shown.kept_until is not None:
            words = self.tr(
                "It stays here, locked, until {day}. Then this desk is asked to erase it. "
                "You can change the day, or say otherwise on another day."
            ).format(day=day_words(shown.kept_until))
        else:
            words = self.tr("It stays here, locked, unless you say otherwise. You can also say so on another day.")
        column.addWidget(WrappedLabel(words))
        self._erase.setVisible(not shown.is_held)

    def _on_line_chosen(self, question_id: str, choice: str) -> None:
        (self.answer_taken_back if choice == _TAKE else self.question_wanted).emit(question_id)

    def _on_part_chosen(self, part: PartOfReport, _choice: str) -> None:
        self.part_taken_back.emit(part)

    @Slot()
    def _on_erase_words(self) -> None:
        self.erase_wanted.emit("words")

    @Slot()
    def _on_erase_whole(self) -> None:
        self.erase_wanted.emit("whole")
