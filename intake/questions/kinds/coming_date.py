"""A day, a month or a year that is still to come: a deadline, the next talk."""

from __future__ import annotations

from intake.answers.approximate_date import approximate_date
from intake.answers.model import AnswerValue, ApproximateDate
from intake.clock import Clock
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question

LATEST_YEARS = 20
"""A day later than this many years is taken for a slip of the keys."""

_NO_SUCH_DAY = NotUnderstood(
    "kind.coming_date.no_such_day",
    "The calendar has no such day. A month or just a year is fine too, such as 2027-05 or 2027.",
)
_GONE_BY = NotUnderstood(
    "kind.coming_date.gone_by",
    "That day has gone by. Please look at the year again. If it is so, talk to a lawyer soon.",
)
_FAR_OFF = NotUnderstood("kind.coming_date.far_off", "That is very far off. Please look at the year again.")


class ComingDate:
    """Takes ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; a span that is not over today is still to come."""

    id = "coming_date"
    value_type = ApproximateDate
    takes_options = False
    messages = (_NO_SUCH_DAY, _GONE_BY, _FAR_OFF)

    def parse(self, raw: object, _question: Question, clock: Clock, /) -> ApproximateDate | NotUnderstood:
        """The span of days, judged on the day that ``clock`` tells."""
        when = approximate_date(raw) if isinstance(raw, str) else None
        if when is None:
            return _NO_SUCH_DAY
        if when.latest < clock.today():
            return _GONE_BY
        return when if when.earliest.year <= clock.today().year + LATEST_YEARS else _FAR_OFF

    def to_json(self, value: AnswerValue) -> str:
        """The ISO 8601 form, as precise as it was given."""
        if not isinstance(value, ApproximateDate):
            raise Defect("a date question was handed another kind of value")
        return value.iso


KIND = ComingDate()
