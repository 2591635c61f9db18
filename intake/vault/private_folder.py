"""Folders and files that are born private: 0700 and 0600, checked when they are met again.

Where modes mean nothing (Windows), the folder is as private as the account that owns it.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from intake.vault import mishaps

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_PART_BYTES = 1024 * 1024


def whole_path(path: Path) -> Path:
    """The absolute path without links, whether it is there or not. Raises Mishap place_unusable, no_access."""
    try:
        resolved = path.resolve()
        os.fsencode(resolved)
    except (RuntimeError, ValueError):  # links in a circle; a zero or half a letter in the name
        raise mishaps.place_unusable() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=False) from None
    return resolved


def is_strange(path: Path) -> bool:
    """Whether it is a link, a pipe or a device: following it could write elsewhere or never end. Raises OSError."""
    mode = path.lstat().st_mode
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def refuse_strange(path: Path) -> None:
    """Raises Mishap not_a_vault for a link, a pipe or a device; OSError."""
    if is_strange(path):
        raise mishaps.not_a_vault()


def open_plain_file(path: Path) -> BinaryIO:
    """Open a file to read it; a link is not followed, a pipe not waited for, a device not read. Raises OSError."""
    flags = [getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")]
    handle = os.open(path, os.O_RDONLY | sum(flags))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(errno.EINVAL, "no plain file")


def make_private_folder(path: Path) -> None:
    """Make ``path`` and whatever is missing above it, each 0700 from its first moment.

    Raises Mishap (disk_full, vault_read_only, not_a_vault, ...). A folder that is there already stays as it is.
    """
    try:
        for level in [*reversed(path.parents), path]:
            if not level.is_dir():
                level.mkdir(mode=_FOLDER_MODE)
    except (FileExistsError, NotADirectoryError):
        raise mishaps.not_a_vault() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def make_one_private_folder(path: Path) -> None:
    """Make ``path`` alone, 0700, where the folder above it must be there already. Raises Mishap."""
    try:
        path.mkdir(mode=_FOLDER_MODE)
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def copy_private_file(source: Path, target: Path, most_bytes: int = -1) -> None:
    """Copy a plain file, or its first bytes, into a new one, 0600 from its first moment, durable on return.

    Raises Mishap.
    """
    try:
        handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE)
        with os.fdopen(handle, "wb") as written, open_plain_file(source) as read:
            left = sys.maxsize if most_bytes < 0 else most_bytes
            while part := read.read(min(_PART_BYTES, left)):
                written.write(part)
                left -= len(part)
            written.flush()
            os.fsync(written.fileno())
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def sync_file(path: Path) -> None:
    """Make a file durable and let go of the cached pages, so that the next reading asks the disk. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def make_private_file(path: Path) -> None:
    """Make an empty file, 0600 from its first moment. Raises Mishap; FileExistsError when it is there."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE))
    except FileExistsError:
        raise
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None


def write_in_place(path: Path, offset: int, content: bytes) -> None:
    """Write over a part of a file that is there, durable at the next ``sync_file``. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        os.lseek(handle, offset, os.SEEK_SET)
        os.write(handle, content)
    finally:
        os.close(handle)


def write_private_file(path: Path, content: bytes, prove: Callable[[Path], None] | None = None) -> None:
    """Write the whole file beside ``path``, make it durable, then put it in place: the old one or the new one.

    ``prove`` may look at the new file before it takes the place of the old one; when it raises, the old one stays.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if prove is not None:
            prove(beside)
        beside.replace(path)
        sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):  # on a dead disk this fails too; the first error is the one to tell
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise mishaps.from_os_error(error, writing=True) from None
        raise


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable. Raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_private(path: Path) -> None:
    """Close ``path`` to others if it is ours; refuse it (Mishap not_private) if that cannot be done.

    Only the bits of others are taken away: a folder its owner has made read-only stays so.
    """
    if os.name != "posix":
        return
    try:
        found = path.stat()
        if found.st_mode & _OTHERS == 0:
            return
        if found.st_uid == os.geteuid():
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
            found = path.stat()
    except PermissionError:
        raise mishaps.not_private() from None
    except OSError as error:
        raise mishaps.from_os_error(error, writing=True) from None
    if found.st_mode & _OTHERS:
        raise mishaps.not_private()
