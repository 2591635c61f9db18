"""Make a copy that proves itself: it gets its name only after it was opened and found equal to the open vault."""

from __future__ import annotations

import errno
import secrets
from contextlib import suppress
from datetime import date
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.backup import copy_mishaps
from intake.vault.backup.contents import Contents, contents_of, read_through, sha256_of
from intake.vault.backup.copy_store import CopyLine, CopyStore
from intake.vault.backup.verify import Proven, look_for, prove_with, verify_backup
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.copy_standing import CopyStanding, standing_of
from intake.vault.freshness.head_file import HEAD_FILE, HeadFile
from intake.vault.freshness.links import Links
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file
from intake.vault.keys import DataKey
from intake.vault.private_folder import (
    copy_private_file,
    make_one_private_folder,
    make_private_file,
    sync_file,
    sync_folder,
    whole_path,
)
from intake.vault.slots.key_mishaps import header_changed
from intake.vault.slots.seal import is_sealed

PART_START = ".part-"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class CopyMaker:
    """Makes and checks copies of the open vault, with the key that it holds while it is open."""

    def __init__(self, database: Database, folder: Path, copies: CopyStore) -> None:
        self._database = database
        self._folder = folder
        self._copies = copies

    def make(self, destination: Path, today: date) -> CopyLine:
        """Make a copy inside ``destination`` and note it in the vault.

        Until it has been proven it bears a name that starts with a dot. On any fault nothing is left there and the
        open vault is as it was. Raises Mishap: copy_place_gone, copy_place_full, copy_place_read_only,
        copy_place_in_vault, copy_not_proven, practice_has_no_copies, header_changed or vault_damaged (the open one).
        """
        destination = self._checked(destination)
        before, state = contents_of(self._database), Links(self._database).tip()
        keys = self._own_keys()
        _remove_unfinished(destination, keys.vault_id)
        site = destination / f"{PART_START}{secrets.token_hex(4)}"
        try:
            sha256 = self._write(site, keys, before)
            final = _named(site, destination, today)
        except BaseException as error:  # noqa: BLE001 - raised again below; whatever it was, nothing is left there
            remove_copy(site)
            raise copy_mishaps.at_the_place(error) if isinstance(error, Mishap) else error from None
        line = CopyLine(final.name, str(destination), today, today, sha256, len(before.case_ids))
        try:
            with self._database.transaction():
                self._copies.put(line, before.case_ids)
                self._copies.put_state(line.id, state)
        except BaseException:
            remove_copy(final)
            raise
        return line

    def check(
        self, copy: Path, today: date, passphrase: bytearray | None = None
    ) -> tuple[date | None, int, CopyStanding]:
        """Check a copy again, against the list where it stands there.

        Returns its day, if known, its cases, and how it stands to this vault: an older state of it, or a newer one.

        Raises Mishap: copy_needs_passphrase (it has not the key that the open vault has), copy_damaged, copy_differs,
        copy_of_other_vault and those of ``verify_backup``.
        """
        proven = self._prove(copy) if passphrase is None else verify_backup(copy, passphrase)
        if self._folder.is_dir() and proven.vault_id != read_key_file(self._folder).vault_id:
            raise copy_mishaps.another_vault()
        known = next((line for line in self._copies.lines() if line.id == copy.name), None)
        if known is not None:
            if known.sha256 != proven.sha256:
                raise copy_mishaps.copy_differs()
            self._copies.put_checked(known.id, today)
        standing = standing_of(self._database, copy.name, proven.state)
        return (known.made_on if known else None), len(proven.contents.case_ids), standing

    def _prove(self, copy: Path) -> Proven:
        """With the key of the open vault, where the seal says that the copy has the same."""
        try:
            look_for(copy)
            keys = read_key_file(copy)
            if not is_sealed(keys.sealed_text, keys.seal, self._database.key, keys.vault_id):
                raise copy_mishaps.needs_passphrase()
            return prove_with(copy, keys, self._database.key)
        except Mishap as mishap:
            raise copy_mishaps.of_the_copy(mishap) from None

    def _own_keys(self) -> KeyFile:
        """The key file of the open vault, which is what this program wrote last: then what opens it opens its copy.

        Format 1.0 has no seal yet. Raises Mishap header_changed.
        """
        keys = read_key_file(self._folder)
        if keys.minor == 0 and not keys.seal:
            return keys
        if not is_sealed(keys.sealed_text, keys.seal, self._database.key, keys.vault_id):
            raise header_changed()
        return keys

    def _checked(self, destination: Path) -> Path:
        if self._database.is_in_memory:
            raise copy_mishaps.practice_has_no_copies()
        if not self._folder.is_dir():
            raise mishaps.folder_missing()
        try:
            destination, live = whole_path(destination), whole_path(self._folder)
            if not destination.is_dir():
                raise copy_mishaps.place_gone()
        except OSError as error:
            raise copy_mishaps.at_the_place(mishaps.from_os_error(error, writing=True)) from None
        if destination == live or live in destination.parents:
            raise copy_mishaps.place_in_vault()
        return destination

    def _write(self, site: Path, keys: KeyFile, before: Contents) -> str:
        make_one_private_folder(site)
        copy_private_file(self._folder / KEY_FILE, site / KEY_FILE)
        self._write_records(site, self._database.key)
        if not _is_same(read_key_file(site), keys) or read_through(site, self._database.key) != before:
            raise copy_mishaps.place_trouble()
        return sha256_of(site)

    def _write_records(self, site: Path, key: DataKey) -> None:
        records = site / RECORDS_FILE
        make_private_file(records)
        self._database.copy_to(records, key)
        self._write_head(site)
        if any(path.name not in {KEY_FILE, RECORDS_FILE, HEAD_FILE} for path in site.iterdir()):
            raise copy_mishaps.place_trouble()
        try:
            sync_file(records)
        except OSError as error:
            raise mishaps.from_os_error(error, writing=True) from None
        _settle(site)

    def _write_head(self, site: Path) -> None:
        links = Links(self._database)
        HeadFile(site, self._database.chain_key, links.key_name()).make(links.tip())


