"""Read the shipped weights and their card. Whatever is wrong with them is a fault of the data, and no judge."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.resource_files import read_content_file, resources_folder
from intake.screening.judgement.linear import GROUP_BITS, KIND_BITS, KIND_ROWS, LinearJudge, LinearWeights

MOST_BYTES = 10_000_000
"""The largest weights file that is read."""


def load_judge(root: Path | None = None) -> LinearJudge | ContentProblem:
    """The judge from ``lens/linear.bin`` as ``lens/card.toml`` describes it, or the fault that keeps it from use."""
    base = root or resources_folder()
    card = read_content_file(base / "lens" / "card.toml", base)
    if isinstance(card, ContentProblem):
        return card
    try:
        packed = _read_bounded(base / "lens" / "linear.bin")
        if hashlib.sha256(packed).hexdigest() != card.table["sha256"]:
            return card.problem("sha256", "The weights are not the ones this card describes.", "Put both back.")
        return LinearJudge(read_weights(card.table, packed))
    except (OSError, KeyError, TypeError, ValueError, AttributeError, zlib.error):
        return card.problem("", "The weights or their card cannot be read.", "Put both back as they were shipped.")


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)[:MOST_BYTES]


def _table(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _numbers(value: object, count: int) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != count:
        raise TypeError
    return tuple(float(one) for one in value)


def read_weights(card: Mapping[str, object], packed: bytes) -> LinearWeights:
    """The tables and their steps; any error raised here means that card and tables do not fit together."""
    sizes = [*(1 << bits for bits in GROUP_BITS), KIND_ROWS << KIND_BITS]
    unpacker = zlib.decompressobj()
    raw = unpacker.decompress(packed, sum(sizes) + 1)
    if len(raw) != sum(sizes):
        raise ValueError
    tables, start = [], 0
    for size in sizes:
        tables.append(memoryview(raw)[start : start + size].cast("b"))
        start += size
    return LinearWeights(
        groups=tuple(tables[:-1]),
        group_steps=_numbers(card["group_steps"], len(GROUP_BITS)),
        kinds=tables[-1],
        kind_steps=_numbers(card["kind_steps"], KIND_ROWS),
        kind_biases=_numbers(card["kind_biases"], KIND_ROWS),
        slope=float(str(card["slope"])),
        lines={name: float(str(_table(card["lines"])[name])) for name in ("en", "es", "other")},
    )
