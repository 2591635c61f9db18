"""The seals of the log: HMAC-SHA256 under a key of its own, each seal over the one before it."""

from __future__ import annotations

import json
from typing import cast

from intake.vault.audit.entry import LogEntry

FIRST_SEAL = "0" * 64


def seal_of(key: bytearray, before: str, entry: LogEntry) -> str:
    """The seal of a line that follows a line with the seal ``before``."""
    on = entry.on.isoformat()
    return _hmac(key, ["entry", before, entry.number, entry.action, entry.staff_code, on, entry.token])


def signature_of(key: bytearray, name: str, number: int, seal: str) -> str:
    """The signature of an end of the log (``anchor`` or ``head``): its number and its seal."""
    return _hmac(key, ["end", name, number, seal])


def same(one: str, other: str) -> bool:
    """Compare two seals in a time that does not tell where they differ."""
    from cryptography.hazmat.primitives.constant_time import bytes_eq

    return bytes_eq(one.encode(), other.encode())


def _hmac(key: bytearray, fields: list[str | int]) -> str:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.hmac import HMAC

    # the library takes any buffer; its type says bytes, and a bytes copy could not be wiped
    sealing = HMAC(cast("bytes", key), SHA256())
    sealing.update(json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode())
    return sealing.finalize().hex()
