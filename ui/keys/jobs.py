"""What the parts that change keys ask of the core, as jobs for the worker. Every passphrase is wiped, come what may."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.keys.change_passphrase import change_passphrase
from intake.actions.keys.recovery import WayBack, make_recovery_words, way_back
from intake.actions.keys.staff import Removed, StaffLine, StaffRole, add_staff, list_staff, remove_staff
from intake.actions.keys.supervisor import is_supervisor
from intake.actions.keys.two_people import GuardedAct, is_second_asked
from intake.actions.session import OpenVault
from intake.actions.vault.passphrases import suggest_passphrase
from ui.secret_text import wipe, wiped

__all__ = ["KeysOverview", "Removed", "StaffLine", "StaffRole", "WayBack"]


@dataclass(frozen=True, slots=True)
class KeysOverview:
    """What is shown; ``way_back`` is None for a practice vault, which has no keys.

    ``second_asked``: removing somebody takes a second person.
    """

    way_back: WayBack | None = None
    staff: tuple[StaffLine, ...] = ()
    is_supervisor: bool = False
    second_asked: bool = False


def overview(session: OpenVault) -> KeysOverview:
    """Everything that is shown."""
    state = way_back(session)
    if state is None:
        return KeysOverview()
    second_asked = is_second_asked(session, GuardedAct.REMOVE_STAFF)
    return KeysOverview(state, list_staff(session), is_supervisor(session), second_asked)


def suggest() -> str:
    """A passphrase of ordinary words that nobody can guess."""
    return suggest_passphrase()


def change(session: OpenVault, old: bytearray, new: bytearray) -> None:
    """Another passphrase for me."""
    try:
        change_passphrase(session, old, new)
    finally:
        wipe(old)
        wipe(new)


def add(session: OpenVault, mine: bytearray, code: str, role: str, first: bytearray) -> None:
    """One more person."""
    try:
        add_staff(session, mine, code, StaffRole(role), first)
    finally:
        wipe(mine)
        wipe(first)


def remove(session: OpenVault, mine: bytearray, code: str, second: bytearray | None) -> Removed:
    """One person less, and a new key for the vault."""
    with wiped(mine, second):
        return remove_staff(session, mine, code, second)


def make(session: OpenVault, mine: bytearray, as_shares: bool) -> tuple[tuple[str, ...], ...]:
    """New recovery words."""
    try:
        return make_recovery_words(session, mine, as_shares=as_shares)
    finally:
        wipe(mine)
