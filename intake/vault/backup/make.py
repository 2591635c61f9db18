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
from intake.vault.backup.contents import Contents, contents_of, read_through, sha256_of, unlocked
from intake.vault.backup.copy_store import CopyLine, CopyStore
from intake.vault.backup.verify import verify_backup
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.copy_standing import CopyStanding, standing_of
from intake.vault.freshness.head_file import HEAD_FILE, HeadFile
from intake.vault.freshness.links import Links
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import DataKey
from intake.vault.private_folder import (
    copy_private_file,
    make_one_private_folder,
    make_private_file,
    sync_file,
    sync_folder,
)

PART_START = ".part-"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class CopyMaker:
    """Makes and checks copies of the open vault. It holds no key: the passphrase is asked for each time."""

    def __init__(self, database: Database, folder: Path, copies: CopyStore) -> None:
        self._database = database
        self._folder = folder
        self._copies = copies

    def make(self, destination: Path, passphrase: bytearray, today: date) -> CopyLine:
        """Make a copy inside ``destination`` and note it in the vault.

        Until it has been proven it bears a name that starts with a dot. On any fault nothing is left there and the
        open vault is as it was. Raises Mishap: copy_place_gone, copy_place_full, copy_place_read_only,
        copy_place_in_vault, copy_not_proven, practice_has_no_copies, wrong_passphrase, vault_damaged (the open one).
        """
        destination = self._checked(destination)
        before, state = contents_of(self._database), Links(self._database).tip()
        vault_id = read_key_file(self._folder).vault_id
        _remove_unfinished(destination, vault_id)
        site = destination / f"{PART_START}{secrets.token_hex(4)}"
        final = destination / f"copy-{today.isoformat()}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
        try:
            sha256 = self._write(site, passphrase, before)
            _name(site, final)
        except BaseException as error:  # noqa: BLE001 - raised again below; whatever it was, nothing is left there
            remove_copy(site)
            remove_copy(final)
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

    def check(self, copy: Path, passphrase: bytearray, today: date) -> tuple[date | None, int, CopyStanding]:
        """Check a copy again, against the list where it stands there.

        Returns its day, if known, its cases, and how it stands to this vault: an older state of it, or a newer one.

        Raises Mishap: copy_damaged, copy_differs, copy_of_other_vault and those of ``verify_backup``.
        """
        proven = verify_backup(copy, passphrase)
        if self._folder.is_dir() and proven.vault_id != read_key_file(self._folder).vault_id:
            raise copy_mishaps.other_vault()
        known = next((line for line in self._copies.lines() if line.id == copy.name), None)
        if known is not None:
            if known.sha256 != proven.sha256:
                raise copy_mishaps.copy_differs()
            self._copies.put_checked(known.id, today)
        standing = standing_of(self._database, copy.name, proven.state)
        return (known.made_on if known else None), len(proven.contents.case_ids), standing

    def _checked(self, destination: Path) -> Path:
        if not self._folder.is_dir():
            raise copy_mishaps.practice_has_no_copies()
        try:
            destination, live = destination.resolve(), self._folder.resolve()
            if not destination.is_dir():
                raise copy_mishaps.place_gone()
        except OSError as error:
            raise copy_mishaps.at_the_place(mishaps.from_os_error(error, writing=True)) from None
        if destination == live or live in destination.parents:
            raise copy_mishaps.place_in_vault()
        return destination

    def _write(self, site: Path, passphrase: bytearray, before: Contents) -> str:
        make_one_private_folder(site)
        copy_private_file(self._folder / KEY_FILE, site / KEY_FILE)
        # the key comes out of the copied key file: what opens this copy now will open it later
        with unlocked(read_key_file(site), passphrase) as key:
            self._write_records(site, key)
            after = read_through(site, key)
        if after != before:
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


def _name(site: Path, final: Path) -> None:
    try:
        if final.exists():
            raise copy_mishaps.place_trouble()
        site.rename(final)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    _settle(final.parent)


def _settle(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        # some sticks and network folders cannot do this; the files themselves are on the disk
        if error.errno not in _NO_FOLDER_SYNC:
            raise mishaps.from_os_error(error, writing=True) from None
