"""Save what can still be read of a vault whose records are broken: row by row, into a new vault.

The broken vault is only read. What its damaged pages held is lost; which tables and how many rows is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.clock import Clock
from intake.errors import Defect
from intake.vault import mishaps
from intake.vault.backup import copy_mishaps
from intake.vault.backup.broken_records import BrokenRecords, ReadTable
from intake.vault.backup.contents import tables_of, unlocked
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.scopes import CHAIN_TABLES
from intake.vault.key_file import read_key_file
from intake.vault.keys import DEFAULT_COST, KdfCost
from intake.vault.private_folder import whole_path
from intake.vault.sqlcipher import Row
from intake.vault.vault_folder import create_vault_folder, remove_vault_folder

# parents first, so that a row finds what it hangs on
_FIRST = ("cases", "releases", "copies")


@dataclass(frozen=True, slots=True)
class TableSaved:
    """One table: rows that were saved, and rows known to be lost."""

    name: str
    saved: int
    lost: int
    is_lost_exact: bool = True


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a broken vault. ``cases_without_line`` were known only from what hangs on them."""

    damaged_pages: tuple[int, ...]
    tables: tuple[TableSaved, ...]
    cases_without_line: int = field(default=0)


def salvage(
    source: Path, destination: Path, passphrase: bytearray, clock: Clock, cost: KdfCost = DEFAULT_COST
) -> Salvaged:
    """Write what can be read at ``source`` into a new vault at ``destination``, under the same passphrase.

    Raises Mishap: vault_damaged (the key file or the first page is gone: nothing can be read), wrong_passphrase,
    vault_in_use, folder_not_empty, copy_same_place, disk_full, vault_read_only. Then nothing is left there.
    """
    source, destination = whole_path(source), whole_path(destination)
    if source == destination or source in destination.parents:
        raise copy_mishaps.same_place()
    if not source.is_dir():
        raise mishaps.folder_missing()
    with unlocked(read_key_file(source), passphrase) as key:
        broken = BrokenRecords(source / RECORDS_FILE, key)
        try:
            pages = broken.damaged_pages()
            store = create_vault_folder(destination, passphrase, clock, cost)
            try:
                with store:
                    saved = _Saver(store._database, clock).save_all(broken)  # noqa: SLF001 - of the vault itself
            except BaseException:
                remove_vault_folder(destination)
                raise
        finally:
            broken.close()
    return Salvaged(pages, saved.tables, saved.cases_without_line)


class _Saver:
    """Carries rows over into a new vault, table by table."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._without_line = 0

    def save_all(self, broken: BrokenRecords) -> Salvaged:
        """Every table that both vaults have."""
        # the new vault keeps a chain of its own
        ours = tuple(name for name in tables_of(self._database) if name not in CHAIN_TABLES)
        names = [*(name for name in _FIRST if name in ours), *(name for name in ours if name not in _FIRST)]
        saved = tuple(self._save(name, broken.read(name, self._columns(name))) for name in names)
        self._database.check_whole()
        return Salvaged((), saved, self._without_line)

    def _columns(self, table: str) -> tuple[str, ...]:
        rows = self._database.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))
        return tuple(str(row[0]) for row in rows)

    def _save(self, table: str, read: ReadTable) -> TableSaved:
        lost, saved = read.lost, 0
        names = ", ".join(read.columns)
        marks = ", ".join("?" for _ in read.columns)
        put = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names from our own schema
        with self._database.transaction():
            for row in read.rows:
                self._make_parent(read.columns, row, table)
                if self._tried(put, row):
                    saved += 1
                else:
                    lost += 1
        return TableSaved(table, saved, lost, read.is_lost_exact)

    def _make_parent(self, columns: tuple[str, ...], row: Row, table: str) -> None:
        if "case_id" not in columns or table == "copy_cases":
            return
        case_id = row[columns.index("case_id")]
        if self._database.row("SELECT 1 FROM cases WHERE id = ?", (case_id,)) is None:
            self._without_line += 1
            day = self._clock.today().isoformat()
            self._database.rows(
                "INSERT INTO cases (id, label, opened_on, last_touched_on) VALUES (?, ?, ?, ?)",
                (case_id, f"found-{self._without_line}", day, day),
            )

    def _tried(self, sql: str, row: Row) -> bool:
        try:
            self._database.rows(sql, row)
        except Defect:
            return False  # it hangs on something that is lost
        return True
