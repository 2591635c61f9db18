"""A log of what happened time after time, one card a line. The order of telling stays until somebody sorts it."""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.answer_widgets.rows.log_row import LogRow
from ui.answer_widgets.rows.row_list import RowList
from ui.answer_widgets.rows.told_rows import rows_told
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role

KIND = "log"

_LAST = "~"  # behind every day: a line without a day stands below those with one


class LogAnswer(RowList[LogRow]):
    """Begins with one empty line. A line taken off can be put back; sorting is offered, never done unasked."""

    is_typed = True

    def __init__(self, question: AskedQuestion, today: date) -> None:
        super().__init__(question)
        self._today = today
        self._add = WrappingButton(self.tr("Add a line"), Role.SECONDARY, "plus")
        self._sort = WrappingButton(self.tr("Sort by day"), Role.QUIET)
        give_name(self._add, self._add.text())
        give_name(self._sort, self._sort.text(), self.tr("Lines without a day come last."))
        self._say(self.tr("Put back the line that was taken off"), self.tr("One line was taken off."))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in self._ends():
            flow.addWidget(button)
        self._column.addWidget(buttons)
        self._add.clicked.connect(self._on_add)
        self._sort.clicked.connect(self._on_sort)
        self._show([])

    def raw(self) -> Raw:
        """The lines of which something is known; half typed while a day is."""
        told = [row.told() for row in self._rows if not row.is_empty]
        half = next((day for day in (row.day() for row in self._rows) if isinstance(day, HalfTyped)), None)
        return HalfTyped(json.dumps(told, ensure_ascii=False), half.advice) if half else rows_told(told)

    def first_focus(self) -> QWidget:
        """The first empty line, else the button that adds one."""
        return next((row.first_focus() for row in self._rows if row.is_empty), self._add)

    def _make(self, told: dict[str, str]) -> LogRow:
        del told
        return LogRow(self._question, self._today)

    def _ends(self) -> list[QWidget]:
        return [self._add, self._sort, self._put_back]

    def _settle(self) -> None:
        super()._settle()
        self._sort.setVisible(len(self._rows) > 1)

    @Slot()
    def _on_add(self) -> None:
        self._add_line({})

    @Slot()
    def _on_sort(self) -> None:
        self._show(sorted((row.told() for row in self._rows), key=lambda one: one["day"] or _LAST))
        self._sort.setFocus()
        announce(self, self.tr("The lines stand by their days now."))
        self._on_changed()


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    return LogAnswer(question, today)
