"""What is done before Qt starts: private files, no core dumps, no foreign Qt settings."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_KEPT = {"QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_SCALE_FACTOR", "QT_IM_MODULE", "QT_FONT_DPI"}
_KEPT_IN_A_CHECKOUT = {"QT_QPA_PLATFORM", "QT_LOGGING_RULES"}
_PR_SET_DUMPABLE = 4  # linux/prctl.h


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line may ask for."""

    is_practice: bool = False
    vault: Path | None = field(default=None, repr=False)


def read_arguments(words: Sequence[str]) -> Arguments | str:
    """``--practice`` and ``--vault FOLDER``; anything else is answered with one clear line. Qt's own are refused."""
    is_practice, vault = False, None
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--practice":
            is_practice = True
        elif word == "--vault" and rest:
            vault = Path(rest.pop(0)).expanduser().absolute()
        else:
            return "Usage: forthright [--practice] [--vault FOLDER]"
    return Arguments(is_practice, vault)


def foreign_settings(environment: Mapping[str, str], *, is_checkout: bool) -> tuple[str, ...]:
    """The Qt variables that could change or observe the program. Accessibility, scale and input stay."""
    kept = _KEPT | (_KEPT_IN_A_CHECKOUT if is_checkout else set())
    return tuple(name for name in environment if name.startswith(("QT_", "QML", "QSG_")) and name not in kept)


def harden_process() -> None:
    """Files born private, no core dump with answers in it, no other process of this user reading our memory."""
    os.umask(0o077)
    is_checkout = (Path(__file__).parent.parent / "pyproject.toml").is_file()
    for name in foreign_settings(os.environ, is_checkout=is_checkout):
        del os.environ[name]
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
