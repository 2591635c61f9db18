"""What the encoder is fitted on in one round: every sentence, and some of what can be made of it by rule."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doer_swaps import swapped
from fitting import without_spans
from texts import Labelled, is_near_pair

from intake.screening.judgement.encoder import Encoder, rows_of
from intake.screening.judgement.glosses import Glosses
from intake.screening.judgement.model import CATEGORIES, SentenceIn
from intake.screening.judgement.word_pieces import WordPieces

SWAPPED, CLEARED, ALONE, ROUGH, UNPOINTED, MISSPELT = 0.6, 0.3, 0.15, 0.15, 0.4, 0.2
"""How often each is made of a sentence that allows it."""
MADE_WEIGHT, PAIR_WEIGHT = 0.5, 1.5
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_PUNCTUATION = re.compile(r"[,.;:!?'\u2019\"]")


@dataclass(frozen=True, slots=True)
class Example:
    """Pieces to read, how many stand before the sentence, and what is true of them."""

    numbers: Sequence[int]
    first: int
    truth: Sequence[float]
    pieces: Sequence[float]
    weight: float


class Maker:
    """Makes the examples of one round. The same seed gives the same rounds."""

    def __init__(self, pieces: WordPieces, glosses: Glosses, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._encoder = Encoder(pieces, glosses, {})

    def round(self, items: Sequence[Labelled]) -> list[Example]:
        """Every sentence once, and a share of the made ones."""
        return [example for one in items for example in self._of(one)]

    def plain(self, one: Labelled) -> list[Example]:
        """A sentence as it stands, as it is read when it is judged."""
        return self._read(one.sentence, _parts(one), _truth(one), 1.0)

    def _of(self, one: Labelled) -> Iterator[Example]:
        weight = PAIR_WEIGHT if is_near_pair(one.text) else 1.0
        parts = _parts(one)
        if self._chance.random() < ROUGH:
            parts = [(self._roughened(text), marked) for text, marked in parts]
        yield from self._read(one.sentence, parts, _truth(one), weight)
        if one.spans:
            yield from self._made(one)

    def _made(self, one: Labelled) -> Iterator[Example]:
        nothing = [0.0] * (1 + len(CATEGORIES))
        if self._chance.random() < SWAPPED and (other := swapped(one)):
            yield from self._read(one.sentence, [(other, False)], nothing, MADE_WEIGHT)
        if self._chance.random() < CLEARED:
            for text in without_spans(one):
                yield from self._read(one.sentence, [(text, False)], nothing, MADE_WEIGHT)
        if self._chance.random() < ALONE:
            marked = [text for text, inside in _parts(one) if inside]
            yield from self._read(one.sentence, [(marked[0], True)], _truth(one), MADE_WEIGHT)

    def _read(
        self, said: SentenceIn, parts: Sequence[tuple[str, bool]], truth: Sequence[float], weight: float
    ) -> list[Example]:
        start = list(self._encoder.rows(replace(said, text=""))[0].numbers)[:-1]
        numbers: list[int] = []
        marked: list[float] = []
        for text, inside in parts:
            found = self._encoder.numbers(text, said.lang)
            numbers += found
            marked += [float(inside)] * len(found)
        both = zip(rows_of(start, numbers), rows_of(start, marked), strict=True)
        examples = []
        for row, told in both:
            pieces = [0.0] * row.first + [float(one) for one in told.numbers[row.first : -1]] + [0.0]
            # of a long sentence in parts, only those that hold a mark disclose
            shown = truth if any(pieces) or not truth[0] else [0.0] * len(truth)
            examples.append(Example(row.numbers, row.first, shown, pieces, weight))
        return examples

    def _roughened(self, text: str) -> str:
        if self._chance.random() < UNPOINTED:
            text = _PUNCTUATION.sub("", text)
        return _LETTERS.sub(lambda found: self._misspelt(found.group()), text)

    def _misspelt(self, word: str) -> str:
        if self._chance.random() > MISSPELT:
            return word
        at = self._chance.randrange(1, len(word) - 1)
        left_out = word[:at] + word[at + 1 :]
        turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return self._chance.choice([left_out, turned, word[:at] + word[at - 1 :]])


def _parts(one: Labelled) -> list[tuple[str, bool]]:
    text, at, found = one.sentence.text, 0, []
    for span in one.spans:
        found += [(text[at : span.start], False), (text[span.start : span.end], True)]
        at = max(at, span.end)
    return [*found, (text[at:], False)]


def _truth(one: Labelled) -> list[float]:
    """Whether it discloses, then each category."""
    found = {span.category for span in one.spans}
    return [float(one.sensitive), *(float(name in found) for name in CATEGORIES)]
