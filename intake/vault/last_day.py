"""The latest day that these records know of, to notice a clock that was set back."""

from __future__ import annotations

from datetime import date

from intake.vault.database import Database


def last_known_day(database: Database) -> date | None:
    """The latest day on which something was noted here, or None in an empty vault."""
    row = database.row(
        "SELECT max(day) FROM (SELECT max(on_day) AS day FROM audit_entries UNION ALL "
        "SELECT max(last_touched_on) FROM cases UNION ALL SELECT max(exported_on) FROM exports)"
    )
    return date.fromisoformat(str(row[0])) if row and row[0] else None
