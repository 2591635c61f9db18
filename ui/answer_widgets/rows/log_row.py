"""One line of a log: the way, the day as far as it is known, a few words, and a way to take it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import give_name
from ui.answer_widgets.approximate_date import ApproximateDateAnswer
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.answer_widgets.rows.answer_row import AnswerRow
from ui.answer_widgets.rows.watched_line import WatchedLine
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class LogRow(AnswerRow):
    """Every part may stay empty."""

    def __init__(self, question: AskedQuestion, today: date) -> None:
        super().__init__()
        self._ways = ChoiceGroup(Role.NONANSWER)
        self._ways.show_choices("", tuple((way.id, way.label) for way in question.options))
        self._when = ApproximateDateAnswer(replace(question, prompt=self.tr("When was it?")), today)
        self._words = WatchedLine()
        self.line = self._words.line
        self._label = WrappedLabel(self.tr("A few words, if you like"), Role.LABEL)
        self._build()
        self._ways.chosen.connect(self.changed)
        self._when.answer_changed.connect(self._on_day)
        self.line.textChanged.connect(self.changed)
        self.line.cut_short.connect(self.cut_short)
        self.line.returnPressed.connect(self._on_return)
        self._when.go_on_wanted.connect(self.line.setFocus)

    def name(self, number: int) -> None:
        """Say to a screen reader which line this is."""
        give_name(self, self.tr("Line {number}").format(number=number))
        give_name(self.line, self.tr("Line {number}: a few words").format(number=number))
        give_name(self.remove, self.tr("Take off line {number}").format(number=number))

    def show_told(self, told: dict[str, str]) -> None:
        """Show a line without a signal."""
        self._ways.choose(told.get("way", ""))
        self._when.put_back(told.get("day", ""))
        self._words.show_text(told.get("words", ""))

    def told(self) -> dict[str, str]:
        """The line as it stands; the day as it is typed so far."""
        day = self._when.raw()
        text = day.text if isinstance(day, HalfTyped) else day
        return {"day": text if isinstance(text, str) else "", "way": self._ways.value(), "words": self.line.text()}

    def day(self) -> Raw:
        """The day, or what is missing in it."""
        return self._when.raw()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is known yet."""
        return not any(told.strip() for told in self.told().values())

    def first_focus(self) -> QWidget:
        """The way while none is chosen, then the day."""
        first = self._ways.first()
        return self._when.first_focus() if self._ways.value() or first is None else first

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        parts = (*self._ways.findChildren(QWidget), *self._when.findChildren(QWidget))
        mine = [part for part in parts if part.window() is self.window()]  # the list of months is a window of its own
        choices = [part for part in mine if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return [*choices, *self._words.stops(), self.remove]

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Mark in the words what could harm the person."""
        self._words.watch_with(check, case_id, question_id)

    def forget(self) -> None:
        """Empty what was typed."""
        self._words.forget()
        self._when.empty()

    def _build(self) -> None:
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self._ways, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self._when)
        self.column.addWidget(self._label)
        self.column.addWidget(self._words)

    @Slot(object)
    def _on_day(self, raw: Raw) -> None:
        del raw
        self.changed.emit()
