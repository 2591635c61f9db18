"""Let two folders change places: in one step where the system can, so that a crash finds one or the other."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD, linux/fcntl.h
_EXCHANGE = 2  # RENAME_EXCHANGE, linux/fs.h
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def swap_folders(first: Path, second: Path) -> None:
    """Exchange two folders that lie in the same folder. Raises OSError; then both are where they were."""
    if _exchanged(first, second):
        return
    # not a name as a folder bears that was never finished: nobody may take this one for such a one
    between = first.with_name(f".{first.name}.between-{secrets.token_hex(4)}")
    second.rename(between)
    try:
        first.rename(second)
    except OSError:
        between.rename(second)
        raise
    try:
        between.rename(first)
    except OSError:
        second.rename(first)
        between.rename(second)
        raise


def _exchanged(first: Path, second: Path) -> bool:
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number))
