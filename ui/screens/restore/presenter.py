"""What the restore screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import Clock

if TYPE_CHECKING:
    from intake.actions.copies.put_back import BeforeRestore, Restored

NEW_FOLDER = "forthright-vault"


def look(copy: Path, place: Path, passphrase: bytearray) -> BeforeRestore:
    """What the copy holds and what would change."""
    from intake.actions.copies.put_back import look_before

    return look_before(copy, place, passphrase)


def put_back(copy: Path, place: Path, passphrase: bytearray, clock: Clock) -> Restored:
    """Put the copy in place."""
    from intake.actions.copies.put_back import put_back as put_copy_back

    return put_copy_back(copy, place, passphrase, clock)


def place_in(picked: Path) -> Path:
    """Where the vault goes: the folder that was picked where it is a vault or empty, else a new one inside."""
    from intake.actions.vault.unlock_vault import vault_exists

    try:
        is_free = vault_exists(picked) or not any(picked.iterdir())
    except OSError:
        is_free = True
    return picked if is_free else picked / NEW_FOLDER
