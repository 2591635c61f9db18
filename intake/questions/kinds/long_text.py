"""A longer account, with lines of its own."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Text
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question
from intake.questions.text_answer import EMPTY, NOT_TEXT, read_text, text_to_json

LIMIT = 100_000
"""Characters, counted after cleaning."""

_TOO_LONG = NotUnderstood(
    "kind.long_text.too_long",
    "This is too long to keep in one piece. Nothing is lost. Please split it into smaller parts.",
)


class LongText:
    """Takes text of any shape up to the limit."""

    id = "long_text"
    value_type = Text
    takes_options = False
    messages = (NOT_TEXT, EMPTY, _TOO_LONG)

    def parse(self, raw: object, _question: Question, _clock: Clock, /) -> Text | NotUnderstood:
        """The words, cleaned; line breaks stay."""
        return read_text(raw, LIMIT, _TOO_LONG)

    def to_json(self, value: AnswerValue) -> str:
        """The words themselves."""
        return text_to_json(value)


KIND = LongText()
