"""Put a copy back: built beside the place, proven, compared, then swapped in. What was there before is kept."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.backup import copy_mishaps
from intake.vault.backup.contents import read_through
from intake.vault.backup.kept_closed import kept_closed
from intake.vault.backup.known_copies import Noted, note_all, of_aside, of_source, read_replaced
from intake.vault.backup.make import remove_copy
from intake.vault.backup.swap import swap_folders
from intake.vault.backup.verify import Proven, holds_strange, prove, verify_backup
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.head_file import HEAD_FILE, MOST_BYTES
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import DataKey
from intake.vault.places.left_behind import being_built, remove_left_behind, site_for
from intake.vault.private_folder import (
    copy_private_file,
    make_one_private_folder,
    make_private_folder,
    sync_folder,
    whole_path,
)
from intake.vault.slots.unlocking import unlock
from intake.vault.vault_folder import open_with_key


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what became of the vault that was there.

    ``kept_aside`` is the name of the folder, beside the new one, in which the old vault lies now. ``cases_only_there``
    counts its cases that the copy lacks; None when the old vault could not be opened with this passphrase.
    """

    case_count: int
    kept_aside: str | None = field(default=None, repr=False)
    cases_only_there: int | None = None


def restore(source: Path, destination: Path, passphrase: bytearray, today: date) -> Restored:
    """Put the copy at ``source`` in place at ``destination``: new, empty, or holding the same vault, closed.

    Raises Mishap: copy_of_other_vault, copy_same_place, folder_not_empty, vault_in_use, copy_damaged, copy_differs,
    wrong_passphrase, disk_full, vault_read_only. Until the copy has been proven in its new place, nothing of what was
    there is moved.
    """
    source, destination = places_apart(source, destination)
    proven = verify_backup(source, passphrase)
    is_replacing = replaces(destination, proven.vault_id)
    make_private_folder(destination.parent)
    remove_left_behind(destination, lambda keys: keys.vault_id == proven.vault_id)
    site = site_for(destination)
    make_one_private_folder(site)
    try:
        with being_built(site):
            _build(source, site, passphrase, proven)
            if is_replacing:
                return _replace(source, site, destination, passphrase, proven, today)
            _note_restored(site, passphrase, today, [of_source(source, proven, today)])
            _move_in(site, destination)
    except BaseException:
        # only a site that still holds the copy: after a swap the old vault would lie there
        remove_copy(site)
        raise
    return Restored(len(proven.contents.case_ids))


def places_apart(source: Path, destination: Path) -> tuple[Path, Path]:
    """Both, resolved. Raises Mishap copy_same_place when one is or holds the other."""
    source, destination = whole_path(source), whole_path(destination)
    if source == destination or source in destination.parents or destination in source.parents:
        raise copy_mishaps.same_place()
    return source, destination


def replaces(destination: Path, vault_id: str) -> bool:
    """Whether a vault lies there already; refuses whatever must not be moved.

    A vault whose key file is broken or gone can no longer say which it is; it is kept aside like any other.
    """
    try:
        if not destination.exists() or (destination.is_dir() and not any(destination.iterdir())):
            return False
        is_ours = destination.is_dir() and any((destination / name).exists() for name in (KEY_FILE, RECORDS_FILE))
        if not is_ours or holds_strange(destination):
            raise mishaps.folder_not_empty()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    try:
        if read_key_file(destination).vault_id != vault_id:
            raise copy_mishaps.other_vault()
    except Mishap as mishap:
        if mishap.code != "vault_damaged":
            raise
    _refuse_open(destination / RECORDS_FILE)
    return True


def _refuse_open(records: Path) -> None:
    # any key will do: the lock is asked for before a page is read
    with DataKey.fresh() as key:
        try:
            Database.open(records, key).close()
        except Mishap as mishap:
            if mishap.code == "vault_in_use":
                raise


def _build(source: Path, site: Path, passphrase: bytearray, proven: Proven) -> None:
    for name in (KEY_FILE, RECORDS_FILE):
        copy_private_file(source / name, site / name)
    if (source / HEAD_FILE).exists():
        copy_private_file(source / HEAD_FILE, site / HEAD_FILE, MOST_BYTES)
    try:
        sync_folder(site)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    if prove(site, passphrase) != proven:
        raise mishaps.disk_trouble()


def _replace(
    source: Path, site: Path, destination: Path, passphrase: bytearray, proven: Proven, today: date
) -> Restored:
    aside = destination.with_name(f"{destination.name}-before-{today.isoformat()}-{secrets.token_hex(2)}")
    there = read_replaced(destination, passphrase)
    kept = [of_source(source, proven, today), of_aside(aside, there, proven, today), *(there.copies if there else ())]
    _note_restored(site, passphrase, today, kept)
    with kept_closed(destination / RECORDS_FILE):
        _swap_in(site, destination, aside, passphrase)
    here = proven.contents.case_ids
    return Restored(len(here), aside.name, None if there is None else len(set(there.case_ids) - set(here)))


def _note_restored(site: Path, passphrase: bytearray, today: date, copies: Sequence[Noted]) -> None:
    """Going back is meant: the chain of changes begins anew from here, or the next opening would take it for theft."""
    keys = read_key_file(site)
    slot, key = unlock(keys, passphrase)
    with key, open_with_key(site, keys, key, slot.owner) as store:
        note_all(store, copies)
        store.note_restored(today)


def _move_in(site: Path, destination: Path) -> None:
    try:
        if destination.is_dir():
            destination.rmdir()
        site.rename(destination)
        sync_folder(destination.parent)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def _swap_in(site: Path, destination: Path, aside: Path, passphrase: bytearray) -> None:
    try:
        site.rename(aside)
        swap_folders(aside, destination)
    except OSError as error:
        with suppress(OSError):
            aside.rename(site)
        raise mishaps.from_os_error(error, writing=True) from None
    try:
        _open_once(destination, passphrase)
        sync_folder(destination.parent)
    except BaseException as error:  # noqa: BLE001 - raised again below, once the old vault is back
        with suppress(OSError):
            swap_folders(aside, destination)
            aside.rename(site)
        raise mishaps.from_os_error(error, writing=True) if isinstance(error, OSError) else error from None


def _open_once(folder: Path, passphrase: bytearray) -> None:
    with unlock(read_key_file(folder), passphrase)[1] as key:
        Database.open(folder / RECORDS_FILE, key).close()
        read_through(folder, key)
