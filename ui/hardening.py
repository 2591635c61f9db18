"""What is done before Qt starts: private files, no core dumps, no foreign Qt settings."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ui.locking.kept_place import KeptPlace, place_from_word
from ui.locking.said import CODES

USAGE = "Usage: forthright [--practice] [--vault FOLDER]"
_KEPT = {"QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_SCALE_FACTOR", "QT_IM_MODULE", "QT_FONT_DPI"}
_KEPT_IN_A_CHECKOUT = {"QT_QPA_PLATFORM", "QT_LOGGING_RULES"}
_PR_SET_DUMPABLE = 4  # linux/prctl.h


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line may ask for. The last four are said by a lock to the fresh start that follows it."""

    is_practice: bool = False
    vault: Path | None = field(default=None, repr=False)
    window: KeptPlace | None = None
    said: str = field(default="", repr=False)
    vault_from: int | None = None
    language: str = ""


def read_arguments(words: Sequence[str]) -> Arguments | str:
    """``--practice`` and ``--vault FOLDER``; anything else is answered with one clear line. Qt's own are refused."""
    found: dict[str, object] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--practice":
            found["is_practice"] = True
            continue
        reader = _READERS.get(word)
        value = reader(rest.pop(0)) if reader is not None and rest else None
        if value is None:
            return USAGE
        found[word.removeprefix("--").replace("-", "_")] = value
    return Arguments(**found)  # type: ignore[arg-type]  # each reader gives what its field holds


def _folder(word: str) -> Path:
    return Path(word).expanduser().absolute()


def _code(word: str) -> str | None:
    return word if word in CODES else None


def _language(word: str) -> str | None:
    return word if word.isascii() and word.isalpha() and len(word) <= _LONGEST_LANGUAGE else None


def _descriptor(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < _LONGEST_NUMBER else None


_LONGEST_NUMBER = 7  # digits
_LONGEST_LANGUAGE = 3  # letters of a code
_READERS: Mapping[str, Callable[[str], object]] = {
    "--vault": _folder,
    "--window": place_from_word,
    "--said": _code,
    "--vault-from": _descriptor,
    "--language": _language,
}


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
