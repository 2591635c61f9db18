"""A few words on one line: a name, a plate, a mark."""

from __future__ import annotations

import re

from intake.answers.model import AnswerValue, Text
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question
from intake.questions.text_answer import EMPTY, NOT_TEXT, read_text, text_to_json

LIMIT = 160
"""Characters, counted after cleaning."""

_BREAKS = re.compile(r"[ ]*[\n\t]\s*")
_TOO_LONG = NotUnderstood(
    "kind.short_text.too_long",
    "This is longer than the 160 characters that fit here. All you typed is still there. Please make it shorter.",
)


class ShortText:
    """Takes one line; line breaks and tabs become blanks."""

    id = "short_text"
    value_type = Text
    takes_options = False
    messages = (NOT_TEXT, EMPTY, _TOO_LONG)

    def parse(self, raw: object, _question: Question, _clock: Clock, /) -> Text | NotUnderstood:
        """The words, cleaned."""
        read = read_text(raw, LIMIT, _TOO_LONG)
        return Text(_BREAKS.sub(" ", read.text)) if isinstance(read, Text) else read

    def to_json(self, value: AnswerValue) -> str:
        """The words themselves."""
        return text_to_json(value)


KIND = ShortText()
