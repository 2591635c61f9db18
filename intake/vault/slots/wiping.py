"""Overwriting secrets in place: our own bytearrays, and the one bytes object a library hands us."""

from __future__ import annotations

import ctypes
import sys

_BYTES_HEADER = sys.getsizeof(b"") - 1


def wipe(secret: bytearray) -> None:
    """Overwrite a secret in place."""
    secret[:] = bytes(len(secret))


def wipe_handed_over(secret: bytes) -> None:
    """Overwrite bytes that nobody else holds: just returned by a library that has no other way. Never a literal."""
    if len(secret) > 1 and sys.implementation.name == "cpython":
        ctypes.memset(id(secret) + _BYTES_HEADER, 0, len(secret))
