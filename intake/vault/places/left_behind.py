"""What a program that was killed left beside a vault: a hidden folder in which it was building one.

It holds everything that the finished vault would, and nothing lists it, so it goes as soon as somebody comes by. A
folder in which somebody is building at this moment is locked and stays.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.errors import Mishap
from intake.vault.database import RECORDS_FILE
from intake.vault.freshness.head_file import HEAD_FILE
from intake.vault.key_file import KEY_FILE, KeyFile, read_key_file

_OURS = (KEY_FILE, f".{KEY_FILE}.", RECORDS_FILE, HEAD_FILE, f".{HEAD_FILE}.")


def site_for(folder: Path) -> Path:
    """A new name beside ``folder`` under which it can be built."""
    return folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")


@contextmanager
def being_built(site: Path) -> Iterator[None]:
    """Inside the block no other process takes this folder away; it may be renamed. It must be locked while it is empty.

    Where there is no such lock (Windows, some network folders), nothing is ever taken away.
    """
    handle = _locked(site)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):  # the lock is gone all the same
                os.close(handle)


def remove_left_behind(folder: Path, is_ours: Callable[[KeyFile], bool]) -> None:
    """Take away what was being built in the place of ``folder`` and is not any more, by its key file. Never fails."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.[0-9a-f]{{8}}")
    with suppress(OSError):
        for site in folder.parent.iterdir():
            if name.fullmatch(site.name):
                _remove_if_left(site, is_ours)


def _remove_if_left(site: Path, is_ours: Callable[[KeyFile], bool]) -> None:
    try:
        # before the lock: whoever builds takes it before the key file is there, and must find it free
        if site.is_symlink() or not is_ours(read_key_file(site)):
            return
    except (Mishap, OSError):
        return
    handle = _locked(site)
    if handle is None:
        return
    with suppress(OSError):
        try:
            # the key file last: a removing that is cut short can be taken up again
            for path in sorted(site.iterdir(), key=lambda path: path.name == KEY_FILE):
                if path.name.startswith(_OURS):
                    path.unlink()
            site.rmdir()
        finally:
            os.close(handle)


def _locked(folder: Path) -> int | None:
    """The folder, opened and locked; None where another process has it or there are no such locks."""
    if os.name != "posix":
        return None
    import fcntl

    handle = -1
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if handle >= 0:
            with suppress(OSError):
                os.close(handle)
        return None
    return handle
