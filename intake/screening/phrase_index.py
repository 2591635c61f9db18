"""Builds the phrase book: by which word, or which two side by side, each phrase is found soonest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from intake.screening.patterns import Part
from intake.screening.phrase_book import Fits, Pair, Phrase, PhraseBook

_COMMON, _SHORT = 60, 6
_BITS = 149
_SHORT_STEM = 2


def phrase_book(readings: Sequence[tuple[tuple[Part, ...], int]], common: frozenset[str]) -> PhraseBook:
    """Index the readings, each with the number of what it stands for."""
    index = _Index(common)
    for number, (parts, meaning) in enumerate(readings):
        index.add(number, parts, meaning)
    return index.book()


class _Index:
    """Gathers what each word and each beginning of a word finds. Equal parts are best the same object."""

    def __init__(self, common: frozenset[str]) -> None:
        self._common = common
        self._rarity: dict[Part, float] = {}
        self._often: dict[Part, int] = {}
        self._alone: dict[str, list[Phrase]] = {}
        self._groups: dict[tuple[Part, Part], list[Pair]] = {}

    def add(self, number: int, parts: tuple[Part, ...], meaning: int) -> None:
        """Note one reading."""
        for part in parts:
            if part not in self._rarity:
                self._rarity[part], self._often[part] = _rarity(part, self._common), _often(part, self._common)
        rarities = [self._rarity[part] for part in parts]
        anchor = rarities.index(max(rarities))
        phrase = Phrase(parts, anchor, meaning, number)
        first, after = _run(parts, anchor)
        if after - first == 1:
            for name in _names(parts[anchor]):
                self._alone.setdefault(name, []).append(phrase)
            return
        often = [self._often[part] for part in parts[first:after]]
        both = [one * other for one, other in pairwise(often)]
        at = first + both.index(min(both))
        pair = Pair(phrase, at, _beside(phrase, at - 1), _beside(phrase, at + 2))
        self._groups.setdefault(parts[at : at + 2], []).append(pair)  # type: ignore[arg-type]

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
        stems = {stem for part in self._rarity for stem in part.stems}
        lengths: dict[str, set[int]] = {}
        for stem in stems:
            if len(stem) > _SHORT_STEM:
                lengths.setdefault(stem[:3], set()).add(len(stem))
        return PhraseBook(
            {name: tuple(phrases) for name, phrases in self._alone.items()},
            pairs,
            opens,
            follows,
            frozenset[str]().union(*(part.exact for part in self._rarity)),
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


def _rarity(part: Part, common: frozenset[str]) -> float:
    if part.is_gap:
        return -1
    words = [*part.exact, *part.stems]
    shortest = min(map(len, words))
    return (0 if part.exact & common else shortest) - len(words) / 100


def _often(part: Part, common: frozenset[str]) -> int:
    """How often, roughly, a part is met by chance."""
    exact = sum(_COMMON if word in common else 1 + _SHORT // max(len(word), 1) for word in part.exact)
    return exact + len(part.stems) * _SHORT


def _run(parts: Sequence[Part], anchor: int) -> tuple[int, int]:
    """The parts without a gap among them that stand around a place."""
    first = after = anchor
    while first and not parts[first - 1].is_gap:
        first -= 1
    while after < len(parts) and not parts[after].is_gap:
        after += 1
    return first, after
