"""The encoder: reads a sentence as a whole and says how likely it discloses something.

A small transformer of six layers (MiniLM-L6, Apache-2.0), of which the upper three were fitted on labelled texts.
Only its forward pass is here, in numpy. Weights lie as signed bytes, each row with what one unit is worth.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from intake.screening.judgement.model import SentenceIn
from intake.screening.judgement.word_pieces import END, START, WordPieces

Numbers = npt.NDArray[np.float32]

WIDTH, HEADS, LAYERS, INNER, PLACES = 384, 12, 6, 1536, 128
_BATCH = 16
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
    return found | {"head": (1, 2 * WIDTH), "head.bias": (1,)}


class Encoder:
    """Gives each sentence a number: the higher, the likelier it discloses."""

    def __init__(self, pieces: WordPieces, arrays: Mapping[str, Any]) -> None:
        self._pieces = pieces
        self._arrays = arrays

    def totals(self, sentences: Sequence[SentenceIn]) -> Sequence[float]:
        """One number a sentence, in order; sentences of like length are read together."""
        rows = [self.row(sentence) for sentence in sentences]
        found = [0.0] * len(rows)
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            for at, value in zip(chosen, self._read([rows[at] for at in chosen]), strict=True):
                found[at] = float(value)
        return found

    def row(self, sentence: SentenceIn) -> list[int]:
        """The numbers of a sentence's pieces, after a word for the kind of text it stands in."""
        kind = self._pieces.numbers(_KINDS.get(sentence.kind, "text"))
        return [START, *kind, END, *self._pieces.numbers(sentence.text), END]

    def _read(self, rows: Sequence[Sequence[int]]) -> Numbers:
        longest = max(map(len, rows))
        numbers = np.zeros((len(rows), longest), np.int64)
        there = np.zeros((len(rows), longest), np.float32)
        for at, row in enumerate(rows):
            numbers[at, : len(row)] = row
            there[at, : len(row)] = 1
        sides = np.ones(longest, np.int64)
        sides[: min(3, longest)] = 0
        arrays = self._arrays
        flow = arrays["words"].rows(numbers) + arrays["places"][:longest] + arrays["sides"][sides]
        flow = _evened(flow, arrays["start.weight"], arrays["start.bias"]).reshape(-1, WIDTH)
        hidden = ((1 - there) * _FAR_BELOW)[:, None, None, :]
        for layer in range(LAYERS):
            flow = self._layer(flow, hidden, f"{layer}.")
        flow = flow.reshape(len(rows), longest, WIDTH)
        mean = (flow * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
        total: Numbers = np.concatenate([flow[:, 0], mean], 1) @ arrays["head"].T + arrays["head.bias"]
        return total[:, 0]

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
