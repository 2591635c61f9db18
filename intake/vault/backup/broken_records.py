"""Read a broken records file: every row that its damaged pages leave, and how many rows they took.

After one broken page SQLCipher may refuse good ones too, so the file is opened anew after every refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import Defect, Mishap
from intake.vault import mishaps
from intake.vault.database import Database
from intake.vault.keys import DataKey
from intake.vault.migrate import check_version
from intake.vault.sqlcipher import Row, SqlValue

_ROWS_AT_ONCE = 200
_NUMBERS_AT_ONCE = 5_000
_LONGEST_GAP, _LONGEST_TAIL = 10_000, 1_000
_FARTHEST = 2**40
_LEAST = -(2**63)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """What could be read of one table, and how many more rows there were; where no index tells, that is an estimate."""

    rows: tuple[Row, ...] = field(repr=False)
    lost: int = 0
    is_lost_exact: bool = True
    columns: tuple[str, ...] = field(default=(), repr=False)


class BrokenRecords:
    """The damaged file, opened to be read alone. A journal left by a crash is taken in first, if it can be."""

    def __init__(self, path: Path, key: DataKey) -> None:
        self._path = path
        self._key = key
        self._has_journal = path.with_name(f"{path.name}-wal").exists()
        try:
            is_empty = not path.is_file() or path.stat().st_size == 0
        except OSError as error:
            raise mishaps.from_os_error(error, writing=False) from None
        if is_empty:
            raise mishaps.records_damaged()
        self._database = self._open()

    @property
    def log_key(self) -> bytearray:
        """Under which the lines of its log are sealed."""
        return self._database.log_key

    def check_version(self) -> None:
        """Raises Mishap vault_newer: what a later version wrote, this one would lose."""
        check_version(self._database)

    def damaged_pages(self) -> tuple[int, ...]:
        """The numbers of the pages whose seal is broken."""
        told = [str(row[0]) for row in self._database.rows("PRAGMA cipher_integrity_check")]
        return tuple(sorted({int(word) for line in told for word in line.split() if word.isdigit()}))

    def read(self, table: str, columns: tuple[str, ...]) -> ReadTable:
        """Every row that can be read, in the columns that both this file and the caller know."""
        known = self._columns(table)
        shared = tuple(name for name in columns if name in known)
        if not shared:
            return ReadTable(())
        select = f"SELECT rowid, {', '.join(shared)} FROM {table} NOT INDEXED"  # noqa: S608 - names from our own schema
        found: dict[int, Row] = {}
        gap = self._walk(select, found)
        if not gap:
            return ReadTable(tuple(found[number] for number in sorted(found)), columns=shared)
        indexed, is_complete = self._indexed(table, known)
        asked = indexed if is_complete else indexed | gap
        lost = self._one_by_one(select, sorted(asked - found.keys()), found, indexed)
        rows = tuple(found[number] for number in sorted(found))
        return ReadTable(rows, lost, is_lost_exact=is_complete, columns=shared)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _open(self) -> Database:
        return (Database.open if self._has_journal else Database.open_to_read)(self._path, self._key)

    def _rows(self, sql: str, values: tuple[SqlValue, ...] = ()) -> list[Row] | None:
        """The rows, or None where a broken page stands in the way."""
        try:
            return self._database.rows(sql, values)
        except (Mishap, Defect):
            self._database.close()
            self._database = self._open()
            return None

    def _columns(self, table: str) -> tuple[str, ...]:
        rows = self._rows("SELECT name FROM pragma_table_info(?)", (table,)) or []
        return tuple(str(row[0]) for row in rows)

    def _walk(self, select: str, found: dict[int, Row]) -> set[int]:
        """Read all rows in their order, leaping over what is broken. Returns the row numbers leapt over."""
        sql = f"{select} WHERE rowid > ? ORDER BY rowid LIMIT ?"
        last, at_once = _LEAST, _ROWS_AT_ONCE
        gaps: set[int] = set()
        while True:
            rows = self._rows(sql, (last, at_once))
            if rows is None and at_once > 1:
                at_once = 1
            elif rows is None:
                first = max(last, 0) + 1
                good = self._next_good(sql, first - 1)
                gaps.update(
                    range(first, first + _LONGEST_TAIL if good is None else min(good, first + _LONGEST_GAP) + 1)
                )
                if good is None:
                    return gaps
                last, at_once = good, _ROWS_AT_ONCE
            elif not rows:
                return gaps
            else:
                found.update((_number(row[0]), row[1:]) for row in rows)
                last, at_once = _number(rows[-1][0]), min(2 * at_once, _ROWS_AT_ONCE)

    def _next_good(self, sql: str, last: int) -> int | None:
        """The nearest row number after which reading goes on; None when nothing more can be read."""
        step = 1
        while self._rows(sql, (last + step, 1)) is None:
            step *= 2
            if step > _FARTHEST:
                return None
        low, high = step // 2, step
        while high - low > 1:
            middle = (low + high) // 2
            if self._rows(sql, (last + middle, 1)) is None:
                low = middle
            else:
                high = middle
        return last + high

    def _indexed(self, table: str, columns: tuple[str, ...]) -> tuple[set[int], bool]:
        """The row numbers that the indexes of a table know, and whether one of them could be read to its end."""
        numbers: set[int] = set()
        for name in self._indexes(table):
            parts = self._rows("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (name,)) or []
            keys = [str(row[0]) for row in parts if row[0] in columns]
            for order in ("ASC", "DESC") if keys else ():
                ordered = ", ".join(f"{key} {order}" for key in keys)
                sql = f'SELECT rowid FROM {table} INDEXED BY "{name}" ORDER BY {ordered} LIMIT ? OFFSET ?'  # noqa: S608 - names of the schema
                if self._numbers(sql, numbers):
                    return numbers, True
        return numbers, False

    def _indexes(self, table: str) -> tuple[str, ...]:
        rows = self._rows("SELECT name FROM pragma_index_list(?)", (table,)) or []
        return tuple(str(row[0]) for row in rows)

    def _numbers(self, sql: str, numbers: set[int]) -> bool:
        """Add what an index knows; returns whether its end was reached."""
        offset, at_once = 0, _NUMBERS_AT_ONCE
        while True:
            rows = self._rows(sql, (at_once, offset))
            if rows is None and at_once == 1:
                return False
            if rows is None:
                at_once = 1
                continue
            if not rows:
                return True
            numbers.update(_number(row[0]) for row in rows)
            offset += len(rows)

    def _one_by_one(self, select: str, numbers: list[int], found: dict[int, Row], indexed: set[int]) -> int:
        """Ask for single rows; returns how many are lost: refused, or known to an index and not there."""
        lost = 0
        for number in numbers:
            rows = self._rows(f"{select} WHERE rowid = ?", (number,))
            if rows:
                found[number] = rows[0][1:]
            elif rows is None or number in indexed:
                lost += 1
        return lost


def _number(value: SqlValue) -> int:
    return int(value or 0)
