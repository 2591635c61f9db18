"""HMAC-SHA256 over plain values, for what must not be changed by whoever lacks the key."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence


def keyed_hash(key: bytearray, fields: Sequence[object]) -> str:
    """Over the canonical text of the fields, which is equal only for equal fields: 64 hex digits."""
    text = json.dumps(fields, ensure_ascii=True, separators=(",", ":"))
    return hmac.digest(key, text.encode("ascii"), "sha256").hex()


def same(one: str, other: str) -> bool:
    """Compare two hashes in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
