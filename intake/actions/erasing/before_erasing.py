"""What somebody should know before they erase a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.two_people import GuardedAct, is_second_asked
from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class BeforeErasing:
    """The name of the report, since when it is on hold (None: it is not), when an earlier hold ended, what stays.

    ``second_asked``: erasing it takes a second person.
    """

    case_label: str
    held_since: date | None
    hold_ended: date | None
    out_of_reach: CannotBeReached
    second_asked: bool = False


def before_erasing(session: OpenVault, case_id: str) -> BeforeErasing:
    """Look, and change nothing. Raises Defect for a report that is not there."""
    hold = session.store.hold(case_id)
    return BeforeErasing(
        session.store.case(case_id).label,
        hold.set_on if hold and hold.is_on else None,
        hold.released_on if hold else None,
        what_cannot_be_reached(session, case_id),
        is_second_asked(session, GuardedAct.ERASE_REPORT),
    )
