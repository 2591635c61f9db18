"""A log of what happened time after time, one card a line. The order of telling stays until somebody sorts it."""

from __future__ import annotations

import itertools
import json
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.answer_widgets.rows.log_row import LogRow
from ui.answer_widgets.rows.piece_row import column_of
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_shown, rows_told
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role, set_role

KIND = "log"

_LAST = "~"  # behind every day: a line without a day stands below those with one


class LogAnswer(AnswerWidget):
    """Begins with one empty line. A line taken off can be put back; sorting is offered, never done unasked."""

    is_typed = True

    def __init__(self, question: AskedQuestion, today: date) -> None:
        super().__init__()
        self._question = question
        self._today = today
        self._rows: list[LogRow] = []
        self._taken_off: tuple[int, dict[str, str]] | None = None
        self._group = QGroupBox()
        self._add = WrappingButton(self.tr("Add a line"), Role.SECONDARY, "plus")
        self._sort = WrappingButton(self.tr("Sort by day"), Role.QUIET)
        self._put_back = WrappingButton(self.tr("Put it back"), Role.QUIET)
        set_role(self._group, Role.PLAIN)
        give_name(self._group, question.prompt)
        give_name(self._add, self._add.text())
        give_name(self._sort, self._sort.text(), self.tr("Lines without a day come last."))
        give_name(self._put_back, self.tr("Put back the line that was taken off"))
        self._cards = column_of(self._group, 12)
        column = column_of(self, 12)
        column.addWidget(self._group)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self._add, self._sort, self._put_back):
            flow.addWidget(button)
        column.addWidget(buttons)
        self._add.clicked.connect(self._on_add)
        self._sort.clicked.connect(self._on_sort)
        self._put_back.clicked.connect(self._on_put_back)
        self._show([])

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed lines if there are any, else the lines recorded."""
        self._show(rows_shown(answer, draft))

    def put_back(self, raw: Raw) -> None:
        """Show these lines again."""
        self._show(rows_in(raw))

    def raw(self) -> Raw:
        """The lines of which something is known; half typed while a day is."""
        told = [row.told() for row in self._rows if not row.is_empty]
        half = next((day for day in (row.day() for row in self._rows) if isinstance(day, HalfTyped)), None)
        return HalfTyped(json.dumps(told, ensure_ascii=False), half.advice) if half else rows_told(told)

    def first_focus(self) -> QWidget:
        """The first empty line, else the button that adds one."""
        return next((row.first_focus() for row in self._rows if row.is_empty), self._add)

    def _show(self, lines: Told) -> None:
        for row in list(self._rows):
            self._drop(row)
        for place, told in enumerate(lines or [{}]):
            self._insert(place, told)
        self._taken_off = None
        self._settle()

    def _insert(self, place: int, told: dict[str, str]) -> LogRow:
        row = LogRow(self._question, self._today)
        row.show_told(told)
        row.changed.connect(self._on_changed)
        row.cut_short.connect(self._on_cut_short)
        row.next_wanted.connect(self.go_on_wanted)
        row.removed.connect(self._on_removed)
        self._rows.insert(place, row)
        self._cards.insertWidget(place, row)
        row.show()
        return row

    def _drop(self, row: LogRow) -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.forget()
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.name(number)
        self._sort.setVisible(len(self._rows) > 1)
        self._put_back.setVisible(self._taken_off is not None)
        stops = [stop for row in self._rows for stop in row.stops()] + [self._add, self._sort, self._put_back]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_add(self) -> None:
        row = self._insert(len(self._rows), {})
        self._settle()
        row.first_focus().setFocus()

    @Slot()
    def _on_sort(self) -> None:
        told = sorted((row.told() for row in self._rows), key=lambda one: one["day"] or _LAST)
        self._show(told)
        self._sort.setFocus()
        announce(self, self.tr("The lines stand by their days now."))
        self._on_changed()

    @Slot(object)
    def _on_removed(self, row: LogRow) -> None:
        place = self._rows.index(row)
        self._taken_off = None if row.is_empty else (place, row.told())
        self._drop(row)
        if not self._rows:
            self._insert(0, {})
        self._settle()
        (self._put_back if self._taken_off else self._rows[min(place, len(self._rows) - 1)].first_focus()).setFocus()
        announce(self, self.tr("One line was taken off."))
        self._on_changed()

    @Slot()
    def _on_put_back(self) -> None:
        if self._taken_off is None:
            return
        place, told = self._taken_off
        self._taken_off = None
        row = self._insert(min(place, len(self._rows)), told)
        self._settle()
        row.first_focus().setFocus()
        self._on_changed()

    @Slot()
    def _on_cut_short(self) -> None:
        self.advice_wanted.emit(self.tr("That was longer than fits here, so the end of it was not put in."))


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    return LogAnswer(question, today)
