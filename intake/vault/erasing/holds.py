"""Legal hold: while it is on, no part of a report can be erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intake.vault.audit.entry import Action
from intake.vault.audit.log import AuditLog
from intake.vault.database import Database
from intake.vault.erasing import refusals


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when a report is on hold, and since when no longer. Days only; who asked for it is not kept."""

    set_on: date
    released_on: date | None = None

    @property
    def is_on(self) -> bool:
        """Whether it stops erasing now."""
        return self.released_on is None


class HoldStore:
    """The holds of a vault."""

    def __init__(self, database: Database, log: AuditLog) -> None:
        self._database = database
        self._log = log

    def put(self, case_id: str, on: date, staff_code: str = "") -> None:
        """Put a report on hold. Raises Defect for an unknown one; a second time changes nothing."""
        with self._database.transaction():
            if self._is_on(case_id):
                return
            self._database.rows(
                "INSERT INTO legal_holds (case_id, set_on) VALUES (?, ?) "
                "ON CONFLICT (case_id) DO UPDATE SET set_on = excluded.set_on, released_on = NULL",
                (case_id, on.isoformat()),
            )
            self._log.write(Action.HOLD_SET, on, staff_code=staff_code, case_id=case_id)

    def release(self, case_id: str, on: date, staff_code: str = "") -> None:
        """End the hold. Where there is none, nothing changes."""
        with self._database.transaction():
            if not self._is_on(case_id):
                return
            self._database.rows("UPDATE legal_holds SET released_on = ? WHERE case_id = ?", (on.isoformat(), case_id))
            self._log.write(Action.HOLD_RELEASED, on, staff_code=staff_code, case_id=case_id)

    def one(self, case_id: str) -> Hold | None:
        """The hold of a report, on or ended, or None."""
        row = self._database.row("SELECT set_on, released_on FROM legal_holds WHERE case_id = ?", (case_id,))
        if row is None:
            return None
        ended = None if row[1] is None else date.fromisoformat(str(row[1]))
        return Hold(date.fromisoformat(str(row[0])), ended)

    def since(self) -> Mapping[str, date]:
        """Since when each report that is on hold now is so, by its id."""
        rows = self._database.rows("SELECT case_id, set_on FROM legal_holds WHERE released_on IS NULL")
        return {str(case_id): date.fromisoformat(str(on)) for case_id, on in rows}

    def refuse(self, case_id: str | None) -> None:
        """Raise Mishap legal_hold when this report, or for None any report, is on hold."""
        if case_id is None:
            row = self._database.row("SELECT 1 FROM legal_holds WHERE released_on IS NULL")
            if row is not None:
                raise refusals.legal_hold()
        elif self._is_on(case_id):
            raise refusals.legal_hold()

    def _is_on(self, case_id: str) -> bool:
        hold = self.one(case_id)
        return hold is not None and hold.is_on
