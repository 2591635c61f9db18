"""Read the shipped weights and their card. Whatever is wrong with them is a fault of the data, and no judge."""

from __future__ import annotations

import hashlib
import math
import os
import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from intake.errors import ContentProblem
from intake.resource_files import read_content_file, resources_folder
from intake.screening.judgement.both import GROUPS, Blend, BothJudges, Reads
from intake.screening.judgement.glosses import Glosses, glosses_of
from intake.screening.judgement.linear import GROUP_BITS, KIND_BITS, KIND_ROWS, LinearJudge, LinearWeights
from intake.screening.judgement.model import Judge
from intake.screening.judgement.word_pieces import WordPieces

MOST_BYTES = 30_000_000
"""The largest weights file that is read."""


_PUT_BACK = "Put it back as it was shipped; until then own words are held and only the word packs mark."
_PLAIN_NAME = re.compile(r"[a-z0-9-]+\.bin")
_WRONG = (KeyError, TypeError, ValueError, AttributeError, zlib.error)


def load_judge(root: Path | None = None) -> Judge | ContentProblem:
    """The judge that ``lens/card.toml`` describes, or the fault that keeps it from use. Takes about half a second."""
    base = root or resources_folder()
    card = read_content_file(base / "lens" / "card.toml", base)
    if isinstance(card, ContentProblem):
        return card
    try:
        encoders = _sums(card.table["encoders"])
        sums = {"linear.bin": card.table["sha256"], "spanish.tsv": card.table["spanish_sha256"], **encoders}
        blends = {
            group: _blend(_table(_table(card.table["blend"])[group]), len(encoders))
            for group in {*GROUPS.values(), "far"}
        }
    except _WRONG:
        return card.problem("", "A number or a table of the card is missing or is none.", _PUT_BACK)
    files: list[bytes] = []
    for name, described in sums.items():
        file = _as_described(base / "lens" / name, described)
        if isinstance(file, ContentProblem):
            return file
        files.append(file)
    try:
        numbers = _vocabulary(base / "lens")
        glosses = Glosses(glosses_of(files[1].decode("utf-8")), numbers)
        linear = LinearJudge(read_weights(card.table, files[0]), glosses)
        return BothJudges(linear, _encoders(numbers, glosses, files[2:]), blends)
    except OSError:
        return ContentProblem(_named("vocabulary.txt"), 1, "This file cannot be read.", _PUT_BACK)
    except ImportError:
        return card.problem("", "The library numpy, which reads the encoder, cannot be loaded.", "Install it again.")
    except _WRONG:
        return card.problem("", "The numbers of the card and the weights beside it do not belong together.", _PUT_BACK)


def _named(name: str) -> str:
    return f"lens/{name}"


def _as_described(path: Path, described: object) -> bytes | ContentProblem:
    """The bytes of a weights file, if they are the ones the card describes."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES)
    except OSError as error:
        return ContentProblem(_named(path.name), 1, f"This file cannot be read: {error.strerror}.", _PUT_BACK)
    if hashlib.sha256(raw).hexdigest() != described:
        what = "This file is not the one that card.toml describes: its check sum is another."
        return ContentProblem(_named(path.name), 1, what, _PUT_BACK)
    return raw


def _sums(tables: object) -> Mapping[str, object]:
    """For each encoder of the card its file and check sum."""
    if not isinstance(tables, list) or not tables:
        raise TypeError
    names = [str(_table(one)["file"]) for one in tables]
    if not all(_PLAIN_NAME.fullmatch(name) for name in names):
        raise ValueError
    return dict(zip(names, (_table(one)["sha256"] for one in tables), strict=True))


def _vocabulary(folder: Path) -> Mapping[str, int]:
    words = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return {word: number for number, word in enumerate(words) if word}


def _encoders(numbers: Mapping[str, int], glosses: Glosses, raws: Sequence[bytes]) -> Sequence[Reads]:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # on a busy machine more threads are slower for short sentences
    from intake.screening.judgement.encoder import Encoder, read_arrays  # numpy: not before it is needed

    return [Encoder(WordPieces(numbers), glosses, read_arrays(raw, len(numbers))) for raw in raws]


def _blend(table: Mapping[str, object], encoders: int) -> Blend:
    slope, line, packs = (float(str(table[name])) for name in ("slope", "line", "packs"))
    if not (slope > 0 and math.isfinite(line)):
        raise ValueError
    return Blend(slope, line, _numbers(table["encoders"], encoders), packs, _floats(table["kinds"]))


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
    )
