"""Any number of options. Every tick is handed over at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer, Choices
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.option_group import OptionGroup
from ui.answer_widgets.raw_answer import Raw

KIND = "multiple_choice"

_STANDS_ALONE = frozenset({"none", "nobody", "no"})
"""Option ids that say the opposite of every other option; the vocabulary of the question files."""


class MultipleChoice(AnswerWidget):
    """Ticking *none of these* takes the other ticks away, and the other way round."""

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._group = OptionGroup(question.prompt, question.options, is_single=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._group)
        self._group.option_used.connect(self._on_used)
        self._group.go_on_wanted.connect(self.go_on_wanted)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the options chosen before."""
        del draft
        value = answer.value if answer else None
        self.put_back(value.options if isinstance(value, Choices) else None)

    def put_back(self, raw: Raw) -> None:
        """Show these options as chosen."""
        self._group.choose(raw if isinstance(raw, tuple) else ())

    def raw(self) -> Raw:
        """The ids of the options chosen, or None when there are none."""
        return self._group.chosen() or None

    def first_focus(self) -> QWidget:
        """The first chosen option or the first."""
        return self._group.first_focus()

    @Slot(object)
    def _on_used(self, option: str) -> None:
        chosen = self._group.chosen()
        if option in chosen:
            stands_alone = option in _STANDS_ALONE
            chosen = tuple(one for one in chosen if one == option or not (stands_alone or one in _STANDS_ALONE))
            self._group.choose(chosen)
        self.answer_changed.emit(chosen or None)


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return MultipleChoice(question)
