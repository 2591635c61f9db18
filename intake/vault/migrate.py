"""Bring the records up to the version of this program, with a copy made first.

``user_version`` holds major * 1000 + minor. The copy lies beside the records, under the same key, until the
vault has been opened once more or a case is erased, whichever is first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.keys import DataKey
from intake.vault.migrations import MIGRATIONS, Migration
from intake.vault.private_folder import make_private_file, sync_folder

_MINORS_PER_MAJOR = 1000
COPY_PATTERN = f"{RECORDS_FILE}.before-*"


def create_tables(database: Database, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """All steps on an empty file."""
    _apply(database, steps)


def migrate(database: Database, folder: Path, key: DataKey, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Apply the steps that the records lack, all of them or none, after making a copy.

    Raises Mishap: vault_newer, vault_damaged (no tables at all), disk_full.
    """
    at = check_version(database, steps)
    missing = [step for step in steps if _number(step) > at]
    remove_copies(folder)
    if missing:
        copy = folder / f"{RECORDS_FILE}.before-{_number(missing[-1])}"
        make_private_file(copy)
        database.copy_to(copy, key)
        _settle(folder)
        _apply(database, missing)


def check_version(database: Database, steps: Sequence[Migration] = MIGRATIONS) -> int:
    """The version of the records, where this program can read it. Raises Mishap as ``migrate`` does."""
    at = _version(database)
    if at == 0:
        raise mishaps.records_damaged()
    if at // _MINORS_PER_MAJOR > steps[-1].VERSION[0]:
        raise mishaps.vault_newer()
    return at


def remove_copies(folder: Path) -> None:
    """Delete the copies of earlier migrations; a case that is erased must not live on in one. Raises Mishap."""
    try:
        for path in folder.glob(COPY_PATTERN):
            path.unlink(missing_ok=True)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def _settle(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def _apply(database: Database, steps: Sequence[Migration]) -> None:
    with database.transaction():
        for step in steps:
            for statement in step.STATEMENTS:
                database.rows(statement)
        database.rows(f"PRAGMA user_version = {_number(steps[-1]):d}")


def _number(step: Migration) -> int:
    major, minor = step.VERSION
    return major * _MINORS_PER_MAJOR + minor


def _version(database: Database) -> int:
    row = database.row("PRAGMA user_version")
    return int(row[0] or 0) if row else 0
