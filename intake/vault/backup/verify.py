"""Open a copy with a passphrase and check it from end to end. Only a journal that a crash left is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.backup import copy_mishaps
from intake.vault.backup.contents import Contents, opened_to_look, read_through, sha256_of
from intake.vault.database import RECORDS_FILE
from intake.vault.freshness.closed import State, state_of
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file
from intake.vault.keys import DataKey
from intake.vault.private_folder import is_strange
from intake.vault.settings_store import SettingsStore
from intake.vault.slots.key_mishaps import header_changed
from intake.vault.slots.seal import SEALED
from intake.vault.slots.unlocking import unlock


@dataclass(frozen=True, slots=True)
class Proven:
    """A copy or vault that was opened and found whole."""

    vault_id: str
    contents: Contents
    sha256: str
    state: State = field(default_factory=State, compare=False)


def verify_backup(folder: Path, passphrase: bytearray) -> Proven:
    """Check the seal of every page, the structure, the links between tables, and read every row.

    The passphrase is UTF-8; the caller wipes it. Raises Mishap: copy_damaged, copy_differs (its key file is not as
    this program wrote it), wrong_passphrase, no_vault, not_a_vault, folder_missing, vault_newer, vault_in_use,
    no_access, too_little_memory.
    """
    try:
        return prove(folder, passphrase)
    except Mishap as mishap:
        raise copy_mishaps.of_the_copy(mishap) from None


def prove(folder: Path, passphrase: bytearray) -> Proven:
    """The same, in the words of a vault: vault_damaged, header_changed."""
    look_for(folder)
    keys = read_key_file(folder)
    with unlock(keys, passphrase)[1] as key:
        return prove_with(folder, keys, key)


def look_for(folder: Path) -> None:
    """Raises Mishap where there is nothing of a vault: no_vault, not_a_vault, folder_missing, no_access.

    A link, a pipe or a device in place of one of its files is not_a_vault: it is neither read nor waited for.
    """
    try:
        if not folder.is_dir():
            raise mishaps.not_a_vault() if folder.exists() else mishaps.folder_missing()
        if holds_strange(folder):
            raise mishaps.not_a_vault()
        if not (folder / KEY_FILE).exists() and not any(folder.glob("records.db*")):
            raise mishaps.no_vault()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def holds_strange(folder: Path) -> bool:
    """Whether a link, a pipe or a device stands in place of a file that we would open. Raises OSError."""
    return any(
        is_strange(path)
        for path in folder.iterdir()
        if path.name in {KEY_FILE, HEAD_FILE} or path.name.startswith(RECORDS_FILE)
    )


def prove_with(folder: Path, keys: KeyFile, key: DataKey) -> Proven:
    """The same with the data key itself. Raises Mishap vault_damaged, header_changed."""
    contents = read_through(folder, key)
    _check_not_unsealed(folder, keys, key)
    state = state_of(folder, key, must_have_head=keys.must_have_head)
    return Proven(keys.vault_id, contents, sha256_of(folder), state)


def _check_not_unsealed(folder: Path, keys: KeyFile, key: DataKey) -> None:
    """A key file without a seal is from before there were seals, unless the records know better."""
    if keys.seal:
        return
    with opened_to_look(folder, key) as records:
        if SettingsStore(records).one(SEALED) is not None:
            raise header_changed()
