"""Erase one whole report."""

from __future__ import annotations

from intake.actions.erasing.forgetting import forgetting
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.two_people import GuardedAct, need_second_person
from intake.actions.session import OpenVault
from intake.vault.erasing import refusals


def erase_case(session: OpenVault, case_id: str, typed_label: str, second: bytearray | None = None) -> CannotBeReached:
    """Erase a report, in the vault and in memory, and say what could not be reached.

    Raises Mishap wrong_label unless its name was typed, legal_hold, second_needed and its like, erase_unfinished, or
    trouble with the disk.
    """
    if typed_label.strip().casefold() != session.store.case(case_id).label.casefold():
        raise refusals.wrong_label()
    left = what_cannot_be_reached(session, case_id)
    need_second_person(session, GuardedAct.ERASE_REPORT, second)
    with forgetting(session, (case_id,)):
        session.store.erase_case(case_id, session.clock.today(), session.staff_code)
    return left
