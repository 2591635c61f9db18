"""Make, open and remove a vault folder: ``key_slots.json`` and ``records.db`` (with its journal), nothing else."""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from pathlib import Path

from intake.clock import Clock
from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file, write_key_file
from intake.vault.keys import DEFAULT_COST, DataKey, KdfCost, unwrap_key, wrap_key
from intake.vault.migrate import COPY_PATTERN, create_tables, migrate
from intake.vault.private_folder import keep_private, make_private_file, make_private_folder, sync_folder
from intake.vault.store import VaultStore

MADE_ON = "vault.made_on"
_OUR_FILES = (KEY_FILE, f".{KEY_FILE}.*", RECORDS_FILE, f"{RECORDS_FILE}-*", COPY_PATTERN)


def holds_vault(folder: Path) -> bool:
    """Whether there is something of a vault here, whole or not. Raises Mishap no_access."""
    try:
        return (folder / KEY_FILE).exists() or (folder / RECORDS_FILE).exists()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def create_vault_folder(folder: Path, passphrase: bytearray, clock: Clock, cost: KdfCost = DEFAULT_COST) -> VaultStore:
    """Make a new vault and open it. It is built beside its place and moved there whole, or nothing is left.

    The passphrase is UTF-8; the caller wipes it. Raises Mishap: folder_not_empty, disk_full, vault_read_only,
    too_little_memory.
    """
    folder = folder.resolve()
    _refuse_occupied(folder)
    make_private_folder(folder.parent)
    site = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    make_private_folder(site)
    with DataKey.fresh() as key:
        try:
            vault_id = secrets.token_hex(16)
            write_key_file(site, KeyFile(vault_id, (wrap_key(key, passphrase, cost, vault_id),)))
            _fill(site, key, clock)
            _move_into_place(site, folder)
        except BaseException:
            with suppress(Mishap):
                remove_vault_folder(site)
            raise
        return VaultStore(Database.open(folder / RECORDS_FILE, key), folder)


def open_vault_folder(folder: Path, passphrase: bytearray) -> VaultStore:
    """Open a vault, after closing it to others and bringing it up to date.

    The passphrase is UTF-8; the caller wipes it. Raises Mishap: folder_missing, no_vault, not_a_vault, not_private,
    vault_damaged, vault_newer, wrong_passphrase, vault_in_use, vault_read_only, disk_full, too_little_memory.
    """
    _check_place(folder)
    keys = read_key_file(folder)
    records = folder / RECORDS_FILE
    if not _has_content(records):
        raise mishaps.records_damaged()
    with _unlocked(keys, passphrase) as key:
        database = Database.open(records, key)
        try:
            migrate(database, folder, key)
            store = VaultStore(database, folder)
            _finish_erasing(store)
        except BaseException:
            database.close()
            raise
    return store


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
    found = [path for pattern in _OUR_FILES for path in folder.glob(pattern)]
    try:
        if not found and any(folder.iterdir()):
            raise mishaps.not_a_vault()
        for path in found:
            path.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except NotADirectoryError:
        raise mishaps.not_a_vault() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def _refuse_occupied(folder: Path) -> None:
    try:
        occupied = any(folder.iterdir()) if folder.is_dir() else folder.exists()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    if occupied:
        raise mishaps.folder_not_empty()


def _fill(site: Path, key: DataKey, clock: Clock) -> None:
    records = site / RECORDS_FILE
    make_private_file(records)
    database = Database.open(records, key)
    try:
        create_tables(database)
        VaultStore(database, site).put_setting(MADE_ON, clock.today().isoformat())
    finally:
        database.close()


def _move_into_place(site: Path, folder: Path) -> None:
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
                keep_private(path)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


def _has_content(records: Path) -> bool:
    # only asked of the file system: opening and closing the file here would drop the lock of a second store
    try:
        return records.is_file() and records.stat().st_size > 0
    except OSError:
        return False


def _unlocked(keys: KeyFile, passphrase: bytearray) -> DataKey:
    for slot in keys.slots:
        key = unwrap_key(slot, passphrase, keys.vault_id)
        if key is not None:
            return key
    raise mishaps.wrong_passphrase()
