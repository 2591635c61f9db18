"""How much there is and what left: counts and days from the tables of reports, permissions and pages alone.

No statement here names a table of answers or drafts. Of a permission only the fields below are taken out of its row,
inside the database: who signed and what was agreed never reaches the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.vault.database import Database
from intake.vault.sqlcipher import SqlValue


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """One report: the day it was opened, whether it is on hold, how many permissions and pages it has."""

    label: str
    opened_on: date
    is_held: bool
    permissions: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReleaseFigures:
    """One permission: of which report, for which kind of recipient, its days, how many pages left under it."""

    label: str
    recipient: str
    expires_on: date | None
    revoked_on: date | None
    event_happened: bool
    pages: int


class Figures:
    """Counts, and opens no report."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reports(self) -> tuple[ReportFigures, ...]:
        """Every report, the newest first."""
        rows = self._database.rows(
            "SELECT label, opened_on, "
            "EXISTS (SELECT 1 FROM legal_holds WHERE case_id = cases.id AND released_on IS NULL), "
            "(SELECT count(*) FROM releases WHERE case_id = cases.id), "
            "(SELECT count(*) FROM exports WHERE case_id = cases.id) "
            "FROM cases ORDER BY opened_on DESC, label"
        )
        return tuple(
            ReportFigures(str(label), date.fromisoformat(str(opened)), bool(held), int(signed or 0), int(pages or 0))
            for label, opened, held, signed, pages in rows
        )

    def last_day(self) -> date | None:
        """The latest day on which something was noted, to notice a clock that was set back; None in an empty vault."""
        row = self._database.row(
            "SELECT max(day) FROM (SELECT max(on_day) AS day FROM audit_entries UNION ALL "
            "SELECT max(last_touched_on) FROM cases UNION ALL SELECT max(exported_on) FROM exports)"
        )
        return _day(row[0]) if row else None

    def releases(self) -> tuple[ReleaseFigures, ...]:
        """Every permission, by report, in the order in which they were signed."""
        rows = self._database.rows(
            "SELECT cases.label, body ->> '$.recipient', body ->> '$.expires_on', body ->> '$.revoked_on', "
            "body ->> '$.event_happened', (SELECT count(*) FROM exports WHERE release_id = releases.id) "
            "FROM releases JOIN cases ON cases.id = releases.case_id ORDER BY cases.label, releases.rowid"
        )
        return tuple(
            ReleaseFigures(str(label), str(recipient or ""), _day(ends), _day(revoked), bool(ended), int(pages or 0))
            for label, recipient, ends, revoked, ended, pages in rows
        )


def _day(value: SqlValue) -> date | None:
    return date.fromisoformat(str(value)) if value else None