def _is_same(one: KeyFile, other: KeyFile) -> bool:
    """Byte for byte: a key file is written in one way alone, and both were read from what stands on the disk."""
    return (one, one.seal, one.sealed_text) == (other, other.seal, other.sealed_text)


def remove_copy(folder: Path) -> None:
    """Take an unfinished or unwanted copy away, as far as its place still answers."""
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                path.unlink()
        folder.rmdir()


def _remove_unfinished(destination: Path, vault_id: str) -> None:
    """Take away what a crash left. Nobody else can be copying a vault that this process has locked."""
    for site in destination.glob(f"{PART_START}*"):
        try:
            is_ours = read_key_file(site).vault_id == vault_id
        except Mishap:
            is_ours = False
        with suppress(OSError):
            # no records yet: stopped before anything of a vault was written
            if is_ours or {path.name for path in site.iterdir()} <= {KEY_FILE}:
                remove_copy(site)


def _named(site: Path, destination: Path, today: date) -> Path:
    """Give a proven copy a name that no other has. What fails removes this copy and touches no other."""
    try:
        final = _drawn_name(destination, today)
        while final.exists():
            final = _drawn_name(destination, today)
        site.rename(final)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    try:
        _settle(destination)
    except BaseException:
        remove_copy(final)
        raise
    return final


def _drawn_name(destination: Path, today: date) -> Path:
    return destination / f"copy-{today.isoformat()}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"


def _settle(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        # some sticks and network folders cannot do this; the files themselves are on the disk
        if error.errno not in _NO_FOLDER_SYNC:
            raise mishaps.from_os_error(error, writing=True) from None
