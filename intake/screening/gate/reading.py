"""What the gate can read in one language: the frames as sets of words, and which of them come nearest."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.referral.content import ReferralContent
from intake.referral.frames import GAP, Frame
from intake.screening.folding import Folding
from intake.screening.gate.cutting import Listed
from intake.screening.gate.words import GateWords
from intake.screening.words import STOPS, words_of
from intake.wording.catalogue import Wording

_FRAME_SIDE = 0.7
_AFTER_E = ("es", "ed")
"""Endings that may be one letter long behind an e of the word's own: ankles."""
_HINT, _MOST_HINTS = 0.25, 3
_NUMBER = re.compile(r"\d{1,4}(?::\d\d)?")

_Values = Mapping[str, tuple[frozenset[str], ...]]
"""For each word of a list the values in which it stands, as sets of words."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """One frame: the words that it always says, and for each slot the values in which a word stands."""

    frame_id: str
    fixed: frozenset[str] = field(repr=False)
    slots: tuple[_Values, ...] = field(repr=False)
    near: frozenset[str] = field(repr=False)


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
    found_in: Mapping[str, Sequence[int]] = field(repr=False)
    whole: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)
    listed: Listed | None = field(default=None, repr=False)
    """The words into which a line is cut, of a language that is read by the frames of another."""

    def is_frame(self, said: Sequence[str]) -> bool:
        """Whether these folded words are, one by one, a frame with at most one choice from a list in it."""
        return _unstopped(said) in self.whole

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of a frame, of a list, or one that may stand beside them."""
        if self.says_nothing(word) or word in STOPS or _NUMBER.fullmatch(word):
            return True
        is_longer = self.listed is None and word.endswith(_AFTER_E) and self._has(word[:-1])
        return is_longer or self._has(word)

    def _has(self, word: str) -> bool:
        if self.listed is not None:
            return word in self.words.same or word in self.words.allowed
        stem = self.words.stem(word)
        return stem in self.weight or stem in self.words.allowed

    def says(self, word: str) -> bool:
        """Whether a word has a meaning of its own, as neither a small word nor a stop nor a name for somebody has."""
        return word not in STOPS and not self.says_nothing(word)

    def says_nothing(self, word: str) -> bool:
        """Whether a word is small, or only names one of the two people."""
        words = self.words
        return (
            word in words.small
            or word in words.person
            or word in words.reporter
            or word in words.done_to
            or word in words.pronouns
            or word in words.particles
        )

    def nearest(self, said: Sequence[str]) -> list[Near]:
        """Frames that share a word of their own with these, the nearest first."""
        stems = frozenset(self.words.stem(word) for word in said if word not in STOPS and not self.says_nothing(word))
        return sorted(self._near(stems), key=lambda one: (-one.score, one.frame_id))

    def _near(self, said: frozenset[str]) -> Iterator[Near]:
        whole = self._sum(said) or 1.0
        for number in sorted({number for stem in said for number in self.found_in.get(stem, ())}):
            shape = self.shapes[number]
            own = self._sum(shape.fixed)
            fixed = self._sum(shape.fixed & said)
            filled, asked = 0.0, 0.0
            for values in shape.slots:
                met = [value for stem in said for value in values.get(stem, ())]
                if met:
                    best = max(met, key=lambda value: self._covered(value, said))
                    filled += self._sum((best & said) - shape.fixed)
                    asked += self._sum(best - shape.fixed)
            share = fixed / own if own else filled / (asked or 1.0)
            nearness = (fixed + filled) / whole + _FRAME_SIDE * (fixed + filled) / ((own + asked) or 1.0)
            nearness += _HINT * min(len(shape.near & said), _MOST_HINTS)
            yield Near(nearness, share, shape.frame_id)

    def _covered(self, label: frozenset[str], said: frozenset[str]) -> tuple[float, float]:
        hit = self._sum(label & said)
        return hit / (self._sum(label) or 1.0), hit

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(self.weight.get(stem, 1.0) for stem in stems)


def read_frames(content: ReferralContent, wording: Wording, words: GateWords, folding: Folding) -> Reading:
    """The frames and lists of one language as the gate reads them."""
    bare = Reading(words, (), {}, {}, {})

    def plain(text: str) -> list[str]:
        folded = folding.fold(text).text
        return [one.text for one in words_of(folded, 0, len(folded))]

    def stems(text: str) -> frozenset[str]:
        return frozenset(words.stem(word) for word in _unstopped(plain(text)) if not bare.says_nothing(word))

    labels = {
        slot_list.id: tuple(stems(slot_list.label(value.id, wording)) for value in slot_list.values)
        for slot_list in content.slot_lists.values()
    }

    values = {key: _by_word(found) for key, found in labels.items()}

    def shape(frame: Frame) -> _Shape:
        return _Shape(
            frame.id,
            stems(GAP.sub(" ", wording.text(frame.message_id, frame.text))),
            tuple(values[slot.list_id] for slot in frame.slots.values() if slot.list_id in values),
            words.near.get(frame.id, frozenset()),
        )

    said = [one for one in content.frames.values() if wording.covers(one.message_id, one.text)]
    shapes = tuple(map(shape, said))
    ready = {_unstopped(plain(text)) for one in said for text in _ready(one, content, wording)}
    counts = Counter(word for one in shapes for word in one.fixed.union(*one.slots))
    found_in: dict[str, list[int]] = {}
    for number, one in enumerate(shapes):
        for word in sorted(one.near.union(one.fixed, *one.slots)):
            found_in.setdefault(word, []).append(number)
    weight = {word: math.log(1 + len(shapes) / count) for word, count in counts.items()}
    every = {key: frozenset().union(*found) for key, found in labels.items()}
    return Reading(words, shapes, weight, every, found_in, frozenset(ready))


def read_as(own: Reading, words: GateWords) -> Reading:
    """The same frames as a language reads them that has none: its words stand for theirs."""
    same = {word: head if head in own.weight else own.words.stem(head) for word, head in words.same.items()}
    return replace(own, words=replace(words, same=same), whole=frozenset(), listed=words.listed())


def _ready(frame: Frame, content: ReferralContent, wording: Wording) -> Iterator[str]:
    """A frame as it stands on a page, if it leaves nothing open but one choice from a list: once for each choice."""
    text = wording.text(frame.message_id, frame.text)
    if not frame.slots:
        yield text
    elif len(frame.slots) == 1 and (chosen := content.slot_lists.get(next(iter(frame.slots.values())).list_id)):
        yield from (GAP.sub(chosen.label(value.id, wording), text) for value in chosen.values)


def _unstopped(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in STOPS)


def _by_word(values: Sequence[frozenset[str]]) -> _Values:
    words = frozenset[str]().union(*values)
    return {word: tuple(value for value in values if word in value) for word in words}
