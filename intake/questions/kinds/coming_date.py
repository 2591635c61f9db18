"""A day, a month or a year that is still to come: a deadline, the next talk."""

from __future__ import annotations

from intake.questions.answer_kind import NotUnderstood
from intake.questions.day_to_come import DayToCome

KIND = DayToCome(
    id="coming_date",
    latest_years=20,
    no_such_day=NotUnderstood(
        "kind.coming_date.no_such_day",
        "The calendar has no such day. A month or just a year is fine too, such as 2027-05 or 2027.",
    ),
    gone_by=NotUnderstood(
        "kind.coming_date.gone_by",
        "That day has gone by. Please look at the year again. If it is so, talk to a lawyer soon.",
    ),
    far_off=NotUnderstood("kind.coming_date.far_off", "That is very far off. Please look at the year again."),
)
