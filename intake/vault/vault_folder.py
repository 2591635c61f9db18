"""Make, open and remove a vault folder: ``key_slots.json``, ``records.db`` (with its journal) and ``changes.head``."""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from pathlib import Path

from intake.clock import Clock
from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file, write_key_file
from intake.vault.keys import DEFAULT_COST, DataKey, KdfCost, KeySlot, SlotOwner, wrap_key
from intake.vault.migrate import COPY_PATTERN, create_tables, migrate
from intake.vault.places.left_behind import remove_left_behind, site_for
from intake.vault.places.network_place import is_on_network
from intake.vault.private_folder import (
    keep_private,
    make_private_file,
    make_private_folder,
    refuse_strange,
    sync_folder,
    whole_path,
)
from intake.vault.slots.key_mishaps import header_changed
from intake.vault.slots.rekey import REKEYED_FILE, check_keys_stand, settle
from intake.vault.slots.seal import SEALED
from intake.vault.slots.unlocking import raise_cost, unlock
from intake.vault.store import VaultStore

MADE_ON = "vault.made_on"
_OUR_FILES = (
    KEY_FILE,
    f".{KEY_FILE}.*",
    RECORDS_FILE,
    f"{RECORDS_FILE}-*",
    f"{REKEYED_FILE}*",
    COPY_PATTERN,
    HEAD_FILE,
    f".{HEAD_FILE}.*",
)


def holds_vault(folder: Path) -> bool:
    """Whether there is something of a vault here, whole or not. Raises Mishap no_access."""
    try:
        return (folder / KEY_FILE).exists() or (folder / RECORDS_FILE).exists()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def create_vault_folder(
    folder: Path, passphrase: bytearray, clock: Clock, cost: KdfCost = DEFAULT_COST, witnesses: Path | None = None
) -> VaultStore:
    """Make a new vault and open it. It is built beside its place and moved there whole, or nothing is left.

    The passphrase is UTF-8; the caller wipes it. Raises Mishap: folder_not_empty, network_place, disk_full,
    vault_read_only, too_little_memory.
    """
    folder = whole_path(folder)
    refuse_occupied(folder)
    if is_on_network(folder):
        raise mishaps.network_place()
    make_private_folder(folder.parent)
    site = site_for(folder)
    make_private_folder(site)
    with DataKey.fresh() as key:
        try:
            vault_id = secrets.token_hex(16)
            owner = SlotOwner(made_on=clock.today().isoformat())
            write_key_file(site, KeyFile(vault_id, (wrap_key(key, passphrase, cost, vault_id, owner),)), key)
            _fill(site, vault_id, key, clock)
            move_into_place(site, folder)
        except BaseException:
            with suppress(Mishap):
                remove_vault_folder(site)
            raise
        return open_with_key(folder, read_key_file(folder), key, owner, witnesses)


def open_vault_folder(
    folder: Path, passphrase: bytearray, floor: KdfCost | None = None, witnesses: Path | None = None
) -> VaultStore:
    """Open a vault, after closing it to others and bringing it up to date.

    A slot whose guesses are cheaper than ``floor`` is wrapped anew. The passphrase is UTF-8; the caller wipes it.
    In ``witnesses`` this computer remembers how far each vault had come. What is not as it was left is no Mishap: the
    vault opens, and ``doubts`` of the store says it.
    Raises Mishap: folder_missing, no_vault, not_a_vault, not_private, vault_damaged, vault_newer, wrong_passphrase,
    header_changed, vault_in_use, vault_read_only, disk_full, too_little_memory.
    """
    keys = read_keys(folder)
    slot, key = unlock(keys, passphrase)
    with key:
        store = open_with_key(folder, keys, key, slot.owner, witnesses)
        try:
            _keep_dear(store, keys, slot, key, passphrase, floor)
        except BaseException:
            store.close()
            raise
    return store


def read_keys(folder: Path) -> KeyFile:
    """The key file of a vault that may be opened. Raises Mishap as ``open_vault_folder``."""
    _check_place(folder)
    keys = read_key_file(folder)
    if not _has_content(folder / RECORDS_FILE):
        raise mishaps.records_damaged()
    return keys


def open_with_key(
    folder: Path, keys: KeyFile, key: DataKey, owner: SlotOwner, witnesses: Path | None = None
) -> VaultStore:
    """Open the records, whatever was cut short before. Raises Mishap as ``open_vault_folder``."""
    database = _open_settled(folder, keys, key)
    try:
        migrate(database, folder, key)
        store = VaultStore(database, folder, owner)
        store.open_chain(keys.vault_id, witnesses, must_have_head=keys.must_have_head)
        _check_not_unsealed(store, keys)
        _state_head(folder, keys, key)
        _tidy(folder)
        remove_left_behind(folder, lambda left: left.vault_id == keys.vault_id)
        _finish_erasing(store)
    except BaseException:
        database.close()
        raise
    return store


