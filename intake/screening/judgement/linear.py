"""The linear judge: adds up one small whole number for every mark a sentence shows. No library, no randomness."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.screening.judgement.features import LONGEST, show
from intake.screening.judgement.glosses import Glosses
from intake.screening.judgement.model import CATEGORIES, SentenceIn

GROUP_BITS = (20, 20, 20, 17)
"""How many places the table has for each group of marks, as a power of two."""
KIND_BITS = 16
"""The same for each row of the table that names the category (words and doings together)."""
KIND_ROWS = len(CATEGORIES) + 1
"""One row for each category, and one that tells an associate from the reporter."""
_MOST_PIECES = 30
_OVERLAP = 100


def places(marks: Sequence[str], bits: int) -> list[int]:
    """Where the marks lie in a table of ``2 ** bits`` places; each place once, in order."""
    mask = (1 << bits) - 1
    return sorted({zlib.crc32(mark.encode("utf-8", "surrogatepass")) & mask for mark in marks})


def group_places(sentence: SentenceIn) -> tuple[list[int], ...]:
    """For each group of marks its places in the table that tells sensitive from harmless."""
    return tuple(places(marks, bits) for marks, bits in zip(show(sentence).groups(), GROUP_BITS, strict=True))


def kind_places(sentence: SentenceIn) -> list[int]:
    """The places in the table that names the category."""
    shown = show(sentence)
    return places((*shown.words, *shown.doing), KIND_BITS)


@dataclass(frozen=True, slots=True)
class LinearWeights:
    """The fitted numbers. Tables hold signed bytes; a step is what one unit of a byte is worth."""

    groups: tuple[memoryview, ...] = field(repr=False)
    group_steps: tuple[float, ...]
    kinds: memoryview = field(repr=False)
    kind_steps: tuple[float, ...] = field(repr=False)
    kind_biases: tuple[float, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinearReading:
    """The sum of a sentence (of a long one's pieces the highest), one for each kind of disclosure, and whose it is."""

    total: float
    kinds: Sequence[float] = field(repr=False)
    subject: str = field(repr=False)


class LinearJudge:
    """Reads each sentence by its own marks and the words of the sentence before."""

    def __init__(self, weights: LinearWeights, glosses: Glosses) -> None:
        self._weights, self._glosses = weights, glosses

    def read(self, sentence: SentenceIn) -> LinearReading | None:
        """What the sentence shows; None when it is too long to be one."""
        pieces = [self._glosses.told(piece) for piece in _pieces(sentence)]
        if len(pieces) > _MOST_PIECES:
            return None
        sums = [self.total(piece) for piece in pieces]
        worst = max(range(len(pieces)), key=sums.__getitem__)
        return LinearReading(sums[worst], *self._kind(pieces[worst]))

    def total(self, sentence: SentenceIn) -> float:
        """The sum of one piece."""
        weights = self._weights
        total = 0.0
        for table, step, at in zip(weights.groups, weights.group_steps, group_places(sentence), strict=True):
            total += step * sum([table[place] for place in at]) / math.sqrt(max(len(at), 1))
        return total

    def _kind(self, sentence: SentenceIn) -> tuple[Sequence[float], str]:
        weights, at = self._weights, kind_places(sentence)
        root = math.sqrt(max(len(at), 1))
        sums = []
        for row in range(KIND_ROWS):
            start = row << KIND_BITS
            units = sum([weights.kinds[start + place] for place in at])
            sums.append(weights.kind_steps[row] * units / root + weights.kind_biases[row])
        return sums[:-1], "associate" if sums[-1] > 0 else "reporter"


def _pieces(sentence: SentenceIn) -> Iterator[SentenceIn]:
    """The sentence itself, or overlapping pieces of one that is longer than is read at once; never many."""
    text = sentence.text
    if len(text) <= LONGEST:
        yield sentence
        return
    last = min(len(text), (_MOST_PIECES + 2) * (LONGEST - _OVERLAP))
    for start in range(0, last, LONGEST - _OVERLAP):
        yield SentenceIn(text[start : start + LONGEST], sentence.before, sentence.lang, sentence.kind)
