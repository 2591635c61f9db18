"""The way back in when a passphrase is lost: make it, try it, and use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.actions.keys.supervisor import is_supervisor, require_supervisor
from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.screening.office_words import take_in_office_words
from intake.actions.session import OpenVault
from intake.actions.vault.passphrases import refuse_weak
from intake.actions.vault.write_log import log
from intake.clock import Clock
from intake.content import Content
from intake.vault.audit.entry import Action
from intake.vault.key_file import read_key_file
from intake.vault.keys import StaffRole
from intake.vault.slots import recovery
from intake.vault.slots.calibrate import calibrate_cost
from intake.vault.slots.key_mishaps import no_recovery, way_back_by_supervisor, way_back_first
from intake.vault.slots.sheet_words import ONE_PAPER, TWO_OF_THREE

REHEARSE_EVERY_DAYS = 90


@dataclass(frozen=True, slots=True)
class WayBack:
    """How it stands with the recovery papers. ``is_due``: make one, or try it (again).

    ``older_open``: papers tried before open the vault until the newest were tried.
    """

    is_made: bool
    needed: int
    of: int
    rehearsed_on: date | None
    is_due: bool
    older_open: bool = False


@dataclass(frozen=True, slots=True)
class RecoveryForm:
    """How many papers to ask for, and the code of the first supervisor."""

    papers: int
    code: str


def way_back(session: OpenVault) -> WayBack | None:
    """How it stands; None for a practice vault, which needs no way back."""
    if session.store.is_in_memory:
        return None
    found = recovery.recovery_state(session.store)
    is_due = not _was_lately(found.rehearsed_on, session.clock.today())
    return WayBack(found.of > 0, found.needed, found.of, found.rehearsed_on, is_due, found.older_open)


def needs_way_back(session: OpenVault) -> bool:
    """Whether a first report has to wait: a vault on disk, without reports, whose words nobody has tried."""
    if session.store.is_in_memory or session.store.cases():
        return False
    return recovery.recovery_state(session.store).rehearsed_on is None


def require_way_back(session: OpenVault) -> None:
    """Raises Mishap ``way_back_first`` (``way_back_by_supervisor`` for an advocate) before a first report."""
    if needs_way_back(session):
        raise way_back_first() if is_supervisor(session) else way_back_by_supervisor()


def _was_lately(tried: date | None, today: date) -> bool:
    """A day that is yet to come was taken from a wrong clock and counts for nothing."""
    return tried is not None and 0 <= (today - tried).days <= REHEARSE_EVERY_DAYS


def make_recovery_words(session: OpenVault, mine: bytearray, *, as_shares: bool) -> tuple[tuple[str, ...], ...]:
    """New words for one paper, or for three of which any two are enough. They are shown once and kept nowhere.

    The caller wipes the passphrase. Raises Mishap: supervisor_needed, wrong_passphrase, ...
    """
    require_supervisor(session)
    form = TWO_OF_THREE if as_shares else ONE_PAPER
    return recovery.make_sheet(session.store, mine, form, session.clock.today())


def rehearse_recovery(session: OpenVault, typed: Sequence[str]) -> bool:
    """Prove that the words open this vault, and keep today as the day it was tried.

    False: these were older words, which still work; the newest are yet to be tried. Raises Mishap.
    """
    return recovery.rehearse(session.store, typed, session.clock.today())


def recovery_form(folder: Path) -> RecoveryForm:
    """What the form must ask for this vault. Raises Mishap: no_recovery, vault_damaged, vault_newer, ..."""
    keys = read_key_file(folder)
    if not keys.recovery:
        raise no_recovery()
    code = next((slot.owner.code for slot in keys.slots if slot.owner.role is StaffRole.SUPERVISOR), "")
    return RecoveryForm(max(slot.figures.needed for slot in keys.recovery), code)


def recover_vault(
    folder: Path,
    typed: Sequence[str],
    code: str,
    new: bytearray,
    content: Content,
    clock: Clock,
    witnesses: Path | None = None,
) -> OpenVault:
    """Open the vault with recovery words and give the person with this code a new passphrase. The caller wipes it.

    Raises Mishap, one for each kind of mistake; the passphrases that open the vault now stay as they are then.
    """
    refuse_weak(new, "Nothing has changed.")
    store = recovery.recover(folder, typed, code, new, calibrate_cost(), clock.today(), witnesses)
    session = OpenVault(store, content, clock)
    try:
        take_in_own_policies(session)
        take_in_office_words(session)
        log(session, Action.OPENED)
        log(session, Action.STAFF_CHANGED)
    except BaseException:
        store.close()
        raise
    return session
