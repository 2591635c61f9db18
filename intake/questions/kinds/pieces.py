"""What is remembered, piece by piece, each with how sure the person is. The options are the degrees of sureness."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Row, Rows
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question
from intake.questions.told_rows import (
    MOST_ROWS,
    NO_ROWS,
    NOT_ROWS,
    ROW_MESSAGES,
    TOO_MANY,
    as_text,
    read_json,
    read_words,
    rows_of,
)


class Pieces:
    """Takes ``[{"words": "...", "tag": "sure"}]`` as JSON. A piece without words is left out, a tag may be absent."""

    id = "pieces"
    value_type = Rows
    takes_options = True
    messages = ROW_MESSAGES

    def parse(self, raw: object, question: Question, _clock: Clock, /) -> Rows | NotUnderstood:
        """The pieces in the order in which they were told; no other order is asked for."""
        listed = read_json(raw)
        if not isinstance(listed, list):
            return NOT_ROWS
        if len(listed) > MOST_ROWS:
            return TOO_MANY
        tags = {option.id for option in question.options} | {""}
        rows: list[Row] = []
        for piece in listed:
            row = _read(piece, tags)
            if isinstance(row, NotUnderstood):
                return row
            rows += [row] if row else []
        return Rows(tuple(rows)) if rows else NO_ROWS

    def to_json(self, value: AnswerValue) -> str:
        """The pieces as a list."""
        return as_text(rows_of(value))


def _read(piece: object, tags: set[str]) -> Row | NotUnderstood:
    if not isinstance(piece, dict) or not piece.keys() <= {"words", "tag"}:
        return NOT_ROWS
    words, tag = read_words(piece.get("words", "")), piece.get("tag", "")
    if isinstance(words, NotUnderstood):
        return words
    if not isinstance(tag, str) or tag not in tags:
        return NOT_ROWS
    return (("words", words), ("tag", tag)) if words else ()


KIND = Pieces()
