"""Take a report, its own words or everything out for good.

The rows go, with a tombstone and a line in the log, in one transaction that also notes that pages are still to be
written over. Then every page is written anew. If that is cut short, the next opening finishes it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from intake.errors import Mishap
from intake.vault.audit.entry import Action
from intake.vault.audit.log import AuditLog
from intake.vault.database import Database
from intake.vault.erasing import refusals
from intake.vault.erasing.holds import HoldStore
from intake.vault.migrate import remove_copies
from intake.vault.papers.paper_store import LASTING, PAPER

_ANSWER_TABLES = ("shareable_answers", "identifying_answers", "walled_off_answers")
# of the vault itself; when its recovery words were tried belongs to the slot in the key file, which stays
_KEPT_SETTINGS = ("vault.%", "keys.%", "recovery.%")
_TOKEN_BYTES = 8


class Erased(StrEnum):
    """What a tombstone stands for."""

    CASE = "case"
    NARRATIVE = "narrative"
    PARTS = "parts"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Something was erased in this month (``YYYY-MM``). Nothing tells what it was about."""

    token: str = field(repr=False)
    month: str
    what: str


class Eraser:
    """Erases, unless a hold stops it. Each verb raises Mishap legal_hold, erase_unfinished or trouble with the disk."""

    def __init__(self, database: Database, folder: Path, log: AuditLog, holds: HoldStore) -> None:
        self._database = database
        self._folder = folder
        self._log = log
        self._holds = holds

    def case(self, case_id: str, on: date, staff_code: str = "") -> None:
        """Erase a report and everything that hangs on it; erasing one that is gone does nothing."""
        self.several((case_id,), on, staff_code)

    def several(self, case_ids: Iterable[str], on: date, staff_code: str = "") -> None:
        """Erase several reports, all or none of them, with a line and a tombstone for each, then one rewriting."""
        with self._database.transaction():
            for case_id in case_ids:
                if self._is_there(case_id):
                    self._holds.refuse(case_id)
                    token = self._log.write(Action.ERASED, on, staff_code=staff_code, case_id=case_id)
                    self._database.rows("DELETE FROM cases WHERE id = ?", (case_id,))
                    self._note(Erased.CASE, on, token)
        self.finish()

    def narrative(self, case_id: str, spared: frozenset[str], on: date, staff_code: str = "") -> None:
        """Erase every answer in words of its own and every draft; ``spared`` names the facts and ticks that stay."""
        with self._database.transaction():
            if self._is_there(case_id):
                self._holds.refuse(case_id)
                for table in _ANSWER_TABLES:
                    self._remove_texts(table, case_id, spared)
                self._database.rows(
                    "DELETE FROM drafts WHERE case_id = ? AND question_id NOT GLOB ?", (case_id, f"{LASTING}*")
                )
                token = self._log.write(Action.ERASED, on, staff_code=staff_code, case_id=case_id)
                self._note(Erased.NARRATIVE, on, token)
        self.finish()

    def answers(
        self, case_id: str, names: Iterable[str], spared: frozenset[str], on: date, staff_code: str = ""
    ) -> None:
        """Erase these answers and drafts, all or none of them.

        Papers may repeat them, so those go too, but for the lasting ones and those ``spared``.
        """
        with self._database.transaction():
            if self._is_there(case_id):
                self._holds.refuse(case_id)
                for name in (*names, *self._papers(case_id, spared)):
                    for table in (*_ANSWER_TABLES, "drafts"):
                        self._database.rows(
                            f"DELETE FROM {table} WHERE case_id = ? AND question_id = ?",  # noqa: S608 - ours
                            (case_id, name),
                        )
                token = self._log.write(Action.ERASED, on, staff_code=staff_code, case_id=case_id)
                self._note(Erased.PARTS, on, token)
        self.finish()

    def everything(self, typed_count: int, on: date, staff_code: str = "", *, with_settings: bool = False) -> None:
        """Erase every report. Raises Mishap wrong_count unless ``typed_count`` is how many there are."""
        with self._database.transaction():
            row = self._database.row("SELECT count(*) FROM cases")
            if row is None or row[0] != typed_count:
                raise refusals.wrong_count()
            self._holds.refuse(None)
            self._database.rows("DELETE FROM cases")
            if with_settings:
                kept = " OR ".join("name LIKE ?" for _ in _KEPT_SETTINGS)
                self._database.rows(f"DELETE FROM settings WHERE NOT ({kept})", _KEPT_SETTINGS)  # noqa: S608 - marks
            self._log.write(Action.ERASED, on, staff_code=staff_code)
            self._note(Erased.EVERYTHING, on, secrets.token_hex(_TOKEN_BYTES))
        self.finish()

    def tombstones(self) -> tuple[Tombstone, ...]:
        """What was erased, by month."""
        rows = self._database.rows("SELECT token, gone_in, what FROM tombstones ORDER BY gone_in, token, what")
        return tuple(Tombstone(str(token), str(month), str(what)) for token, month, what in rows)

    def finish(self) -> None:
        """Write every page anew if something was erased and that is still to do. Raises Mishap erase_unfinished."""
        if not self._database.rows("SELECT 1 FROM erasing_unfinished"):
            return
        try:
            remove_copies(self._folder)
            self._database.rewrite()
            with self._database.transaction():
                self._database.rows("DELETE FROM erasing_unfinished")
            self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        except Mishap:
            raise refusals.unfinished() from None

    def _is_there(self, case_id: str) -> bool:
        return bool(self._database.rows("SELECT 1 FROM cases WHERE id = ?", (case_id,)))

    def _papers(self, case_id: str, spared: frozenset[str]) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT question_id FROM drafts WHERE case_id = ? AND question_id GLOB ? AND question_id NOT GLOB ?",
            (case_id, f"{PAPER}*", f"{LASTING}*"),
        )
        names = [str(name) for (name,) in rows]
        return tuple(name for name in names if name.removeprefix(PAPER) not in spared)

    def _remove_texts(self, table: str, case_id: str, spared: frozenset[str]) -> None:
        rows = self._database.rows(
            f"SELECT question_id, value FROM {table} WHERE case_id = ? AND value IS NOT NULL",  # noqa: S608 - ours
            (case_id,),
        )
        for question_id, value in rows:
            if str(question_id) not in spared and _is_text(str(value)):
                self._database.rows(
                    f"DELETE FROM {table} WHERE case_id = ? AND question_id = ?",  # noqa: S608 - ours
                    (case_id, question_id),
                )

    def _note(self, what: Erased, on: date, token: str) -> None:
        self._database.rows(
            "INSERT OR IGNORE INTO tombstones (token, gone_in, what) VALUES (?, ?, ?)",
            (token, f"{on:%Y-%m}", str(what)),
        )
        self._database.rows("INSERT OR IGNORE INTO erasing_unfinished (only_row) VALUES (1)")


def _is_text(value: str) -> bool:
    """Whether an answer is words; one that cannot be read is taken for words as well."""
    try:
        table = json.loads(value)
    except ValueError:
        return True
    return not isinstance(table, dict) or table.get("kind") in {"text", "rows"}
