"""The list of copies that were made: place, day, digest, and which cases each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from intake.vault.database import Database
from intake.vault.freshness.standing import Mark

NAME_START = "copy-"
_NAME_DAY = slice(len(NAME_START), len(NAME_START) + len("2026-11-21"))
_READ = """
    SELECT id, place, made_on, checked_on, sha256, (SELECT count(*) FROM copy_cases WHERE copy_id = copies.id),
        (SELECT count(*) FROM copy_cases WHERE copy_id = copies.id AND case_id NOT IN (SELECT id FROM cases))
    FROM copies
"""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One copy, proven on the day it was made and perhaps again later.

    ``sha256`` is empty for a folder that holds cases as well and is no copy that this program made: a vault that was
    kept aside, a copy made by hand that was put back. Its ``place`` is the folder itself.
    """

    id: str
    place: str = field(repr=False)
    made_on: date
    checked_on: date
    sha256: str
    case_count: int
    erased_count: int = 0  # of its cases, those that are erased in the vault by now


class CopyStore:
    """What is known of copies. A copy that is thrown away elsewhere stays in the list: nobody can know."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, line: CopyLine, case_ids: Sequence[str]) -> None:
        """Keep a new copy with the ids of its cases. Durable on return."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO copies (id, place, made_on, checked_on, sha256) VALUES (?, ?, ?, ?, ?)",
                (line.id, line.place, line.made_on.isoformat(), line.checked_on.isoformat(), line.sha256),
            )
            for case_id in case_ids:
                self._database.rows("INSERT INTO copy_cases (copy_id, case_id) VALUES (?, ?)", (line.id, case_id))

    def put_state(self, copy_id: str, state: Mark) -> None:
        """Keep how far the records had come when a copy was made."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO copy_states (copy_id, seq, seal) VALUES (?, ?, ?)", (copy_id, state.seq, state.seal)
            )

    def put_checked(self, copy_id: str, on: date) -> None:
        """Note that a copy was found whole again."""
        with self._database.transaction():
            self._database.rows("UPDATE copies SET checked_on = ? WHERE id = ?", (on.isoformat(), copy_id))

    def lines(self) -> tuple[CopyLine, ...]:
        """The copies, newest first."""
        rows = self._database.rows(f"{_READ} ORDER BY made_on DESC, rowid DESC")
        return tuple(
            CopyLine(str(name), str(place), _day(made), _day(checked), str(sha256), int(count or 0), int(erased or 0))
            for name, place, made, checked, sha256, count, erased in rows
        )

    def case_ids(self, copy_id: str) -> tuple[str, ...]:
        """The cases that one of them holds, erased here or not."""
        rows = self._database.rows("SELECT case_id FROM copy_cases WHERE copy_id = ? ORDER BY case_id", (copy_id,))
        return tuple(str(row[0]) for row in rows)


def day_in_name(name: str) -> date | None:
    """The day on which a copy was made, as the name says that it was given then."""
    with suppress(ValueError):
        return date.fromisoformat(name[_NAME_DAY]) if name.startswith(NAME_START) else None
    return None


def _day(value: object) -> date:
    return date.fromisoformat(str(value))
