"""Lock: forget what was in memory, close the database, remove a training vault."""

from __future__ import annotations

from intake.actions.session import OpenVault


def lock_vault(session: OpenVault) -> None:
    """Close the vault. Nothing that was only in memory remains; nothing that was saved is touched."""
    session.forget()
    session.store.close()
