"""``changes.head`` in the vault folder: how far the records had come. It may lag behind them, never be ahead.

Two places, written in turn and in place, each after its change is on the disk: a kill or a power cut leaves at
least one of them whole. They are made durable when the vault closes.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intake.vault.freshness.signed_mark import Kept, read, written
from intake.vault.freshness.standing import Mark
from intake.vault.private_folder import open_plain_file, sync_file, write_in_place, write_private_file

HEAD_FILE = "changes.head"
_PLACE_BYTES = 512
MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Head:
    """What the file says. ``kept`` is its furthest mark; None where the file is missing or garbled."""

    is_there: bool
    kept: Kept | None = None


class HeadFile:
    """The file of one vault folder. A folder that is None stands for a vault in memory: nothing is written."""

    def __init__(self, folder: Path | None, key: bytearray, key_name: str) -> None:
        self._path = None if folder is None else folder / HEAD_FILE
        self._key = key
        self._key_name = key_name

    def read(self) -> Head:
        """Read both places; those of the present key count before those of a former one."""
        if self._path is None:
            return Head(is_there=True)
        try:
            with open_plain_file(self._path) as file:
                raw = file.read(MOST_BYTES)
        except FileNotFoundError:
            return Head(is_there=False)
        except OSError:
            return Head(is_there=True)
        places = (raw[:_PLACE_BYTES], raw[_PLACE_BYTES : 2 * _PLACE_BYTES])
        found = [kept for place in places if (kept := read(place.rstrip(b"\n\0"), self._key)) is not None]
        found = [kept for kept in found if kept.is_ours or kept.key_name != self._key_name]
        return Head(True, max(found, key=lambda kept: (kept.is_ours, kept.mark.seq), default=None))

    def make(self, mark: Mark) -> None:
        """A new file, durable on return. Raises Mishap."""
        if self._path is not None:
            write_private_file(self._path, self._place(mark) * 2)

    def put(self, mark: Mark) -> None:
        """Note a state, in the place where the last but one stood. A disk that does not take it holds nothing up."""
        if self._path is not None:
            with suppress(OSError):
                write_in_place(self._path, mark.seq % 2 * _PLACE_BYTES, self._place(mark))

    def settle(self) -> None:
        """Make it durable, as far as the disk takes it."""
        if self._path is not None:
            with suppress(OSError):
                sync_file(self._path)

    def is_at(self, mark: Mark) -> bool:
        """Whether the file says at least this much."""
        if self._path is None:
            return True
        kept = self.read().kept
        return kept is not None and kept.is_ours and kept.mark.seq >= mark.seq

    def _place(self, mark: Mark) -> bytes:
        return written(self._key, self._key_name, mark).rstrip(b"\n").ljust(_PLACE_BYTES - 1) + b"\n"
