"""Erase every report of this vault."""

from __future__ import annotations

from intake.actions.erasing.forgetting import forgetting
from intake.actions.erasing.typed_count import is_count
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.keys.supervisor import require_supervisor
from intake.actions.keys.two_people import GuardedAct, need_second_person
from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.screening.office_words import take_in_office_words
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.erasing import refusals


def count_reports(session: OpenVault) -> int:
    """How many reports there are: the number that must be typed."""
    return len(session.store.cases())


def erase_everything(
    session: OpenVault, typed_count: str, second: bytearray | None = None, *, with_settings: bool = False
) -> CannotBeReached:
    """Erase all reports with all that hangs on them and, where wished, the settings; say what could not be reached.

    The log stays: it names nobody. Raises Mishap supervisor_needed, wrong_count unless the number of reports was
    typed, legal_hold when any of them is on hold, second_needed and its like, erase_unfinished, or trouble with the
    disk.
    """
    require_supervisor(session)
    going = tuple(line.id for line in session.store.cases())
    if not is_count(typed_count, len(going)):
        raise refusals.wrong_count()
    left = what_cannot_be_reached(session, None)
    need_second_person(session, GuardedAct.ERASE_EVERYTHING, second)
    try:
        with forgetting(session, going):
            session.store.erase_everything(
                len(going), session.clock.today(), session.staff_code, with_settings=with_settings
            )
    except Mishap as mishap:
        if with_settings and mishap.code == "erase_unfinished":
            _work_by_what_is_left(session)
        raise
    if with_settings:
        _work_by_what_is_left(session)
    return left


def _work_by_what_is_left(session: OpenVault) -> None:
    """There are no policies, no changed questions and no words of the office any more."""
    take_in_own_policies(session)
    take_in_office_words(session)
    session.lens_is_old()
