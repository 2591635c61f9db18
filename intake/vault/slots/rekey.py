"""A new data key for the records: a whole copy beside them, proven, then one rename that decides.

The key file is the moment of change. Before it is replaced the old records count and the copy is rubbish; after it
only the copy opens, and whoever unlocks next puts it in its place. So a kill leaves the old state or the new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.key_file import KeyFile, read_key_file
from intake.vault.keys import DataKey
from intake.vault.private_folder import make_private_file, sync_folder
from intake.vault.store import VaultStore

REKEYED_FILE = f"{RECORDS_FILE}.rekeyed"


def copy_under_new_key(store: VaultStore, key: DataKey) -> None:
    """Write all records beside themselves under another key, and read the copy end to end. Raises Mishap."""
    copy = store.folder / REKEYED_FILE
    _remove_copy(store.folder)
    make_private_file(copy)
    store.check_freshness()  # under the old key, as long as there is one: what is found goes along
    try:
        store.copy_to(copy, key)
        database = Database.open(copy, key)
        try:
            store.carry_log_to(database)
            database.check_whole()
        finally:
            database.close()
        with _as_mishap():
            sync_folder(store.folder)
    except BaseException:
        with suppress(Mishap):
            _remove_copy(store.folder)
        raise


def settle(folder: Path, keys: KeyFile, key: DataKey) -> None:
    """Finish or undo a re-keying that was cut short: the key that ``keys`` led to says which. Raises Mishap.

    Nothing is removed unless the records open with this key, or the copy does.
    """
    copy = folder / REKEYED_FILE
    with _as_mishap():
        if not copy.exists():
            return
    if _undone(folder, keys, key):
        return
    if not _opens(copy, key):
        raise mishaps.records_damaged()
    put_in_place(folder)


def check_keys_stand(folder: Path, keys: KeyFile) -> None:
    """Raises Mishap vault_in_use when another process has changed the keys since they were read.

    It lets go of the records only to put the copy in their place, or has just done so.
    """
    if read_key_file(folder) != keys:
        raise mishaps.vault_in_use() from None


def _undone(folder: Path, keys: KeyFile, key: DataKey) -> bool:
    """Whether the records still open with this key, so that the copy beside them was rubbish and is gone."""
    try:
        database = Database.open(folder / RECORDS_FILE, key)
    except Mishap as mishap:
        if mishap.code == "vault_damaged":
            return False
        raise
    try:
        check_keys_stand(folder, keys)
        _remove_copy(folder)
    finally:
        database.close()
    return True


def put_in_place(folder: Path) -> None:
    """Let the copy take the place of the records, which nobody may have open. Raises Mishap."""
    with _as_mishap():
        (folder / f"{RECORDS_FILE}-wal").unlink(missing_ok=True)  # it belongs to the records that are going
        (folder / REKEYED_FILE).replace(folder / RECORDS_FILE)
        sync_folder(folder)


def _opens(path: Path, key: DataKey) -> bool:
    try:
        Database.open(path, key).close()
    except Mishap as mishap:
        if mishap.code == "vault_damaged":
            return False
        raise
    return True


def _remove_copy(folder: Path) -> None:
    with _as_mishap():
        for path in folder.glob(f"{REKEYED_FILE}*"):
            path.unlink(missing_ok=True)


@contextmanager
def _as_mishap() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
