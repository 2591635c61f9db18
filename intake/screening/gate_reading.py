"""What the gate can read in one language: the frames as lists of words, every word of theirs, and which come nearest."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from intake.referral.content import ReferralContent
from intake.referral.frames import GAP, Frame
from intake.screening.folding import Folding
from intake.screening.gate_words import GateWords
from intake.screening.words import STOPS, words_of
from intake.wording.catalogue import Wording

_FRAME_SIDE = 0.7
_NUMBER = re.compile(r"\d{1,4}(?::\d\d)?")


@dataclass(frozen=True, slots=True)
class _Shape:
    """One frame: the words that it always says, and for each slot those of every value."""

    frame_id: str
    fixed: frozenset[str] = field(repr=False)
    slots: tuple[tuple[frozenset[str], ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Near:
    """How near a frame comes: ``score`` orders, ``share`` is how much of the frame's own words is said."""

    score: float
    share: float
    frame_id: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The frames of one language, and how rare each of their words is."""

    words: GateWords
    shapes: tuple[_Shape, ...] = field(repr=False)
    weight: Mapping[str, float] = field(repr=False)
    labels: Mapping[str, frozenset[str]] = field(repr=False)

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of a frame, of a list, or one that may stand beside them."""
        if self.says_nothing(word) or word in STOPS or _NUMBER.fullmatch(word):
            return True
        stem = self.words.stem(word)
        return stem in self.weight or stem in self.words.allowed

    def says_nothing(self, word: str) -> bool:
        """Whether a word is small, or only names one of the two people."""
        words = self.words
        return word in words.small or word in words.person or word in words.reporter or word in words.pronouns

    def nearest(self, said: Sequence[str]) -> list[Near]:
        """Frames that share a word of their own with these, the nearest first."""
        stems = frozenset(
            self.words.stem(word) for word in said if word not in STOPS and not self.says_nothing(word)
        )
        return sorted(self._near(stems), key=lambda one: (-one.score, one.frame_id))

    def _near(self, said: frozenset[str]) -> Iterator[Near]:
        whole = self._sum(said) or 1.0
        for shape in self.shapes:
            own = self._sum(shape.fixed)
            fixed = self._sum(shape.fixed & said)
            filled, asked = 0.0, 0.0
            for labels in shape.slots:
                best = max(labels, key=lambda label: self._covered(label, said), default=frozenset())
                filled += self._sum((best & said) - shape.fixed)
                asked += self._sum(best - shape.fixed)
            if fixed or filled:
                share = fixed / own if own else filled / asked
                yield Near(
                    (fixed + filled) / whole + _FRAME_SIDE * (fixed + filled) / (own + asked), share, shape.frame_id
                )

    def _covered(self, label: frozenset[str], said: frozenset[str]) -> tuple[float, float]:
        hit = self._sum(label & said)
        return hit / (self._sum(label) or 1.0), hit

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(self.weight.get(stem, 1.0) for stem in stems)


def read_frames(content: ReferralContent, wording: Wording, words: GateWords, folding: Folding) -> Reading:
    """The frames and lists of one language as the gate reads them."""
    bare = Reading(words, (), {}, {})

    def stems(text: str) -> frozenset[str]:
        folded = folding.fold(text).text
        plain = [one.text for one in words_of(folded, 0, len(folded))]
        return frozenset(words.stem(word) for word in plain if word not in STOPS and not bare.says_nothing(word))

    labels = {
        slot_list.id: tuple(stems(slot_list.label(value.id, wording)) for value in slot_list.values)
        for slot_list in content.slot_lists.values()
    }

    def shape(frame: Frame) -> _Shape:
        return _Shape(
            frame.id,
            stems(GAP.sub(" ", wording.text(frame.message_id, frame.text))),
            tuple(labels[slot.list_id] for slot in frame.slots.values() if slot.list_id in labels),
        )

    shapes = tuple(shape(one) for one in content.frames.values() if wording.covers(one.message_id, one.text))
    counts = Counter(
        word for one in shapes for word in one.fixed.union(*(label for slot in one.slots for label in slot))
    )
    weight = {word: math.log(1 + len(shapes) / count) for word, count in counts.items()}
    return Reading(words, shapes, weight, {key: frozenset().union(*found) for key, found in labels.items()})
