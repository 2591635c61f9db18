"""One line for each sense. All of them may stay empty, in any order."""

from __future__ import annotations

import itertools
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_out, rows_shown
from ui.answer_widgets.rows.watched_line import WatchedLine
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

KIND = "senses"


class SensesAnswer(AnswerWidget):
    """A group named by its question, with a named line for each sense."""

    is_typed = True

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._lines = {option.id: WatchedLine() for option in question.options}
        group = QGroupBox()
        set_role(group, Role.PLAIN)
        give_name(group, question.prompt)
        inner = QVBoxLayout(group)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for option in question.options:
            watched = self._lines[option.id]
            line = watched.line
            give_name(line, option.label, question.prompt)
            inner.addWidget(WrappedLabel(option.label, Role.LABEL))
            inner.addWidget(watched)
            inner.addSpacing(6)
            line.textChanged.connect(self._on_changed)
            line.cut_short.connect(self._on_cut_short)
        self._join_by_enter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(group)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed words if there are any, else the words recorded."""
        self._show(rows_shown(answer, draft))

    def put_back(self, raw: Raw) -> None:
        """Show these words again."""
        self._show(rows_in(raw))

    def raw(self) -> Raw:
        """The lines with words in them."""
        return rows_out([{"sense": sense, "words": told.line.text()} for sense, told in self._lines.items()])

    def first_focus(self) -> QWidget:
        """The first line."""
        return next(iter(self._lines.values())).line

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Mark in each line what could harm the person."""
        for line in self._lines.values():
            line.watch_with(check, case_id, question_id)

    def empty(self) -> None:
        """Forget every word, what could be undone included."""
        for line in self._lines.values():
            line.forget()

    def _show(self, rows: Told) -> None:
        told = {row.get("sense", ""): row.get("words", "") for row in rows}
        for sense, line in self._lines.items():
            line.show_text(told.get(sense, ""))

    def _join_by_enter(self) -> None:
        lines = [one.line for one in self._lines.values()]
        for line, after in itertools.pairwise(lines):
            line.returnPressed.connect(after.setFocus)
        lines[-1].returnPressed.connect(self.go_on_wanted)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_cut_short(self) -> None:
        self.advice_wanted.emit(self.tr("That was longer than fits here, so the end of it was not put in."))


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return SensesAnswer(question)
