"""Pieces of what is remembered, one card each. Nothing asks for an order; a piece taken off can be put back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.piece_row import PieceRow
from ui.answer_widgets.rows.row_list import RowList
from ui.answer_widgets.rows.told_rows import rows_out
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role

KIND = "pieces"


class PiecesAnswer(RowList[PieceRow]):
    """Begins with one empty piece. Enter goes to the next one and makes it where there is none."""

    is_typed = True

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__(question)
        self._add = WrappingButton(self.tr("Add a piece"), Role.SECONDARY, "plus")
        give_name(self._add, self._add.text())
        self._say(self.tr("Put back the piece that was taken off"), self.tr("One piece was taken off."))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in self._ends():
            flow.addWidget(button)
        self._column.addWidget(buttons)
        self._add.clicked.connect(self._on_add)
        self._show([])

    def raw(self) -> Raw:
        """The pieces with words, in the order in which they stand."""
        return rows_out([row.told() for row in self._rows])

    def first_focus(self) -> QWidget:
        """The first empty piece, else the first one; the keyboard may ask while the pieces are being changed."""
        lines = [row.line for row in self._rows]
        return next((line for line in lines if not line.text()), next(iter(lines), self._add))

    def _make(self, told: dict[str, str]) -> PieceRow:
        del told
        return PieceRow(self._question)

    def _ends(self) -> list[QWidget]:
        return [self._add, self._put_back]

    @Slot()
    def _on_add(self) -> None:
        self._add_line({})

    @Slot(object)
    def _on_next(self, row: PieceRow) -> None:
        place = self._rows.index(row) + 1
        if row.is_empty:
            self.go_on_wanted.emit()
        elif place < len(self._rows):
            self._rows[place].line.setFocus()
        else:
            self._on_add()


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return PiecesAnswer(question)
