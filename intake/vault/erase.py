"""Erase one case so that the vault holds nothing of it: rows, journal, free pages and migration copies.

Copies that were carried elsewhere, such as backups, are out of reach; the caller says so.
"""

from __future__ import annotations

from pathlib import Path

from intake.vault.database import Database
from intake.vault.migrate import remove_copies


class CaseEraser:
    """Takes a case out for good."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def erase(self, case_id: str) -> None:
        """Erase a case and everything that hangs on it; erasing one that is gone does nothing.

        SQLite overwrites what is deleted (secure_delete); emptying the journal puts that on the disk before the
        freed pages are cut off. Raises Mishap; when it does, the case is whole or gone, and erasing again finishes.
        """
        with self._database.transaction():
            self._database.rows("DELETE FROM cases WHERE id = ?", (case_id,))
        self._database.give_back_room()
        remove_copies(self._folder)
