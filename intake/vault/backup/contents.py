"""What a vault holds, as figures that can be compared: rows of each table, cases, one fingerprint over all rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.keys import DataKey
from intake.vault.migrate import check_version
from intake.vault.sqlcipher import Row, SqlValue

_ROWS_AT_ONCE = 500
_LEAST_ROW = -(2**63)
_PART_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Contents:
    """Equal for two vaults that hold the same."""

    fingerprint: str
    rows: tuple[tuple[str, int], ...]
    case_ids: tuple[str, ...] = field(repr=False)


def contents_of(database: Database) -> Contents:
    """Read every row of every table. Raises Mishap vault_damaged."""
    whole = hashlib.sha256()
    for kind, name, sql in database.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"):
        add_row(whole, (kind, name, sql))
    counts = []
    for table in tables_of(database):
        count = 0
        for row in _rows(database, table):
            add_row(whole, row)
            count += 1
        counts.append((table, count))
    cases = tuple(str(row[0]) for row in database.rows("SELECT id FROM cases ORDER BY id"))
    return Contents(whole.hexdigest(), tuple(counts), cases)


def tables_of(database: Database) -> tuple[str, ...]:
    """The tables that are ours, by name."""
    found = database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return tuple(str(row[0]) for row in found if not str(row[0]).startswith("sqlite_"))


def read_through(folder: Path, key: DataKey) -> Contents:
    """Open a closed vault or copy, check every page and read every row, without changing anything.

    Only where a crash left a journal is it opened for writing, so that nothing committed is overlooked.
    Raises Mishap: vault_damaged, vault_newer, vault_in_use, no_access, folder_missing.
    """
    with opened_to_look(folder, key) as database:
        try:
            check_version(database)
            database.check_whole()
            return contents_of(database)
        except Mishap as mishap:
            # the disk answers and SQLite does not: to the person who checks it, that is damage
            raise mishaps.records_damaged() if mishap.code == "disk_trouble" else mishap from None


@contextmanager
def opened_to_look(folder: Path, key: DataKey) -> Iterator[Database]:
    """A closed vault or copy, opened as ``read_through`` does. Raises Mishap as it does."""
    records = folder / RECORDS_FILE
    try:
        if not records.is_file() or records.stat().st_size == 0:
            raise mishaps.records_damaged()
        has_journal = records.with_name(f"{RECORDS_FILE}-wal").exists()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    database = Database.open(records, key) if has_journal else Database.open_to_read(records, key)
    try:
        yield database
    finally:
        database.close()


def sha256_of(folder: Path) -> str:
    """The digest of the records file of a closed vault or copy, as ``sha256sum records.db`` prints it."""
    digest = hashlib.sha256()
    try:
        with (folder / RECORDS_FILE).open("rb") as file:
            while part := file.read(_PART_BYTES):
                digest.update(part)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    return digest.hexdigest()


def _rows(database: Database, table: str) -> Iterator[Row]:
    made = database.row("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    if made is not None and str(made[0]).rstrip().endswith("WITHOUT ROWID"):
        yield from _rows_by_key(database, table)
        return
    last: SqlValue = _LEAST_ROW
    sql = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS_AT_ONCE}'  # noqa: S608 - a table of the file itself
    while found := database.rows(sql, (last,)):
        yield from found
        last = found[-1][0]


def _rows_by_key(database: Database, table: str) -> Iterator[Row]:
    info = database.rows("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,))
    names = ", ".join(str(row[0]) for row in info)
    marks = ", ".join("?" for _ in info)
    first = f'SELECT {names}, * FROM "{table}" ORDER BY {names} LIMIT {_ROWS_AT_ONCE}'  # noqa: S608 - as above
    after = f'SELECT {names}, * FROM "{table}" WHERE ({names}) > ({marks}) ORDER BY {names} LIMIT {_ROWS_AT_ONCE}'  # noqa: S608
    found = database.rows(first)
    while found:
        yield from found
        found = database.rows(after, found[-1][: len(info)])


def add_row(whole: hashlib._Hash, row: Row) -> None:
    """Add a row to a digest, each value with its kind and length."""
    for value in row:
        kind = type(value).__name__
        text = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        whole.update(f"{kind}:{len(text)}:".encode() + text)
    whole.update(b";")
