"""Places on a body: a drawing to point at and the list of the same places, side by side where there is room."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer, Choices
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.body.figure import BodyFigure
from ui.answer_widgets.option_group import OptionGroup
from ui.answer_widgets.raw_answer import Raw
from ui.style.appearance import current_text_scale

KIND = "body_map"

_LIST = 216  # px at a text scale of 1: a narrower list goes below the drawing
_GAP = 24


class BodyMapAnswer(AnswerWidget):
    """Drawing and list are two hands on the same answer. The keyboard begins in the list."""

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._figure = BodyFigure(question.options)
        self._group = OptionGroup(question.prompt, question.options, is_single=False)
        self._group.setMinimumWidth(1)  # two columns of choices must not keep the list from going below
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._group, 1)
        self._group.option_used.connect(self._on_listed)
        self._group.go_on_wanted.connect(self.go_on_wanted)
        self._figure.place_used.connect(self._on_pointed)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the places told before."""
        del draft
        value = answer.value if answer else None
        self.put_back(value.options if isinstance(value, Choices) else None)

    def put_back(self, raw: Raw) -> None:
        """Show these places as ticked."""
        ticked = raw if isinstance(raw, tuple) else ()
        self._group.choose(ticked)
        self._figure.show_ticked(ticked)

    def raw(self) -> Raw:
        """The ids of the places ticked, or None when there are none."""
        return self._group.chosen() or None

    def first_focus(self) -> QWidget:
        """The first ticked line of the list or the first: it is the same for everybody's hands and ears."""
        return self._group.first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The list goes below where it has no room beside."""
        super().resizeEvent(event)
        fits = self.width() >= self._figure.sizeHint().width() + _GAP + _LIST * current_text_scale()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    @Slot(object)
    def _on_listed(self, option: str) -> None:
        del option
        self._hand_over()

    @Slot(str)
    def _on_pointed(self, place: str) -> None:
        chosen = self._group.chosen()
        self._group.choose(tuple(one for one in chosen if one != place) if place in chosen else (*chosen, place))
        self._hand_over()
        self._figure.say_place()

    def _hand_over(self) -> None:
        self._figure.show_ticked(self._group.chosen())
        self.answer_changed.emit(self.raw())


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return BodyMapAnswer(question)
