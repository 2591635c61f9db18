"""Save what can still be read of a vault whose records are broken: row by row, into a new vault.

The broken vault is only read. What its damaged pages held is lost; which tables and how many rows is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from intake.clock import Clock
from intake.errors import Defect, Mishap
from intake.vault import mishaps
from intake.vault.audit.log import AuditLog
from intake.vault.backup import copy_mishaps
from intake.vault.backup.broken_records import BrokenRecords, ReadTable
from intake.vault.backup.contents import tables_of
from intake.vault.backup.kept_closed import kept_closed
from intake.vault.backup.make import remove_copy
from intake.vault.backup.verify import holds_strange
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.freshness.scopes import CHAIN_TABLES
from intake.vault.key_file import KEY_FILE, read_key_file
from intake.vault.keys import DEFAULT_COST, KdfCost
from intake.vault.places.left_behind import being_built, remove_left_behind, site_for
from intake.vault.private_folder import copy_private_file, make_one_private_folder, make_private_folder, whole_path
from intake.vault.slots.unlocking import opens_any, unlock_unsealed
from intake.vault.sqlcipher import Row
from intake.vault.vault_folder import create_vault_folder, move_into_place, refuse_occupied, remove_vault_folder

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
    vault_newer, vault_in_use, folder_not_empty, copy_same_place, not_a_vault, disk_full, vault_read_only. Then nothing
    is left there.
    """
    source, destination = whole_path(source), whole_path(destination)
    if source == destination or source in destination.parents:
        raise copy_mishaps.same_place()
    _refuse_source(source)
    refuse_occupied(destination)
    with unlock_unsealed(read_key_file(source), passphrase)[1] as key:
        # the new vault has another id than any: that these words open what was left says whose it is
        remove_left_behind(destination, lambda left: opens_any(left, passphrase))
        with _without_journal(source, destination) as records:
            broken = BrokenRecords(records, key)
            try:
                broken.check_version()
                pages = broken.damaged_pages()
                saved = _save_into(destination, broken, passphrase, clock, cost)
            finally:
                broken.close()
    return Salvaged(pages, saved.tables, saved.cases_without_line)


def _refuse_source(source: Path) -> None:
    try:
        if not source.is_dir():
            raise mishaps.folder_missing()
        if holds_strange(source):
            raise mishaps.not_a_vault()
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None


@contextmanager
def _without_journal(source: Path, destination: Path) -> Iterator[Path]:
    """The records; where a crash left a journal, a copy of them beside the new place: to read it is to write it in."""
    names = (KEY_FILE, RECORDS_FILE, f"{RECORDS_FILE}-wal")
    if not all((source / name).exists() for name in names):
        yield source / RECORDS_FILE
        return
    make_private_folder(destination.parent)
    site = site_for(destination)
    make_one_private_folder(site)
    try:
        with being_built(site):
            with kept_closed(source / RECORDS_FILE):
                for name in names:
                    copy_private_file(source / name, site / name)
            yield site / RECORDS_FILE
    finally:
        remove_copy(site)


def _save_into(
    destination: Path, broken: BrokenRecords, passphrase: bytearray, clock: Clock, cost: KdfCost
) -> Salvaged:
    """Make the new vault beside its place; it gets its name once every row is in it."""
    site = site_for(destination)
    store = create_vault_folder(site, passphrase, clock, cost)
    try:
        with being_built(site):
            with store:
                saved = _Saver(store._database, clock).save_all(broken)  # noqa: SLF001 - of the vault itself
            move_into_place(site, destination)
    except BaseException:
        with suppress(Mishap):
            remove_vault_folder(site)
        raise
    return saved


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
        AuditLog(self._database).reseal(broken.log_key)  # what was whole is whole again under the new key
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
                (case_id, self._free_label(), day, day),
            )

    def _free_label(self) -> str:
        """A label that no case has; one that was saved before may bear such a label already."""
        for number in count(self._without_line):
            label = f"found-{number}"
            if self._database.row("SELECT 1 FROM cases WHERE label = ?", (label,)) is None:
                return label
        raise Defect("no free label was found")

    def _tried(self, sql: str, row: Row) -> bool:
        try:
            self._database.rows(sql, row)
        except Defect:
            return False  # it hangs on something that is lost
        return True
