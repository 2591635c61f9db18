"""The seals of the log: HMAC-SHA256 under a key of its own, each seal over the one before it."""

from __future__ import annotations

from intake.vault.audit.entry import LogEntry
from intake.vault.keyed_hash import keyed_hash

FIRST_SEAL = "0" * 64


def seal_of(key: bytearray, before: str, entry: LogEntry) -> str:
    """The seal of a line that follows a line with the seal ``before``."""
    on = entry.on.isoformat()
    return keyed_hash(key, ["entry", before, entry.number, entry.action, entry.staff_code, on, entry.token])


def signature_of(key: bytearray, name: str, number: int, seal: str) -> str:
    """The signature of an end of the log (``anchor`` or ``head``): its number and its seal."""
    return keyed_hash(key, ["end", name, number, seal])
