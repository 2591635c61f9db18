"""Sessions under fault: the n-th write, sync, rename or other call on a file of the session fails.

``with sessions_under_fault(folder) as session: session("first_day", root, Fault(FULL_DISK, ENOSPC, nth=7))`` runs the
session in a process of its own, in which a small library (``failing_calls.c``) stands between the program and the C
library, so that SQLite's own calls fail too. Only files below ``root`` are counted and fail.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntFlag
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_suffix(".c")
REPOSITORY = SOURCE.parent.parent.parent


class Calls(IntFlag):
    """Kinds of calls, as numbered in the library."""

    WRITE = 1
    SYNC = 2
    MAKE = 4
    NAME = 8
    REMOVE = 16
    OPEN = 32
    READ = 64
    CLOSE = 128
    MODE = 256


FULL_DISK = Calls.WRITE | Calls.SYNC | Calls.MAKE | Calls.NAME
DYING_DISK = FULL_DISK | Calls.REMOVE | Calls.OPEN | Calls.READ | Calls.CLOSE | Calls.MODE
SHORT_WRITE = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """The ``nth`` call of these kinds fails with this error number (``SHORT_WRITE``: takes half of the bytes).

    ``from_on``: and every one after it, as on a disk that stays full.
    """

    calls: Calls
    error: int
    nth: int
    from_on: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the session told: steps done (``answer 1``) and not (``answer 2!disk_full``).

    ``crash`` is whatever was no Mishap; ``status`` is negative when a signal ended it (14: it hung).
    """

    steps: tuple[str, ...]
    crash: str
    status: int
    counted: int

    @property
    def done(self) -> set[str]:
        return {step for step in self.steps if "!" not in step}

    def tried(self, step: str) -> bool:
        """Whether a step was begun, done or not."""
        return any(one.split("!")[0] == step for one in self.steps)


SessionUnderFault = Callable[[str, Path, Fault], Outcome]


@contextmanager
def sessions_under_fault(folder: Path) -> Iterator[SessionUnderFault]:
    """A process that runs sessions under faults; the library is built into ``folder``. Skips where it cannot be."""
    environment = {**os.environ, "LD_PRELOAD": str(_built(folder)), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-m", "tests.faults.session_child"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=REPOSITORY
    ) as child:

        def session(name: str, root: Path, fault: Fault) -> Outcome:
            assert child.stdin is not None
            assert child.stdout is not None
            asked = {
                "session": name, "root": str(root), "kinds": int(fault.calls), "error": fault.error,
                "nth": fault.nth, "from_on": int(fault.from_on),
            }  # fmt: skip
            child.stdin.write(json.dumps(asked) + "\n")
            child.stdin.flush()
            answer = json.loads(child.stdout.readline())
            told: list[tuple[str, object]] = [(kind, value) for kind, value in answer["told"]]
            return Outcome(
                tuple(str(value) for kind, value in told if kind == "step"),
                "".join(str(value) for kind, value in told if kind == "crash"),
                int(answer["status"]),
                next((int(str(value)) for kind, value in told if kind == "counted"), 0),
            )

        yield session
        assert child.stdin is not None
        child.stdin.close()


def _built(folder: Path) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("faults of single calls need Linux and a C compiler (on Debian: apt-get install gcc libc6-dev)")
    library = folder / "failing_calls.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", str(library), str(SOURCE), "-ldl"],
        check=True,
    )
    return library
