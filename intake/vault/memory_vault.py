"""A vault for practice: the same tables, in memory alone. Nothing of it ever touches a disk."""

from __future__ import annotations

from pathlib import Path

from intake.vault.database import Database
from intake.vault.keys import DataKey
from intake.vault.migrate import create_tables
from intake.vault.store import VaultStore

_NOWHERE = Path("/nonexistent")


def create_memory_vault() -> VaultStore:
    """An empty vault that is gone when it closes, under a key that nobody keeps."""
    with DataKey.fresh() as key:
        database = Database.in_memory(key)
    create_tables(database)
    return VaultStore(database, _NOWHERE)
