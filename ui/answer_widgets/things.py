"""A list of things by ticks alone; what an earlier answer ticked stands there already."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer
from ui.accessibility import announce, give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.rows.row_list import RowList
from ui.answer_widgets.rows.thing_row import ThingRow
from ui.answer_widgets.rows.told_rows import Told, rows_in, rows_shown, rows_told
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

KIND = "things"


class ThingsAnswer(RowList[ThingRow]):
    """One card a thing, and a button for each kind that can be added. A thing taken off can be put back.

    What an earlier answer named is no answer here before something was done with the list.
    """

    begins_with_one = False

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__(question)
        self._kinds = {option.id: option for option in question.options}
        self._adders = QButtonGroup(self)
        self._is_told = False
        self._say(self.tr("Put back the thing that was taken off"), self.tr("One thing was taken off the list."))
        self._build()
        self._adders.idClicked.connect(self._on_add)
        self._show([])

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the list as it was told, or what an earlier answer named."""
        self._show_told(rows_shown(answer, draft))

    def put_back(self, raw: Raw) -> None:
        """Show these things again; without them, what an earlier answer named."""
        self._show_told(rows_in(raw))

    def raw(self) -> Raw:
        """Every thing on the list, once one was chosen in, added or taken off."""
        return rows_told([row.told() for row in self._rows]) if self._is_told else None

    def empty(self) -> None:
        """Forget what an earlier answer named as well."""
        self._is_told = False
        self._show([])

    def first_focus(self) -> QWidget:
        """The first choice of the first thing, else the first kind that can be added."""
        return self._rows[0].first_focus() if self._rows else self._adders.buttons()[0]

    def _show_told(self, told: Told) -> None:
        self._is_told = bool(told)
        self._show(told or [{"what": name} for name in self._question.suggested])

    def _build(self) -> None:
        self._column.addWidget(self._put_back)
        self._column.addWidget(WrappedLabel(self.tr("Add to the list"), Role.LABEL))
        kinds = QWidget()
        flow = FlowLayout(kinds, gap=8)
        for number, option in enumerate(self._question.options):
            button = WrappingButton(option.label, Role.NONANSWER, "plus")
            give_name(button, self.tr("Add to the list: {thing}").format(thing=option.label))
            self._adders.addButton(button, number)
            flow.addWidget(button)
        self._column.addWidget(kinds)

    def _make(self, told: dict[str, str]) -> ThingRow | None:
        option = self._kinds.get(told.get("what", ""))
        return ThingRow(option, self._question.columns) if option is not None else None

    def _ends(self) -> list[QWidget]:
        return [self._put_back, *self._adders.buttons()]

    @Slot()
    def _on_changed(self) -> None:
        self._is_told = True
        super()._on_changed()

    @Slot(int)
    def _on_add(self, number: int) -> None:
        self._add_line({"what": self._question.options[number].id})
        announce(self, self.tr("One thing was added to the list."))
        self._on_changed()


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return ThingsAnswer(question)
