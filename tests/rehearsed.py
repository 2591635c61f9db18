"""A way back in for a vault made by a test: without one, no first report can be started."""

from __future__ import annotations

from datetime import date

from intake.vault.slots import recovery
from intake.vault.slots.sheet_words import ONE_PAPER
from intake.vault.store import VaultStore


def rehearsed(store: VaultStore, passphrase: str, today: date) -> VaultStore:
    """The same store, with recovery words that were made and tried."""
    ((*words,),) = recovery.make_sheet(store, bytearray(passphrase.encode()), ONE_PAPER, today)
    recovery.rehearse(store, [" ".join(words)], today)
    return store
