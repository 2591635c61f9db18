"""Make a copy of the open vault, list the copies made, check one again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.vault.audit.entry import Action
from intake.vault.backup import copy_mishaps
from intake.vault.backup.copy_store import CopyLine
from intake.vault.freshness.copy_standing import CopyStanding

REMIND_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy as the desk shows it. ``erased_count`` of its reports are erased in the vault by now."""

    id: str
    place: str = field(repr=False)
    made_on: date
    checked_on: date
    case_count: int
    sha256: str
    erased_count: int = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies that were made, newest first, and whether it is time for a new one."""

    made: tuple[Copy, ...]
    is_due: bool

    @property
    def last_place(self) -> Path | None:
        """Where the newest copy was put, and where the next one goes unless somebody chooses."""
        return Path(self.made[0].place) if self.made else None


@dataclass(frozen=True, slots=True)
class Checked:
    """A copy that is whole. ``made_on`` is None when this vault does not list it."""

    made_on: date | None
    case_count: int
    standing: CopyStanding = CopyStanding.UNKNOWN


def list_copies(session: OpenVault) -> Copies:
    """Every copy made of this vault; a new one is due when the last is older than seven days or there is none.

    A vault that was kept aside when a copy was put back is none: it lies on the same disk. Erasing names it.
    """
    made = tuple(_copy(line) for line in session.store.copies() if line.sha256)
    newest = max((copy.made_on for copy in made), default=None)
    return Copies(made, is_due=newest is None or session.clock.today() - newest > REMIND_AFTER)


def make_copy(session: OpenVault, folder: Path) -> Copy:
    """Make a copy that was opened and found equal. Raises Mishap; then there is none."""
    line = session.store.make_copy(folder, session.clock.today())
    log(session, Action.COPY_MADE)
    return _copy(line)


def check_copy(session: OpenVault, folder: Path, passphrase: bytearray | None = None) -> Checked:
    """Open a copy and check it from end to end. The passphrase is wiped here.

    Without a passphrase Mishap copy_needs_passphrase asks for one where the copy is under other keys than the vault.
    Raises Mishap when it is not whole, and copy_is_newer or copy_forked when it holds what this vault lacks.
    """
    try:
        made_on, case_count, standing = session.store.check_copy(folder, session.clock.today(), passphrase)
    finally:
        if passphrase is not None:
            passphrase[:] = bytes(len(passphrase))
    if standing is CopyStanding.NEWER:
        raise copy_mishaps.copy_is_newer()
    if standing is CopyStanding.FORKED:
        raise copy_mishaps.copy_forked()
    return Checked(made_on, case_count, standing)


def _copy(line: CopyLine) -> Copy:
    return Copy(line.id, line.place, line.made_on, line.checked_on, line.case_count, line.sha256, line.erased_count)
