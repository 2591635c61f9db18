"""The encoder: reads a sentence as a whole and says how likely it discloses something.

A small transformer of six layers (MiniLM-L6, Apache-2.0), fitted on labelled texts.
Only its forward pass is here, in numpy. Weights lie as signed bytes, each row with what one unit is worth.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from intake.screening.judgement.glosses import Glosses
from intake.screening.judgement.model import CATEGORIES, SentenceIn
from intake.screening.judgement.word_pieces import END, LONGEST_TEXT, MOST_PIECES, START, WordPieces

Numbers = npt.NDArray[np.float32]

WIDTH, HEADS, LAYERS, INNER, PLACES = 384, 12, 6, 1536, 128
_BATCH = 16
_OVERLAP = 24
_KINDS = {"narrative": "text", "field": "box", "fact": "fact"}
_FAR_BELOW = np.float32(-1e9)


def shapes(words: int) -> Mapping[str, tuple[int, ...]]:
    """Every array of the weights file in its order: two numbers for a matrix of bytes, one for plain floats."""
    found: dict[str, tuple[int, ...]] = {
        "words": (words, WIDTH),
        "places": (PLACES, WIDTH),
        "sides": (2, WIDTH),
        "start.weight": (WIDTH,),
        "start.bias": (WIDTH,),
    }
    for layer in range(LAYERS):
        for name, rows, columns in (
            ("qkv", 3 * WIDTH, WIDTH),
            ("o", WIDTH, WIDTH),
            ("i", INNER, WIDTH),
            ("u", WIDTH, INNER),
        ):
            found[f"{layer}.{name}"] = (rows, columns)
            found[f"{layer}.{name}.bias"] = (rows,)
        for name in ("n1", "n2"):
            found[f"{layer}.{name}.weight"] = (WIDTH,)
            found[f"{layer}.{name}.bias"] = (WIDTH,)
    return found | {"head": (1 + len(CATEGORIES), 2 * WIDTH), "head.bias": (1 + len(CATEGORIES),)}


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of the pieces that are read together, and how many of them stand before the sentence."""

    numbers: Sequence[int] = field(repr=False)
    first: int


def rows_of(start: Sequence[int], said: Sequence[int]) -> list[Row]:
    """A sentence's pieces after its start, in parts of at most ``MOST_PIECES`` that overlap."""
    starts = range(0, max(len(said) - _OVERLAP, 1), MOST_PIECES - _OVERLAP)
    parts = [said[at : at + MOST_PIECES] for at in starts]
    return [Row([*start, *part, END], len(start)) for part in parts]


