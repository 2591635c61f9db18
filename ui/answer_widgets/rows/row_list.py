"""An answer of several lines, one card each: adding one, taking one off, and putting back the one taken off."""

from __future__ import annotations

import itertools
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.answer_row import AnswerRow
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_shown
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.choice_button import WrappingButton
from ui.style.roles import Role, set_role

Row = TypeVar("Row", bound=AnswerRow)


class RowList(AnswerWidget, Generic[Row]):
    """A kind says how a line is made, what stands below the lines, and what is said when one is taken off.

    ``begins_with_one``: there is always at least one line, an empty one at first.
    """

    begins_with_one = True

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._question = question
        self._rows: list[Row] = []
        self._taken_off: tuple[int, dict[str, str]] | None = None
        self._off_words = ""
        self._watch: tuple[WordingCheck, str, str] | None = None
        self._group = QGroupBox()
        self._put_back = WrappingButton(self.tr("Put it back"), Role.QUIET)
        set_role(self._group, Role.PLAIN)
        give_name(self._group, question.prompt)
        self._cards = column_of(self._group, 12)
        self._column = column_of(self, 12)
        self._column.addWidget(self._group)
        self._put_back.clicked.connect(self._on_put_back)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed lines if there are any, else the lines recorded."""
        self._show(rows_shown(answer, draft))

    def put_back(self, raw: Raw) -> None:
        """Show these lines again."""
        self._show(rows_in(raw))

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Have the words of each line looked over, those of lines still to come too."""
        self._watch = (check, case_id, question_id)
        for row in self._rows:
            row.watch_with(*self._watch)

    def _make(self, told: dict[str, str]) -> Row | None:
        """A line that can hold this; None for what this question does not know."""
        raise NotImplementedError

    def _ends(self) -> list[QWidget]:
        """What the Tab key comes to below the lines."""
        raise NotImplementedError

    def _say(self, put_back: str, taken_off: str) -> None:
        """The words that this kind has for a line."""
        give_name(self._put_back, put_back)
        self._off_words = taken_off

    def _show(self, lines: Told) -> None:
        for row in list(self._rows):
            self._drop(row)
        for told in lines:
            self._insert(len(self._rows), told)
        self._taken_off = None
        self._settle()

    def _insert(self, place: int, told: dict[str, str]) -> Row | None:
        row = self._make(told)
        if row is None:
            return None
        row.show_told(told)
        if self._watch is not None:
            row.watch_with(*self._watch)
        row.changed.connect(self._on_changed)
        row.cut_short.connect(self._on_cut_short)
        row.next_wanted.connect(self._on_next)
        row.removed.connect(self._on_removed)
        self._rows.insert(place, row)
        self._cards.insertWidget(place, row)
        row.show()
        return row

    def _add_line(self, told: dict[str, str]) -> None:
        row = self._insert(len(self._rows), told)
        self._settle()
        if row is not None:
            row.first_focus().setFocus()

    def _drop(self, row: Row) -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.blockSignals(True)
        row.forget()
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        if self.begins_with_one and not self._rows:
            self._insert(0, {})
        for number, row in enumerate(self._rows, start=1):
            row.name(number)
        self._group.setVisible(bool(self._rows))
        self._put_back.setVisible(self._taken_off is not None)
        for before, after in itertools.pairwise([stop for row in self._rows for stop in row.stops()] + self._ends()):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot(object)
    def _on_next(self, row: Row) -> None:
        del row
        self.go_on_wanted.emit()

    @Slot(object)
    def _on_removed(self, row: Row) -> None:
        place = self._rows.index(row)
        self._taken_off = None if row.is_empty else (place, row.told())
        self._drop(row)
        self._settle()
        (self._put_back if self._taken_off else self._rows[min(place, len(self._rows) - 1)].first_focus()).setFocus()
        announce(self, self._off_words)
        self._on_changed()

    @Slot()
    def _on_put_back(self) -> None:
        if self._taken_off is None:
            return
        place, told = self._taken_off
        self._taken_off = None
        row = self._insert(min(place, len(self._rows)), told)
        self._settle()
        if row is not None:
            row.first_focus().setFocus()
        self._on_changed()

    @Slot()
    def _on_cut_short(self) -> None:
        self.advice_wanted.emit(self.tr("That was longer than fits here, so the end of it was not put in."))


def column_of(widget: QWidget, spacing: int) -> QVBoxLayout:
    """A column without margins."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
