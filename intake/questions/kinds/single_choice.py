"""One of the listed options."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Choice
from intake.clock import Clock
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question

_NOT_LISTED = NotUnderstood(
    "kind.single_choice.not_listed", "That is not one of the choices here. Please pick one from the list."
)


class SingleChoice:
    """Takes the id of one option."""

    id = "single_choice"
    value_type = Choice
    takes_options = True
    messages = (_NOT_LISTED,)

    def parse(self, raw: object, question: Question, _clock: Clock, /) -> Choice | NotUnderstood:
        """The option, if the question offers it."""
        if isinstance(raw, str) and any(option.id == raw for option in question.options):
            return Choice(raw)
        return _NOT_LISTED

    def to_json(self, value: AnswerValue) -> str:
        """The id of the option."""
        if not isinstance(value, Choice):
            raise Defect("a single choice was handed another kind of value")
        return value.option


KIND = SingleChoice()