class Encoder:
    """Gives each sentence numbers: the higher the first, the likelier it discloses; the others tell the category."""

    def __init__(self, pieces: WordPieces, glosses: Glosses, arrays: Mapping[str, Any]) -> None:
        self._pieces, self._glosses = pieces, glosses
        self._arrays = arrays

    def read(self, sentences: Sequence[SentenceIn]) -> Sequence[Sequence[float]]:
        """For each sentence whether it discloses, then one number for each category; of a long one its worst part's.

        Those of like length are read together.
        """
        rows = [(at, row) for at, sentence in enumerate(sentences) for row in self.rows(sentence)]
        rows.sort(key=lambda one: len(one[1].numbers))
        found: list[Sequence[float]] = [(-math.inf,)] * len(sentences)
        for start in range(0, len(rows), _BATCH):
            chosen = rows[start : start + _BATCH]
            for (at, _), read in zip(chosen, self._read([row for _, row in chosen]).tolist(), strict=True):
                if read[0] > found[at][0]:
                    found[at] = read
        return found

    def rows(self, sentence: SentenceIn) -> list[Row]:
        """A word for the kind of text, then the sentence; a long one in overlapping parts."""
        return rows_of(self._start(sentence.kind), self.numbers(sentence.text, sentence.lang))

    def numbers(self, text: str, lang: str) -> Sequence[int]:
        """The pieces of a text or of a part of one, Spanish words read in English."""
        return self._pieces.numbers(self._glosses.read(text[:LONGEST_TEXT], lang))

    def _start(self, kind: str) -> list[int]:
        return [START, *self._pieces.numbers(_KINDS.get(kind, "text")), END]

    def _read(self, rows: Sequence[Row]) -> Numbers:
        longest = max(len(row.numbers) for row in rows)
        numbers = np.zeros((len(rows), longest), np.int64)
        sides = np.ones((len(rows), longest), np.int64)
        there = np.zeros((len(rows), longest), np.float32)
        for at, row in enumerate(rows):
            numbers[at, : len(row.numbers)] = row.numbers
            sides[at, : row.first] = 0
            there[at, : len(row.numbers)] = 1
        arrays = self._arrays
        flow = arrays["words"].rows(numbers) + arrays["places"][:longest] + arrays["sides"][sides]
        flow = _evened(flow, arrays["start.weight"], arrays["start.bias"]).reshape(-1, WIDTH)
        hidden = ((1 - there) * _FAR_BELOW)[:, None, None, :]
        for layer in range(LAYERS):
            flow = self._layer(flow, hidden, f"{layer}.")
        flow = flow.reshape(len(rows), longest, WIDTH)
        mean = (flow * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        read: Numbers = np.concatenate([flow[:, 0], mean], 1) @ arrays["head"].T + arrays["head.bias"]
        return read

    def _layer(self, flow: Numbers, hidden: Numbers, name: str) -> Numbers:
        arrays, count, length = self._arrays, hidden.shape[0], hidden.shape[3]
        three = flow @ arrays[name + "qkv"].T + arrays[name + "qkv.bias"]
        asked, key, value = three.reshape(count, length, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
        heed = asked @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(WIDTH // HEADS)) + hidden
        heed = np.exp(heed - heed.max(-1, keepdims=True))
        seen = (heed / heed.sum(-1, keepdims=True)) @ value
        seen = seen.transpose(0, 2, 1, 3).reshape(-1, WIDTH)
        seen = seen @ arrays[name + "o"].T + arrays[name + "o.bias"]
        flow = _evened(flow + seen, arrays[name + "n1.weight"], arrays[name + "n1.bias"])
        inner = _gelu(flow @ arrays[name + "i"].T + arrays[name + "i.bias"])
        inner = inner @ arrays[name + "u"].T + arrays[name + "u.bias"]
        return _evened(flow + inner, arrays[name + "n2.weight"], arrays[name + "n2.bias"])


class ByteRows:
    """A large table of words, of which only the rows that are asked for are turned into numbers."""

    def __init__(self, units: npt.NDArray[np.int8], steps: Numbers) -> None:
        self._units, self._steps = units, steps

    def rows(self, numbers: npt.NDArray[np.int64]) -> Numbers:
        """The rows at ``numbers``."""
        return self._units[numbers].astype(np.float32) * self._steps[numbers][..., None]


def read_arrays(raw: bytes, words: int) -> Mapping[str, Any]:
    """The arrays of a weights file; ValueError when it is longer or shorter than they are."""
    found: dict[str, Any] = {}
    start = 0
    for name, shape in shapes(words).items():
        rows = shape[0]
        floats = np.frombuffer(raw, "<f4", rows, start).astype(np.float32)
        start += 4 * rows
        if len(shape) == 1:
            found[name] = floats
            continue
        units = np.frombuffer(raw, np.int8, rows * shape[1], start).reshape(shape)
        start += units.size
        found[name] = ByteRows(units, floats) if name == "words" else units.astype(np.float32) * floats[:, None]
    if start != len(raw):
        raise ValueError
    return found


def _evened(flow: Numbers, weight: Numbers, bias: Numbers) -> Numbers:
    away = flow - flow.mean(-1, keepdims=True)
    spread = np.sqrt((away * away).mean(-1, keepdims=True) + np.float32(1e-12))
    found: Numbers = away / spread * weight + bias
    return found


def _gelu(flow: Numbers) -> Numbers:
    found: Numbers = 0.5 * flow * (1 + np.tanh(np.float32(0.7978845608) * (flow + 0.044715 * flow * flow * flow)))
    return found
