"""Kinds of answers that take a day, a month or a year to come; they differ in how far off it may be, and in words."""

from __future__ import annotations

from dataclasses import dataclass

from intake.answers.approximate_date import approximate_date
from intake.answers.model import AnswerValue, ApproximateDate
from intake.clock import Clock
from intake.errors import Defect
from intake.questions.answer_kind import NotUnderstood
from intake.questions.model import Question


@dataclass(frozen=True, slots=True)
class DayToCome:
    """Takes ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; a span that is not over today is still to come.

    ``latest_years``: a day later than this many years is taken for a slip of the keys.
    """

    id: str
    latest_years: int
    no_such_day: NotUnderstood
    gone_by: NotUnderstood
    far_off: NotUnderstood

    @property
    def value_type(self) -> type[AnswerValue]:
        """A span of days."""
        return ApproximateDate

    @property
    def takes_options(self) -> bool:
        """It has none."""
        return False

    @property
    def messages(self) -> tuple[NotUnderstood, ...]:
        """What may be said of something that is no such day."""
        return (self.no_such_day, self.gone_by, self.far_off)

    def parse(self, raw: object, _question: Question, clock: Clock, /) -> ApproximateDate | NotUnderstood:
        """The span of days, judged on the day that ``clock`` tells."""
        when = approximate_date(raw) if isinstance(raw, str) else None
        if when is None:
            return self.no_such_day
        if when.latest < clock.today():
            return self.gone_by
        return when if when.latest.year <= clock.today().year + self.latest_years else self.far_off

    def to_json(self, value: AnswerValue) -> str:
        """The ISO 8601 form, as precise as it was given."""
        if not isinstance(value, ApproximateDate):
            raise Defect("a date question was handed another kind of value")
        return value.iso
