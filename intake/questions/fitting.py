"""Whether a kept answer still fits its question: content changes between versions, answers do not."""

from __future__ import annotations

from intake.answers.model import Answer, AnswerStatus, Choice, Choices
from intake.questions.model import Question


def fitting(question: Question, answer: Answer) -> Answer | None:
    """The answer as this question can read it, or None when it is of another kind or its choice is gone.

    Of several choices those that are gone are left out. Nothing is changed in what is kept.
    """
    value = answer.value
    if value is None:
        return answer
    if question.value_type is not None and not isinstance(value, question.value_type):
        return None
    offered = [option.id for option in question.options]
    if isinstance(value, Choice):
        return answer if value.option in offered else None
    if isinstance(value, Choices):
        left = tuple(option for option in value.options if option in offered)
        if left == value.options:
            return answer
        return Answer(AnswerStatus.GIVEN, Choices(left)) if left else None
    return answer
