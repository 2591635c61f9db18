"""Which letters the shipped fonts can draw, read from their character maps."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_PLANES, _BASIC = 12, 4  # the two kinds of character map that fonts of today hold


def letters_of_fonts(folder: Path) -> frozenset[int]:
    """Code points that at least one font of the folder can draw; a file that is no font adds none."""
    found: set[int] = set()
    for path in sorted(folder.glob("*.ttf")):
        try:
            found.update(_letters(path.read_bytes()))
        except (struct.error, KeyError):
            continue
    return frozenset(found)


def _letters(raw: bytes) -> Iterator[int]:
    start = _tables(raw)[b"cmap"]
    (count,) = struct.unpack_from(">H", raw, start + 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHI", raw, start + 4 + 8 * number)
        (kind,) = struct.unpack_from(">H", raw, start + offset)
        if kind == _BASIC:
            yield from _basic(raw, start + offset)
        elif kind == _PLANES:
            yield from _planes(raw, start + offset)


def _tables(raw: bytes) -> dict[bytes, int]:
    (count,) = struct.unpack_from(">H", raw, 4)
    rows = (struct.unpack_from(">4sIII", raw, 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _, offset, _ in rows}


def _basic(raw: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", raw, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", raw, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", raw, at + 16 + twice)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, last + 1)


def _planes(raw: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", raw, at + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">III", raw, at + 16 + 12 * number)
        yield from range(first, last + 1)
