"""What happened time after time: a day, a way and a few words on each line. The options are the ways."""

from __future__ import annotations

from intake.answers.model import AnswerValue, ApproximateDate, Row, Rows
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds import approximate_date
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

COLUMNS = ("day", "way", "words")


class Log:
    """Takes ``[{"day": "2026-05", "way": "called", "words": "..."}]`` as JSON; each may be absent, not all three."""

    id = "log"
    value_type = Rows
    takes_options = True
    messages = (*ROW_MESSAGES, *approximate_date.KIND.messages)

    def parse(self, raw: object, question: Question, clock: Clock, /) -> Rows | NotUnderstood:
        """The lines in the order in which they were told; a line of which nothing is known is left out."""
        listed = read_json(raw)
        if not isinstance(listed, list):
            return NOT_ROWS
        if len(listed) > MOST_ROWS:
            return TOO_MANY
        rows: list[Row] = []
        for line in listed:
            row = _read(line, question, clock)
            if isinstance(row, NotUnderstood):
                return row
            rows += [row] if row else []
        return Rows(tuple(rows)) if rows else NO_ROWS

    def to_json(self, value: AnswerValue) -> str:
        """The lines as a list."""
        return as_text(rows_of(value))


def _read(line: object, question: Question, clock: Clock) -> Row | NotUnderstood:
    if not isinstance(line, dict) or not line.keys() <= set(COLUMNS):
        return NOT_ROWS
    words, way = read_words(line.get("words", "")), line.get("way", "")
    day = _day(line.get("day", ""), question, clock)
    for told in (words, day):
        if isinstance(told, NotUnderstood):
            return told
    if not isinstance(way, str) or way not in {option.id for option in question.options} | {""}:
        return NOT_ROWS
    row = tuple(zip(COLUMNS, (str(day), way, str(words)), strict=True))
    return row if any(told for _, told in row) else ()


def _day(raw: object, question: Question, clock: Clock) -> str | NotUnderstood:
    if raw == "":
        return ""
    when = approximate_date.KIND.parse(raw, question, clock)
    return when.iso if isinstance(when, ApproximateDate) else when


KIND = Log()
