"""What the kinds made of several short lines have in common: reading the lines, and the words when one does not fit.

A screen hands the lines over as one JSON text, so that a half-typed list can be kept like any half-typed words.
"""

from __future__ import annotations

import json
import re

from intake.answers.model import AnswerValue, Rows
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.clean_text import clean_text

LIMIT = 300
"""Characters of one line, counted after cleaning."""

MOST_ROWS = 60
"""Lines in one answer."""

NOT_ROWS = NotUnderstood("kind.rows.not_rows", "This could not be read. Please write it again, one piece at a time.")
NO_ROWS = NotUnderstood("kind.rows.no_rows", "Nothing is written here yet. It is fine to skip this.")
ROW_TOO_LONG = NotUnderstood(
    "kind.rows.row_too_long",
    "One piece is longer than the 300 characters that fit. All you typed is still there. Please make two of it.",
)
TOO_MANY = NotUnderstood(
    "kind.rows.too_many", "There are more than 60 pieces. All you typed is still there. Please join some of them."
)
ROW_MESSAGES = (NOT_ROWS, NO_ROWS, ROW_TOO_LONG, TOO_MANY)

_BREAKS = re.compile(r"[ ]*[\n\t]\s*")


def read_json(raw: object) -> object:
    """What the text holds as JSON, or None. Never raises."""
    if not isinstance(raw, str):
        return None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def read_words(raw: object) -> str | NotUnderstood:
    """One line, cleaned: it may be empty."""
    if not isinstance(raw, str):
        return NOT_ROWS
    text = clean_text(raw, LIMIT)
    return ROW_TOO_LONG if text is None else _BREAKS.sub(" ", text)


def rows_of(value: AnswerValue) -> Rows:
    """The rows themselves. Raises Defect for anything else."""
    if not isinstance(value, Rows):
        raise Defect("a question with several lines was handed another kind of value")
    return value


def as_text(value: Rows) -> str:
    """The JSON text that ``read_json`` reads."""
    return json.dumps(value.as_list(), ensure_ascii=False)
