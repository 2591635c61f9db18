"""The people who may open this vault: list, add, remove."""

from __future__ import annotations

from dataclasses import dataclass

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.keys.two_people import GuardedAct, need_second_person
from intake.actions.session import OpenVault
from intake.actions.vault.passphrases import refuse_weak
from intake.actions.vault.write_log import log
from intake.vault.audit.entry import Action
from intake.vault.keys import SlotOwner, StaffRole
from intake.vault.slots import staff_keys
from intake.vault.slots.calibrate import calibrate_cost
from intake.vault.slots.staff_keys import StaffLine, read_staff_code

__all__ = ["Removed", "StaffLine", "StaffRole", "add_staff", "list_staff", "remove_staff"]

_OUT_OF_REACH = (
    "Copies of this vault made before today still open with the old passphrase.",
    "Make a new copy, and destroy the old ones where you can.",
    "What the person saw, wrote down or saved as a page is out of our reach.",
)


@dataclass(frozen=True, slots=True)
class Removed:
    """Who was removed, and in plain words what that does not reach."""

    code: str
    warnings: tuple[str, ...]


def list_staff(session: OpenVault) -> tuple[StaffLine, ...]:
    """Everybody who has a passphrase for this vault. Raises Mishap practice_has_no_keys."""
    return staff_keys.staff_lines(session.store)


def add_staff(session: OpenVault, mine: bytearray, code: str, role: StaffRole, first: bytearray) -> None:
    """Give somebody a first passphrase, which they change. The caller wipes both passphrases.

    Raises Mishap: supervisor_needed, bad_staff_code, staff_code_taken, weak_passphrase, passphrase_taken,
    wrong_passphrase (mine), too_many_staff.
    """
    require_supervisor(session)
    owner = SlotOwner(role, read_staff_code(code), session.clock.today().isoformat())
    refuse_weak(first, "Nobody was added.")
    staff_keys.add_staff(session.store, mine, owner, first, calibrate_cost())
    log(session, Action.STAFF_CHANGED)


def remove_staff(session: OpenVault, mine: bytearray, code: str, second: bytearray | None = None) -> Removed:
    """Take a person's way in away and re-key the whole vault. The caller wipes the passphrases.

    Raises Mishap: supervisor_needed, no_such_staff, cannot_remove_yourself, wrong_passphrase, second_needed and its
    like, disk_full, ...
    """
    require_supervisor(session)
    code = read_staff_code(code)
    need_second_person(session, GuardedAct.REMOVE_STAFF, second)
    session.store = staff_keys.remove_staff(session.store, mine, code)
    log(session, Action.STAFF_CHANGED)
    return Removed(code, _OUT_OF_REACH)
