"""Reports whose last day has come: told at home, erased by a person in one step, never by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intake.actions.cases.cases import kept_until
from intake.actions.cases.damaged import even_if_damaged
from intake.actions.erasing.erase_case import erase_case
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.two_people import GuardedAct, is_second_asked
from intake.actions.session import OpenVault
from intake.cases.keeping import Keeping, keeping
from intake.errors import Mishap

_MOST = 20
"""So many are looked at for home; the next ones come up once these are gone."""


@dataclass(frozen=True, slots=True)
class DueToErase:
    """One report, the day until which it was to be kept, and whether one step is enough.

    It is not where the clock was set back, or where a second person is asked. ``is_elsewhere``: pages that left, papers
    or copies stay when it is erased here.
    """

    case_id: str
    case_label: str
    kept_until: date
    is_one_step: bool
    is_elsewhere: bool = False


def due_to_erase(session: OpenVault) -> tuple[DueToErase, ...]:
    """The longest due first. A report on hold is not told: it must stay."""
    return tuple(one for one, _ in zip(_due(session), range(_MOST), strict=False))


def erase_due(session: OpenVault, case_id: str) -> CannotBeReached:
    """Erase one of these. Raises Mishap not_due when its day is not surely there; and as erasing a report does."""
    until = kept_until(session).get(case_id)
    if until is None or _standing(session, until) is not Keeping.DUE:
        raise _not_due()
    return erase_case(session, case_id, session.store.case(case_id).label)


def _due(session: OpenVault) -> Iterator[DueToErase]:
    standings = {case_id: (until, _standing(session, until)) for case_id, until in kept_until(session).items()}
    found = [(until, case_id, how) for case_id, (until, how) in standings.items() if how is not Keeping.KEPT]
    if not found:
        return
    second = is_second_asked(session, GuardedAct.ERASE_REPORT)
    labels = {line.id: line.label for line in session.store.cases()}
    for until, case_id, standing in sorted(found, key=lambda one: (one[0], labels[one[1]])):
        with even_if_damaged():
            hold = session.store.hold(case_id)
            if hold is None or not hold.is_on:
                left = what_cannot_be_reached(session, case_id)
                is_one_step = standing is Keeping.DUE and not second
                is_elsewhere = bool(left.pages or left.papers or left.copies)
                yield DueToErase(case_id, labels[case_id], until, is_one_step, is_elsewhere)


def _standing(session: OpenVault, until: date) -> Keeping:
    return keeping(until, session.clock.now().astimezone().replace(tzinfo=None), session.newest_seen)


def _not_due() -> Mishap:
    return Mishap(
        "not_due",
        "The day until which this report is kept has not surely come, so nothing was erased.",
        "All of it is still here, locked.",
        "Look at the clock of this computer. To erase it all the same, open the report and stop there.",
    )
