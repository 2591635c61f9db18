"""Settings of this vault, by name. None of them lies outside the vault."""

from __future__ import annotations

from intake.vault.database import Database


class SettingsStore:
    """Names and values, both text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def one(self, name: str) -> str | None:
        """The value kept under a name, or None."""
        row = self._database.row("SELECT value FROM settings WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def put(self, name: str, value: str) -> None:
        """Keep a value under a name. Durable on return."""
        with self._database.transaction():
            self._database.rows(
                "INSERT INTO settings (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
