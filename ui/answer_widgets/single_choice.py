"""One option of several. Choosing is answering: it is handed over at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer, Choice
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.option_group import OptionGroup
from ui.answer_widgets.raw_answer import Raw

KIND = "single_choice"


class SingleChoice(AnswerWidget):
    """Choosing the chosen option again changes nothing: a shaking hand takes no answer back."""

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._group = OptionGroup(question.prompt, question.options, is_single=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        self._group.option_used.connect(self._on_used)
        self._group.go_on_wanted.connect(self.go_on_wanted)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the option chosen before."""
        del draft
        value = answer.value if answer else None
        self.put_back(value.option if isinstance(value, Choice) else None)

    def put_back(self, raw: Raw) -> None:
        """Show this option as chosen, or none."""
        self._group.choose((raw,) if isinstance(raw, str) else ())

    def raw(self) -> Raw:
        """The id of the option chosen."""
        return next(iter(self._group.chosen()), None)

    def first_focus(self) -> QWidget:
        """The chosen option or the first."""
        return self._group.first_focus()

    @Slot(object)
    def _on_used(self, option: str) -> None:
        self._group.choose((option,))
        self.answer_changed.emit(option)


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return SingleChoice(question)
