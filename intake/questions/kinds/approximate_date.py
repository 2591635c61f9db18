"""A day, a month or a year, as the person remembers it."""

from __future__ import annotations

from intake.answers.approximate_date import approximate_date
from intake.answers.model import AnswerValue, ApproximateDate
from intake.clock import Clock
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question

EARLIEST_YEAR = 1900
"""A year before this one is taken for a slip of the keys."""

_NO_SUCH_DAY = NotUnderstood(
    "kind.approximate_date.no_such_day",
    "The calendar has no such day. A month or just a year is fine too, such as 2024-05 or 2024.",
)
_STILL_TO_COME = NotUnderstood(
    "kind.approximate_date.still_to_come",
    "That day is still to come. Please look at the year again. A month or just a year is fine too.",
)
_LONG_AGO = NotUnderstood(
    "kind.approximate_date.long_ago", "That is more than a lifetime ago. Please look at the year again."
)


class ApproximateDateKind:
    """Takes ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; a span that has begun by today is not in the future."""

    id = "approximate_date"
    value_type = ApproximateDate
    takes_options = False
    messages = (_NO_SUCH_DAY, _STILL_TO_COME, _LONG_AGO)

    def parse(self, raw: object, _question: Question, clock: Clock, /) -> ApproximateDate | NotUnderstood:
        """The span of days, judged on the day that ``clock`` tells."""
        when = approximate_date(raw) if isinstance(raw, str) else None
        if when is None:
            return _NO_SUCH_DAY
        if when.earliest > clock.today():
            return _STILL_TO_COME
        return when if when.earliest.year >= EARLIEST_YEAR else _LONG_AGO

    def to_json(self, value: AnswerValue) -> str:
        """The ISO 8601 form, as precise as it was given."""
        if not isinstance(value, ApproximateDate):
            raise Defect("a date question was handed another kind of value")
        return value.iso


KIND = ApproximateDateKind()
