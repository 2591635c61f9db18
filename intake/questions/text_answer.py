"""What the two kinds of text have in common: reading, and the words when there is nothing to read."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Text
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.clean_text import clean_text

NOT_TEXT = NotUnderstood("kind.text.not_text", "This could not be read as text. Please type it again.")
EMPTY = NotUnderstood("kind.text.empty", "Nothing is written here yet. It is fine to skip this.")


def read_text(raw: object, limit: int, too_long: NotUnderstood) -> Text | NotUnderstood:
    """The cleaned text of at most ``limit`` characters, or the sentence that says what to do."""
    if not isinstance(raw, str):
        return NOT_TEXT
    text = clean_text(raw, limit)
    if text is None:
        return too_long
    return Text(text) if text else EMPTY


def text_to_json(value: AnswerValue) -> str:
    """The words themselves. Raises Defect for anything but text."""
    if not isinstance(value, Text):
        raise Defect("a text question was handed another kind of value")
    return value.text
