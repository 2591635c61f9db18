"""Any number of the listed options; none ticked says that none of them fits."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Choices
from intake.clock import Clock
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question

_NOT_LISTED = NotUnderstood(
    "kind.multiple_choice.not_listed", "One of these is not among the choices here. Please pick from the list again."
)


class MultipleChoice:
    """Takes the ids of options, in any order, and keeps each once in the order of the question."""

    id = "multiple_choice"
    value_type = Choices
    takes_options = True
    messages = (_NOT_LISTED,)

    def parse(self, raw: object, question: Question, _clock: Clock, /) -> Choices | NotUnderstood:
        """The options, if the question offers them all."""
        offered = [option.id for option in question.options]
        if not isinstance(raw, tuple | list) or any(item not in offered for item in raw):
            return _NOT_LISTED
        return Choices(tuple(option for option in offered if option in raw))

    def to_json(self, value: AnswerValue) -> list[str]:
        """The ids of the options."""
        if not isinstance(value, Choices):
            raise Defect("a multiple choice was handed another kind of value")
        return list(value.options)


KIND = MultipleChoice()
