"""Builds the phrase book: by which word, or which two side by side, each phrase is found with the fewest attempts."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from intake.screening.patterns import Part
from intake.screening.phrase_book import Alone, Fits, Pair, Phrase, PhraseBook

_BITS = 149
_SHORT_STEM = 2
_LAST_LETTER = "\U0010ffff"
_SELDOM, _SELDOM_STEM = 0.00002, 0.0001
_TOGETHER = 5.0
"""How much more often two words stand side by side than chance alone would have them."""


def phrase_book(readings: Sequence[tuple[tuple[Part, ...], int]], often: Mapping[str, float]) -> PhraseBook:
    """Index the readings, each with the number of what it stands for; ``often``: words that are met often, with shares.

    The shares decide how quickly phrases are found, and never which.
    """
    index = _Index(often)
    for number, (parts, meaning) in enumerate(readings):
        index.add(number, parts, meaning)
    return index.book()


class _Index:
    """Gathers what each word and each beginning of a word finds. Equal parts are best the same object."""

    def __init__(self, often: Mapping[str, float]) -> None:
        self._words = often
        self._in_order = sorted(often)
        self._often: dict[Part, float] = {}
        self._alone: dict[str, list[Alone]] = {}
        self._groups: dict[tuple[Part, Part], list[Pair]] = {}

    def add(self, number: int, parts: tuple[Part, ...], meaning: int) -> None:
        """Note one reading under the word, or the two side by side, that are met least often."""
        for part in parts:
            if part not in self._often:
                self._often[part] = self._share(part)
        shares = [self._often[part] for part in parts]
        place, is_pair = _seldom(parts, shares)
        phrase = Phrase(parts, meaning, number)
        if is_pair:
            pair = Pair(phrase, place, _beside(phrase, place - 1), _beside(phrase, place + 2))
            self._groups.setdefault(parts[place : place + 2], []).append(pair)  # type: ignore[arg-type]
            return
        for name in _names(parts[place]):
            self._alone.setdefault(name, []).append(Alone(phrase, place))

    def _share(self, part: Part) -> float:
        """Which share of all words a part holds, roughly."""
        share = sum(self._words.get(word, _SELDOM) for word in part.exact)
        for stem in part.stems:
            begins, ends = bisect_left(self._in_order, stem), bisect_left(self._in_order, stem + _LAST_LETTER)
            share += _SELDOM_STEM + sum(map(self._words.__getitem__, self._in_order[begins:ends]))
        return share

    def book(self) -> PhraseBook:
        """All that was noted, as it is looked up."""
        pairs: dict[str, dict[str, list[Sequence[Pair]]]] = {}
        opens, follows = dict[str, int](), dict[str, int]()
        for number, ((one, other), group) in enumerate(self._groups.items()):
            bit = 1 << number % _BITS
            firsts, seconds = _names(one), _names(other)
            for name in firsts:
                opens[name] = opens.get(name, 0) | bit
            for name in seconds:
                follows[name] = follows.get(name, 0) | bit
            for first in firsts:
                behind = pairs.setdefault(first, {})
                for second in seconds:
                    behind.setdefault(second, []).append(group)
        stems = {stem for part in self._often for stem in part.stems}
        lengths: dict[str, set[int]] = {}
        for stem in stems:
            if len(stem) > _SHORT_STEM:
                lengths.setdefault(stem[:3], set()).add(len(stem))
        return PhraseBook(
            {name: tuple(phrases) for name, phrases in self._alone.items()},
            pairs,
            opens,
            follows,
            frozenset[str]().union(*(part.exact for part in self._often)),
            {stem: f"{stem}*" for stem in stems if len(stem) <= _SHORT_STEM},
            {stem: f"{stem}*" for stem in stems if len(stem) > _SHORT_STEM},
            {letters: tuple(sorted(found)) for letters, found in lengths.items()},
        )


def _names(part: Part) -> list[str]:
    """The words that a part holds, and the beginnings of words, with a star."""
    return [*part.exact, *(f"{stem}*" for stem in part.stems)]


def _beside(phrase: Phrase, place: int) -> Fits | None:
    inside = 0 <= place < len(phrase.parts) and not phrase.parts[place].is_gap
    return (phrase.parts[place].exact, phrase.parts[place].stems) if inside else None


def _seldom(parts: Sequence[Part], shares: Sequence[float]) -> tuple[int, bool]:
    """By which part a phrase is found with the fewest attempts, and whether together with the one behind it.

    A part counts alone only where it stands between gaps or ends: two are always met more seldom than one.
    """
    seldom, place, is_pair = math.inf, 0, False
    for at, (part, share) in enumerate(zip(parts, shares, strict=True)):
        if part.is_gap:
            continue
        has_next = at + 1 < len(parts) and not parts[at + 1].is_gap
        if not has_next and at and not parts[at - 1].is_gap:
            continue
        found = share * shares[at + 1] * _TOGETHER if has_next else share
        if found < seldom:
            seldom, place, is_pair = found, at, has_next
    return place, is_pair
