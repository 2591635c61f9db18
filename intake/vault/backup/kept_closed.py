"""Keep a closed records file closed for a moment: the lock of SQLite itself, taken from outside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.vault import mishaps

_LOCK_START = 0x40000000  # PENDING_BYTE, sqlite.org/fileformat.html
_LOCK_BYTES = 512


@contextmanager
def kept_closed(records: Path) -> Iterator[None]:
    """No other process can open these records inside the block. Raises Mishap vault_in_use if one has them open.

    This process must not have them open: its own lock would be lost. Where there is no such lock (Windows), a file
    that is open cannot be moved in the first place.
    """
    if os.name != "posix" or not records.is_file():
        yield
        return
    import fcntl

    try:
        file = records.open("r+b", buffering=0)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    try:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_BYTES, _LOCK_START)
        except OSError:
            raise mishaps.vault_in_use() from None
        yield
    finally:
        with suppress(OSError):  # the lock is gone all the same
            file.close()
