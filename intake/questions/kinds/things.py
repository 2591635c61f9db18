"""A list of things, each with a few choices. The options of the question are the kinds of thing."""

from __future__ import annotations

from intake.answers.model import AnswerValue, Row, Rows
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question
from intake.questions.told_rows import MOST_ROWS, NO_ROWS, NOT_ROWS, ROW_MESSAGES, TOO_MANY, as_text, read_json, rows_of

WHAT = "what"
"""The first column: which kind of thing it is."""


class Things:
    """Takes ``[{"what": "messages", "where": "with_me"}]`` as JSON; any choice but the first may be absent."""

    id = "things"
    value_type = Rows
    takes_options = True
    messages = ROW_MESSAGES

    def parse(self, raw: object, question: Question, _clock: Clock, /) -> Rows | NotUnderstood:
        """The things in the order in which they were named; ticks only, so that nothing can be typed by mistake."""
        listed = read_json(raw)
        if not isinstance(listed, list):
            return NOT_ROWS
        if len(listed) > MOST_ROWS:
            return TOO_MANY
        offered = {WHAT: {one.id for one in question.options}}
        offered |= {column.id: {one.id for one in column.options} | {""} for column in question.columns}
        rows = [_read(thing, offered) for thing in listed]
        if not all(rows):
            return NOT_ROWS
        return Rows(tuple(rows)) if rows else NO_ROWS

    def to_json(self, value: AnswerValue) -> str:
        """The things as a list."""
        return as_text(rows_of(value))


def _read(thing: object, offered: dict[str, set[str]]) -> Row:
    if not isinstance(thing, dict) or not thing.keys() <= offered.keys():
        return ()
    row = tuple((name, thing.get(name, "")) for name in offered)
    return row if all(isinstance(told, str) and told in offered[name] for name, told in row) else ()


KIND = Things()
