"""Write one finished file where somebody chose to have it: whole and readable by its owner alone, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.errors import Mishap

NAME_START = "Summary-"
RANDOM_LETTERS = 8

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_NOTHING_LEFT = "Nothing was written there, and nothing else has changed."
_NO_DIRECTORY_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


def write_safely(folder: Path, finished: bytes, suffix: str, name_start: str = NAME_START) -> Path:
    """Write ``finished`` into ``folder`` under a neutral name that nobody can guess, and return its path.

    The file appears under its name only when all of it is on the disk. Raises Mishap, and then leaves nothing
    behind: folder_missing, folder_read_only, disk_full, write_failed.
    """
    name = name_start + "".join(secrets.choice(_LETTERS) for _ in range(RANDOM_LETTERS)) + suffix
    partial, final = folder / f"{name}.part", folder / name
    ours: list[Path] = []
    try:
        if not folder.is_dir():
            raise NotADirectoryError
        _write(partial, finished, ours)
        _appear(partial, final, ours)
        _sync_folder(folder)
    except OSError as error:
        for left in ours:
            with suppress(OSError):
                left.unlink()
        raise _mishap(error) from None
    return final


@contextmanager
def noted_or_gone(file: Path) -> Iterator[None]:
    """Note within this block that ``file`` left: when that fails, the file goes again and the error goes on.

    Raises Mishap ``page_not_noted`` when the file cannot be taken away either: then it names what is left.
    """
    try:
        yield
    except BaseException:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            raise _left_behind(file.name) from None
        raise


def _left_behind(name: str) -> Mishap:
    return Mishap(
        "page_not_noted",
        "The page was written, but the vault could not note it. It could not be taken away again.",
        "The records are as they were. They do not know of the page.",
        "Find the file {name} in the folder that you chose, and delete it. Then try again.",
        name=name,
    )


def _write(path: Path, finished: bytes, ours: list[Path]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        ours.append(path)
        file.write(finished)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != finished:
        raise OSError(errno.EIO, "what came back is not what was written")


def _appear(partial: Path, final: Path, ours: list[Path]) -> None:
    if final.exists():
        raise OSError(errno.EEXIST, "a file of this name is there already")
    ours.append(final)
    partial.rename(final)


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # some sticks and network folders cannot do this; the file itself is on the disk
        if error.errno not in _NO_DIRECTORY_SYNC:
            raise
    finally:
        os.close(handle)


def _mishap(error: OSError) -> Mishap:
    if isinstance(error, NotADirectoryError) or error.errno == errno.ENAMETOOLONG:
        return Mishap("folder_missing", "The chosen folder is not there.", _NOTHING_LEFT, "Choose another folder.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Mishap("disk_full", "There is no room left in that folder.", _NOTHING_LEFT, "Choose another folder.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Mishap("folder_read_only", "That folder does not accept files.", _NOTHING_LEFT, "Choose another folder.")
    return Mishap(
        "write_failed",
        "The file could not be written there.",
        _NOTHING_LEFT,
        "Check that the disk or stick is still in place, or choose another folder.",
    )