def _open_settled(folder: Path, keys: KeyFile, key: DataKey) -> Database:
    """The records under the key that ``keys`` led to. Whoever was given a new key meanwhile is not called damaged."""
    try:
        settle(folder, keys, key)
        return Database.open(folder / RECORDS_FILE, key)
    except Mishap as mishap:
        if mishap.code == "vault_damaged":
            check_keys_stand(folder, keys)
        raise


def _finish_erasing(store: VaultStore) -> None:
    """Write over what an erasing that was cut short left behind. A full disk locks nobody out: next time again."""
    with suppress(Mishap):
        store.finish_erasing()


def remove_vault_folder(folder: Path) -> None:
    """Delete a closed vault: the keys first, then the records, then the folder if nothing else lies in it.

    For training vaults. Does nothing where there is nothing. Raises Mishap not_a_vault for a folder that is no vault.
    """
    if not folder.exists():
        return
    try:
        there = sorted(folder.iterdir())
        found = [path for pattern in _OUR_FILES for path in there if path.match(pattern)]
        if there and not found:
            raise mishaps.not_a_vault()
        for path in found:
            path.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except NotADirectoryError:
        raise mishaps.not_a_vault() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def refuse_occupied(folder: Path) -> None:
    """Raises Mishap folder_not_empty where a new vault would lie on top of something, no_access."""
    try:
        occupied = any(folder.iterdir()) if folder.is_dir() else folder.exists()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    if occupied:
        raise mishaps.folder_not_empty()


def _fill(site: Path, vault_id: str, key: DataKey, clock: Clock) -> None:
    records = site / RECORDS_FILE
    make_private_file(records)
    database = Database.open(records, key)
    try:
        create_tables(database)
        store = VaultStore(database, site)
        store.open_chain(vault_id, None, must_have_head=False)
        store.put_setting(MADE_ON, clock.today().isoformat())
        store.put_setting(SEALED, "1")
    finally:
        database.close()


def move_into_place(site: Path, folder: Path) -> None:
    """Give a whole and closed vault its name, durable. Raises Mishap folder_not_empty, vault_read_only."""
    try:
        sync_folder(site)
        if folder.is_dir():
            folder.rmdir()
        site.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        if error.errno in {errno.EEXIST, errno.ENOTEMPTY}:
            raise mishaps.folder_not_empty() from None
        raise mishaps.from_os_error(error, writing=True) from None


def _check_place(folder: Path) -> None:
    try:
        if not folder.is_dir():
            raise mishaps.not_a_vault() if folder.exists() else mishaps.folder_missing()
        keep_private(folder)
        if not holds_vault(folder):
            raise mishaps.no_vault()
        for pattern in _OUR_FILES:
            for path in folder.glob(pattern):
                refuse_strange(path)
                keep_private(path)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def _has_content(records: Path) -> bool:
    # only asked of the file system: opening and closing the file here would drop the lock of a second store
    try:
        return records.is_file() and records.stat().st_size > 0
    except OSError:
        return False


def _check_not_unsealed(store: VaultStore, keys: KeyFile) -> None:
    """A vault whose key file was sealed once takes no file without a seal. Raises Mishap header_changed."""
    was_sealed = store.setting(SEALED) is not None
    if was_sealed and not keys.seal:
        raise header_changed()
    if keys.seal and not was_sealed:
        store.put_setting(SEALED, "1")


def _state_head(folder: Path, keys: KeyFile, key: DataKey) -> None:
    """Let a key file from before the head say that there is one, now that there is. Next time again if it fails.

    A file without a seal waits for its first change, as ever.
    """
    if keys.seal and not keys.must_have_head:
        with suppress(Mishap):
            write_key_file(folder, keys, key)


def _keep_dear(
    store: VaultStore, keys: KeyFile, slot: KeySlot, key: DataKey, passphrase: bytearray, floor: KdfCost | None
) -> None:
    if floor is not None and raise_cost(store.folder, keys, slot, key, passphrase, floor):
        store.put_setting(SEALED, "1")


def _tidy(folder: Path) -> None:
    """Remove what was cut short, a key file or the end of a re-keying; this process alone holds the vault by now."""
    with suppress(OSError):
        for pattern in (f".{KEY_FILE}.*", f".{HEAD_FILE}.*", f"{REKEYED_FILE}*"):
            for path in folder.glob(pattern):
                path.unlink(missing_ok=True)
