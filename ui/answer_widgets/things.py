"""A list of things by ticks alone; what an earlier answer ticked stands there already."""

from __future__ import annotations

import itertools
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.piece_row import column_of
from ui.answer_widgets.rows.thing_row import ThingRow
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_shown, rows_told
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

KIND = "things"


class ThingsAnswer(AnswerWidget):
    """One card a thing, and a button for each kind that can be added. A thing taken off can be put back."""

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._question = question
        self._kinds = {option.id: option for option in question.options}
        self._rows: list[ThingRow] = []
        self._taken_off: tuple[int, dict[str, str]] | None = None
        self._group = QGroupBox()
        self._cards = column_of(self._group, 12)
        self._put_back = WrappingButton(self.tr("Put it back"), Role.QUIET)
        self._adders = QButtonGroup(self)
        set_role(self._group, Role.PLAIN)
        give_name(self._group, question.prompt)
        give_name(self._put_back, self.tr("Put back the thing that was taken off"))
        self._build()
        self._put_back.clicked.connect(self._on_put_back)
        self._adders.idClicked.connect(self._on_add)
        self._show([])

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the list as it was told, or what an earlier answer named."""
        told = rows_shown(answer, draft)
        self._show(told or [{"what": name} for name in self._question.suggested])

    def put_back(self, raw: Raw) -> None:
        """Show these things again."""
        self._show(rows_in(raw))

    def raw(self) -> Raw:
        """Every thing on the list once one of them was touched."""
        return rows_told([row.told() for row in self._rows]) if any(row.is_touched for row in self._rows) else None

    def first_focus(self) -> QWidget:
        """The first choice of the first thing, else the first kind that can be added."""
        return self._rows[0].first_focus() if self._rows else self._adders.buttons()[0]

    def _build(self) -> None:
        column = column_of(self, 12)
        column.addWidget(self._group)
        column.addWidget(self._put_back)
        column.addWidget(WrappedLabel(self.tr("Add to the list"), Role.LABEL))
        kinds = QWidget()
        flow = FlowLayout(kinds, gap=8)
        for number, option in enumerate(self._question.options):
            button = WrappingButton(option.label, Role.NONANSWER, "plus")
            give_name(button, self.tr("Add to the list: {thing}").format(thing=option.label))
            self._adders.addButton(button, number)
            flow.addWidget(button)
        column.addWidget(kinds)

    def _show(self, things: Told) -> None:
        for row in list(self._rows):
            self._drop(row)
        for thing in things:
            self._insert(len(self._rows), thing)
        self._taken_off = None
        self._settle()

    def _insert(self, place: int, told: dict[str, str]) -> ThingRow | None:
        option = self._kinds.get(told.get("what", ""))
        if option is None:
            return None
        row = ThingRow(option, self._question.columns)
        row.show_told(told)
        row.changed.connect(self._on_changed)
        row.removed.connect(self._on_removed)
        self._rows.insert(place, row)
        self._cards.insertWidget(place, row)
        row.show()
        return row

    def _drop(self, row: ThingRow) -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        self._group.setVisible(bool(self._rows))
        self._put_back.setVisible(self._taken_off is not None)
        stops = [stop for row in self._rows for stop in row.stops()] + [self._put_back, *self._adders.buttons()]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot(int)
    def _on_add(self, number: int) -> None:
        row = self._insert(len(self._rows), {"what": self._question.options[number].id})
        self._settle()
        if row is not None:
            row.first_focus().setFocus()
            announce(self, self.tr("One thing was added to the list."))

    @Slot(object)
    def _on_removed(self, row: ThingRow) -> None:
        place = self._rows.index(row)
        self._taken_off = (place, row.told())
        self._drop(row)
        self._settle()
        self._put_back.setFocus()
        announce(self, self.tr("One thing was taken off the list."))
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


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return ThingsAnswer(question)
