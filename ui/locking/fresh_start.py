"""The end of a lock: the process replaces itself, so that no key, passphrase or word of a case stays in memory.

Same process id, same interpreter, same arguments and environment (the launcher's allocator settings with it), a new
memory. What is handed over: numbers for the window, codes for what could not be stored and for the desk's language,
and, by an unnamed pipe that no other program sees, which folder the vault is in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_LONGEST_FOLDER = 4096  # bytes; less than a pipe holds, so writing never waits
_DROPPED = {"--practice": 0, "--window": 1, "--said": 1, "--vault-from": 1, "--language": 1}  # words that follow each
_NEVER_HANDED_ON = 3  # the first descriptor after input, output and errors


def start_fresh(folder: Path, window: str, said: str = "", language: str = "") -> None:
    """Replace this process. Returns only when that cannot be done here; nothing has changed then."""
    if sys.platform == "win32":
        return  # there exec makes a second process and does not wait for it
    pipe = None
    try:
        _close_all_others()
        pipe = _pipe_with(os.fsencode(folder))
        codes = [word for name, code in (("--said", said), ("--language", language)) if code for word in (name, code)]
        command = [*own_command(), "--window", window, *codes, "--vault-from", str(pipe)]
        os.execv(command[0], command)  # noqa: S606 - no shell: the same program again
    except (OSError, ValueError):
        if pipe is not None:
            os.close(pipe)


def own_command() -> list[str]:
    """The words that started this process, less what was meant for that start alone."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *_without_dropped(sys.argv[1:])]
    ours = len(sys.argv) - 1
    interpreter = sys.orig_argv[1 : len(sys.orig_argv) - ours]
    return [sys.executable, *interpreter, *_without_dropped(sys.orig_argv[len(sys.orig_argv) - ours :])]


def folder_from(descriptor: int) -> Path | None:
    """The folder that the process before us put into the pipe; None when there is none."""
    try:
        with os.fdopen(descriptor, "rb") as pipe:
            name = pipe.read(_LONGEST_FOLDER)
    except OSError:
        return None
    return Path(os.fsdecode(name)) if name else None


def _without_dropped(words: Sequence[str]) -> list[str]:
    kept, skip = [], 0
    for word in words:
        if skip:
            skip -= 1
        elif word in _DROPPED:
            skip = _DROPPED[word]
        else:
            kept.append(word)
    return kept


def _pipe_with(name: bytes) -> int:
    """The reading end of a pipe that holds this name and nothing else, to be inherited."""
    reading, writing = os.pipe()
    try:
        if len(name) <= _LONGEST_FOLDER:
            os.write(writing, name)
    finally:
        os.close(writing)
    os.set_inheritable(reading, True)
    return reading


def _close_all_others() -> None:
    """No file, no database lock and no connection of this process lives on in the next."""
    for descriptor in [int(path.name) for path in Path("/dev/fd").iterdir()]:
        if descriptor >= _NEVER_HANDED_ON:
            with suppress(OSError):  # the one that listed the folder is closed by now
                os.set_inheritable(descriptor, False)
