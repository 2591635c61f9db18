"""The last day for which something is kept: a day to come, soon enough to be meant; of a month or year its last day."""

from __future__ import annotations

from intake.questions.answer_kind import NotUnderstood
from intake.questions.day_to_come import DayToCome

KIND = DayToCome(
    id="keep_date",
    latest_years=7,
    no_such_day=NotUnderstood(
        "kind.keep_date.no_such_day",
        "The calendar has no such day. A month is fine too, such as 2027-05: then it is kept to its end.",
    ),
    gone_by=NotUnderstood(
        "kind.keep_date.gone_by", "That day has gone by. To erase it now, pick that in the question before."
    ),
    far_off=NotUnderstood("kind.keep_date.far_off", "That is years from now. Please look at the year again."),
)
