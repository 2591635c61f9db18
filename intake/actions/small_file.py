"""Read a file that somebody chose to take in: no more of it than is wanted, and nothing that might never end."""

from __future__ import annotations

from pathlib import Path

from intake.errors import Mishap


def read_small_file(path: Path, what_is_safe: str, most_bytes: int, code: str) -> bytes:
    """Its bytes; of one that is larger, one byte more than ``most_bytes``, so that its reader can say so.

    Raises Mishap with this ``code`` when the disk does not give it, or when it is a pipe or a device.
    """
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(most_bytes + 1)
    except OSError:
        raise _unread(what_is_safe, code) from None
    raise _unread(what_is_safe, code)


def _unread(what_is_safe: str, code: str) -> Mishap:
    return Mishap(
        code,
        "This file cannot be read.",
        what_is_safe,
        "Check that the disk or stick is still in place, or choose another file.",
    )
