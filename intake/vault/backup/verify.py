"""Open a copy with a passphrase and check it from end to end. Nothing in it is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.backup import copy_mishaps
from intake.vault.backup.contents import Contents, read_through, sha256_of, unlocked
from intake.vault.freshness.closed import State, state_of
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file
from intake.vault.keys import DataKey


@dataclass(frozen=True, slots=True)
class Proven:
    """A copy or vault that was opened and found whole."""

    vault_id: str
    contents: Contents
    sha256: str
    state: State = field(default_factory=State, compare=False)


def verify_backup(folder: Path, passphrase: bytearray) -> Proven:
    """Check the seal of every page, the structure, the links between tables, and read every row.

    The passphrase is UTF-8; the caller wipes it. Raises Mishap: copy_damaged, wrong_passphrase, no_vault,
    not_a_vault, folder_missing, vault_newer, vault_in_use, no_access, too_little_memory.
    """
    try:
        return prove(folder, passphrase)
    except Mishap as mishap:
        raise copy_mishaps.of_the_copy(mishap) from None


def prove(folder: Path, passphrase: bytearray) -> Proven:
    """The same, in the words of a vault: vault_damaged."""
    look_for(folder)
    keys = read_key_file(folder)
    with unlocked(keys, passphrase) as key:
        return prove_with(folder, keys, key)


def look_for(folder: Path) -> None:
    """Raises Mishap where there is nothing of a vault: no_vault, not_a_vault, folder_missing, no_access."""
    try:
        if not folder.is_dir():
            raise mishaps.not_a_vault() if folder.exists() else mishaps.folder_missing()
        if not (folder / KEY_FILE).exists() and not any(folder.glob("records.db*")):
            raise mishaps.no_vault()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def prove_with(folder: Path, keys: KeyFile, key: DataKey) -> Proven:
    """The same with the data key itself. Raises Mishap vault_damaged."""
    contents = read_through(folder, key)
    state = state_of(folder, key, must_have_head=keys.must_have_head)
    return Proven(keys.vault_id, contents, sha256_of(folder), state)
