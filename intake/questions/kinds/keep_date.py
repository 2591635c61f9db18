"""The last day for which something is kept: a day to come, soon enough to be meant."""

from __future__ import annotations

from intake.answers.approximate_date import approximate_date
from intake.answers.model import AnswerValue, ApproximateDate
from intake.clock import Clock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds import coming_date
from intake.questions.model import Question

LATEST_YEARS = 7
"""A day later than this many years is taken for a slip of the keys."""

_NO_SUCH_DAY = NotUnderstood(
    "kind.keep_date.no_such_day",
    "The calendar has no such day. A month is fine too, such as 2027-05: then it is kept to its end.",
)
_GONE_BY = NotUnderstood(
    "kind.keep_date.gone_by", "That day has gone by. To erase it now, pick that in the question before."
)
_FAR_OFF = NotUnderstood("kind.keep_date.far_off", "That is years from now. Please look at the year again.")


class KeepDate:
    """Takes ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; of a month or a year its last day counts."""

    id = "keep_date"
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
        return when if when.latest.year <= clock.today().year + LATEST_YEARS else _FAR_OFF

    def to_json(self, value: AnswerValue) -> str:
        """The ISO 8601 form, as precise as it was given."""
        return coming_date.KIND.to_json(value)


KIND = KeepDate()
