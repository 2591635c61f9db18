"""Read the shipped weights and their card. Whatever is wrong with them is a fault of the data, and no judge."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Mapping
from pathlib import Path

from intake.errors import ContentProblem
from intake.resource_files import read_content_file, resources_folder
from intake.screening.judgement.both import BothJudges, Mixing
from intake.screening.judgement.linear import GROUP_BITS, KIND_BITS, KIND_ROWS, LinearJudge, LinearWeights
from intake.screening.judgement.model import Judge
from intake.screening.judgement.word_pieces import WordPieces

MOST_BYTES = 30_000_000
"""The largest weights file that is read."""


def load_judge(root: Path | None = None) -> Judge | ContentProblem:
    """The judge that ``lens/card.toml`` describes, or the fault that keeps it from use. Takes about half a second."""
    base = root or resources_folder()
    card = read_content_file(base / "lens" / "card.toml", base)
    if isinstance(card, ContentProblem):
        return card
    try:
        linear = LinearJudge(read_weights(card.table, _as_described(base / "lens" / "linear.bin", card.table)))
        return _with_encoder(linear, base / "lens", _table(card.table["encoder"]))
    except (ImportError, OSError, KeyError, TypeError, ValueError, AttributeError, zlib.error):
        return card.problem("", "The weights or their card cannot be read.", "Put both back as they were shipped.")


def _as_described(path: Path, table: Mapping[str, object]) -> bytes:
    """The bytes of a weights file; ValueError when they are not the ones the card describes."""
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES)
    if hashlib.sha256(raw).hexdigest() != table["sha256"]:
        raise ValueError
    return raw


def _with_encoder(linear: LinearJudge, folder: Path, table: Mapping[str, object]) -> Judge:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # on a busy machine more threads are slower for short sentences
    from intake.screening.judgement.encoder import Encoder, read_arrays  # numpy: not before it is needed

    words = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    numbers = {word: number for number, word in enumerate(words) if word}
    arrays = read_arrays(_as_described(folder / "encoder.bin", table), len(numbers))
    mixing = Mixing(float(str(table["slope"])), _floats(table["shares"]), _floats(table["lines"]))
    return BothJudges(linear, Encoder(WordPieces(numbers), arrays), mixing)


def _floats(value: object) -> Mapping[str, float]:
    return {name: float(str(number)) for name, number in _table(value).items()}


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
        lines={name: _floats(card["lines"])[name] for name in ("en", "es", "other")},
    )
