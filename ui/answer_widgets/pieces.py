"""Pieces of what is remembered, one card each. Nothing asks for an order; a piece taken off can be put back."""

from __future__ import annotations

import itertools
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGroupBox, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.piece_row import PieceRow, column_of
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_out, rows_shown
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role, set_role

KIND = "pieces"


class PiecesAnswer(AnswerWidget):
    """Begins with one empty piece. Enter goes to the next one and makes it where there is none."""

    is_typed = True

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._question = question
        self._rows: list[PieceRow] = []
        self._taken_off: tuple[int, dict[str, str]] | None = None
        self._group = QGroupBox()
        self._add = WrappingButton(self.tr("Add a piece"), Role.SECONDARY, "plus")
        self._put_back = WrappingButton(self.tr("Put it back"), Role.QUIET)
        set_role(self._group, Role.PLAIN)
        give_name(self._group, question.prompt)
        give_name(self._add, self._add.text())
        give_name(self._put_back, self.tr("Put back the piece that was taken off"))
        self._cards = column_of(self._group, 12)
        column = column_of(self, 12)
        column.addWidget(self._group)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self._add)
        flow.addWidget(self._put_back)
        column.addWidget(buttons)
        self._add.clicked.connect(self._on_add)
        self._put_back.clicked.connect(self._on_put_back)
        self._show([])

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed pieces if there are any, else the pieces recorded."""
        self._show(rows_shown(answer, draft))

    def put_back(self, raw: Raw) -> None:
        """Show these pieces again."""
        self._show(rows_in(raw))

    def raw(self) -> Raw:
        """The pieces with words, in the order in which they stand."""
        return rows_out([row.piece() for row in self._rows])

    def first_focus(self) -> QWidget:
        """The first empty piece, else the first one."""
        return next((row.line for row in self._rows if not row.line.text()), self._rows[0].line)

    def _show(self, pieces: Told) -> None:
        for row in list(self._rows):
            self._drop(row)
        for place, piece in enumerate(pieces or [{}]):
            self._insert(place, piece)
        self._taken_off = None
        self._settle()

    def _insert(self, place: int, piece: dict[str, str]) -> PieceRow:
        row = PieceRow(self._question.options)
        row.show_piece(piece)
        row.changed.connect(self._on_changed)
        row.cut_short.connect(self._on_cut_short)
        row.next_wanted.connect(self._on_next)
        row.removed.connect(self._on_removed)
        self._rows.insert(place, row)
        self._cards.insertWidget(place, row)
        row.show()
        return row

    def _drop(self, row: PieceRow) -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.line.clear()
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.name(number, self._question.prompt)
        stops = [stop for row in self._rows for stop in row.stops()] + [self._add, self._put_back]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._put_back.setVisible(self._taken_off is not None)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_add(self) -> None:
        row = self._insert(len(self._rows), {})
        self._settle()
        row.line.setFocus()

    @Slot(object)
    def _on_next(self, row: PieceRow) -> None:
        place = self._rows.index(row) + 1
        if not row.line.text().strip():
            self.go_on_wanted.emit()
        elif place < len(self._rows):
            self._rows[place].line.setFocus()
        else:
            self._on_add()

    @Slot(object)
    def _on_removed(self, row: PieceRow) -> None:
        place = self._rows.index(row)
        self._taken_off = (place, row.piece()) if row.line.text().strip() else None
        row.changed.disconnect(self._on_changed)
        self._drop(row)
        if not self._rows:
            self._insert(0, {})
        self._settle()
        (self._put_back if self._taken_off else self._rows[min(place, len(self._rows) - 1)].line).setFocus()
        announce(self, self.tr("One piece was taken off."))
        self._on_changed()

    @Slot()
    def _on_put_back(self) -> None:
        if self._taken_off is None:
            return
        place, piece = self._taken_off
        self._taken_off = None
        row = self._insert(min(place, len(self._rows)), piece)
        self._settle()
        row.line.setFocus()
        self._on_changed()

    @Slot()
    def _on_cut_short(self) -> None:
        self.advice_wanted.emit(self.tr("That was longer than fits here, so the end of it was not put in."))


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return PiecesAnswer(question)
