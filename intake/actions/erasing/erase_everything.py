"""Erase every report of this vault."""

from __future__ import annotations

from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, what_cannot_be_reached
from intake.actions.session import OpenVault
from intake.vault.erasing import refusals


def count_reports(session: OpenVault) -> int:
    """How many reports there are: the number that must be typed."""
    return len(session.store.cases())


def erase_everything(session: OpenVault, typed_count: str, *, with_settings: bool = False) -> CannotBeReached:
    """Erase all reports with all that hangs on them and, where wished, the settings; say what could not be reached.

    The log stays: it names nobody. Raises Mishap wrong_count unless the number of reports was typed, legal_hold when
    any of them is on hold, erase_unfinished, or trouble with the disk.
    """
    typed = typed_count.strip()
    if not typed.isdecimal() or len(typed) > len(str(count_reports(session))):
        raise refusals.wrong_count()
    left = what_cannot_be_reached(session, None)
    session.store.erase_everything(int(typed), session.clock.today(), session.staff_code, with_settings=with_settings)
    session.forget()
    return left
