"""What home shows as due: times that may end in the next two days, in the reports of the last week."""

from __future__ import annotations

from datetime import timedelta

from intake.actions.cases.damaged import even_if_damaged
from intake.actions.session import OpenVault
from intake.actions.time_limits.panel import DueSoon
from intake.actions.time_limits.time_limits import ends_within
from intake.time_limits.words import say

SOON = timedelta(hours=48)
_LAST_WEEK = timedelta(days=7)
_MOST_REPORTS, _MOST_LINES = 60, 6
"""No care or test that is listed here reaches beyond a week, so older reports need not be read."""


def due_soon(session: OpenVault) -> tuple[DueSoon, ...]:
    """Soonest first within each report, the report worked on last first. Nothing that a person said stands in it."""
    wording = session.content.wording(session.language)
    found: list[DueSoon] = []
    for line in session.store.cases(0, _MOST_REPORTS):
        if line.last_touched_on < session.clock.today() - _LAST_WEEK:
            break
        with even_if_damaged():
            case = session.store.glance_at(line.id)
            found += [
                DueSoon(line.id, line.label, say(wording, "today_line", title=one.title, left=one.left_line))
                for one in ends_within(session, case, SOON)
            ]
    return tuple(found[:_MOST_LINES])
