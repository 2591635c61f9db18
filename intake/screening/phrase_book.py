"""All phrases of the word packs, looked up by their rarest word and the word beside it: linear time on any text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from operator import and_
from typing import NamedTuple

from intake.screening.patterns import Part
from intake.screening.words import STOPS

BREAK = "\n"
"""Stands between two sentences in a list of words; no word is written so, and no phrase goes over it."""
_WALLS = STOPS | {BREAK}

_MOST_SKIPPED = 3
_COMMON, _SHORT = 60, 6
_NONE: frozenset[int] = frozenset()
_ALONE, _BITS = 1, 113


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reading of a phrase: its parts, the place of its rarest word, and the number of what it stands for."""

    parts: tuple[Part, ...]
    anchor: int
    meaning: int
    number: int


class Found(NamedTuple):
    """A phrase that was met: the number of its meaning, its first word and the word after its last."""

    meaning: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Known:
    """What one word of any phrase finds: numbers of phrases by itself, and of pairs of which it is a half."""

    alone: frozenset[int] = _NONE
    first: frozenset[int] = _NONE
    second: frozenset[int] = _NONE
    opens: int = 0
    """The same as bits, several numbers to one bit: of ``first``, and the lowest where ``alone`` holds any."""
    follows: int = _ALONE
    """Of ``second``, and always the lowest. Nothing is found by two words of which these share no bit."""


UNKNOWN_WORD = Known()


class Pair(NamedTuple):
    """A phrase found by two words side by side: which of its parts they are, and the parts next to them if no gap."""

    phrase: Phrase
    first: int
    before: Part | None
    behind: Part | None


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases. Those of one word, or whose rarest word stands between gaps, are found by that word alone."""

    phrases: tuple[Phrase, ...] = field(repr=False)
    pairs: tuple[tuple[Pair, ...], ...] = field(repr=False)
    exact: Mapping[str, Known] = field(repr=False)
    stems: Mapping[str, Known] = field(repr=False)
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)

    def known(self, word: str) -> Known:
        """What a word may begin, whole or by its first letters."""
        stems = self.stems
        whole = self.exact.get(word)
        found = [stems[word[:length]] for length in self.lengths.get(word[:2], ()) if word[:length] in stems]
        if word[:1] in stems:
            found.append(stems[word[:1]])
        if not found:
            return whole or UNKNOWN_WORD
        if whole is None and len(found) == 1:
            return found[0]
        return _joined([*found, whole or UNKNOWN_WORD])

    def find(self, words: Sequence[str], known: Mapping[str, Known]) -> list[Found]:
        """Every phrase in these words, by place. ``known`` holds each of them; BREAK may stand between sentences."""
        found: list[tuple[int, int, Found]] = []
        opens = {word: what.opens for word, what in known.items()}
        follows = {word: what.follows for word, what in known.items()}
        opens[BREAK], follows[BREAK] = 0, _ALONE
        words = [*words, BREAK]  # so that there is a word before the first, and one behind the last
        behind = islice(map(follows.__getitem__, words), 1, None)
        places = [place for place, bits in enumerate(map(and_, map(opens.__getitem__, words), behind)) if bits]
        pairs: dict[tuple[str, str], list[Pair]] = {}
        for place in places:
            word, following = words[place], words[place + 1]
            for number in known[word].alone:
                _add(found, self.phrases[number], words, place, (place, place))
            if following != BREAK:
                met = pairs.get((word, following))
                if met is None:
                    met = pairs[word, following] = self._pairs(known[word], known[following])
                if met:
                    _add_pairs(found, met, words, place)
        if len(found) > 1:
            found.sort(key=_place_and_number)
        return [one for _, _, one in found]

    def _pairs(self, one: Known, other: Known) -> list[Pair]:
        return [pair for number in one.first & other.second for pair in self.pairs[number]]


def _place_and_number(found: tuple[int, int, Found]) -> tuple[int, int]:
    return found[:2]


def phrase_book(readings: Sequence[tuple[tuple[Part, ...], int]], common: frozenset[str]) -> PhraseBook:
    """Index the readings, each with the number of what it stands for."""
    index = _Index()
    for number, (parts, meaning) in enumerate(readings):
        anchor = max(range(len(parts)), key=lambda place: _rarity(parts[place], common))
        phrase = Phrase(parts, anchor, meaning, number)
        for part in parts:
            index.add_part(part)
        first, after = _run(parts, anchor)
        if after - first > 1:
            index.add_pair(phrase, min(range(first, after - 1), key=lambda at: _often(parts, at, common)))
        else:
            index.add_alone(phrase)
    return index.book()


class _Index:
    """Gathers what each word and each beginning of a word finds."""

    def __init__(self) -> None:
        self._alone: list[Phrase] = []
        self._pairs: dict[tuple[Part, Part], list[Pair]] = {}
        self._numbers: dict[tuple[Part, Part], int] = {}
        self._found: tuple[dict[str, tuple[set[int], set[int], set[int]]], ...] = ({}, {})

    def add_part(self, part: Part) -> None:
        for table, words in zip(self._found, (part.exact, part.stems), strict=True):
            for word in words:
                table.setdefault(word, (set(), set(), set()))

    def add_alone(self, phrase: Phrase) -> None:
        self._note(phrase.parts[phrase.anchor], 0, len(self._alone))
        self._alone.append(phrase)

    def add_pair(self, phrase: Phrase, first: int) -> None:
        pair = (phrase.parts[first], phrase.parts[first + 1])
        if pair not in self._pairs:
            self._numbers[pair] = len(self._pairs)
            self._pairs[pair] = []
            self._note(pair[0], 1, self._numbers[pair])
            self._note(pair[1], 2, self._numbers[pair])
        self._pairs[pair].append(Pair(phrase, first, _beside(phrase, first - 1), _beside(phrase, first + 2)))

    def _note(self, part: Part, kind: int, number: int) -> None:
        for table, words in zip(self._found, (part.exact, part.stems), strict=True):
            for word in words:
                table[word][kind].add(number)

    def book(self) -> PhraseBook:
        exact, stems = ({word: _known(*found) for word, found in table.items()} for table in self._found)
        lengths: dict[str, set[int]] = {}
        for stem in stems:
            if len(stem) > 1:
                lengths.setdefault(stem[:2], set()).add(len(stem))
        return PhraseBook(
            tuple(self._alone),
            tuple(map(tuple, self._pairs.values())),
            exact,
            stems,
            {letter: tuple(sorted(found)) for letter, found in lengths.items()},
        )


def _beside(phrase: Phrase, place: int) -> Part | None:
    inside = 0 <= place < len(phrase.parts) and not phrase.parts[place].is_gap
    return phrase.parts[place] if inside else None


def _known(alone: AbstractSet[int], first: AbstractSet[int], second: AbstractSet[int]) -> Known:
    opens = _bits(first) | (_ALONE if alone else 0)
    return Known(frozenset(alone), frozenset(first), frozenset(second), opens, _bits(second) | _ALONE)


def _bits(numbers: AbstractSet[int]) -> int:
    return sum({2 << number % _BITS for number in numbers})


def _joined(found: Sequence[Known]) -> Known:
    alone, first, second, opens, follows = set[int](), set[int](), set[int](), 0, _ALONE
    for one in found:
        alone |= one.alone
        first |= one.first
        second |= one.second
        opens |= one.opens
        follows |= one.follows
    return Known(frozenset(alone), frozenset(first), frozenset(second), opens, follows)


def _rarity(part: Part, common: frozenset[str]) -> float:
    if part.is_gap:
        return -1
    words = [*part.exact, *part.stems]
    shortest = min(map(len, words))
    return (0 if part.exact & common else shortest) - len(words) / 100


def _run(parts: Sequence[Part], anchor: int) -> tuple[int, int]:
    """The parts without a gap among them that stand around a place."""
    first = after = anchor
    while first and not parts[first - 1].is_gap:
        first -= 1
    while after < len(parts) and not parts[after].is_gap:
        after += 1
    return first, after


def _often(parts: Sequence[Part], at: int, common: frozenset[str]) -> int:
    """How often, roughly, a part and the next are met side by side by chance."""
    one, other = (
        sum(_COMMON if word in common else 1 + _SHORT // len(word) for word in part.exact) + len(part.stems) * _SHORT
        for part in parts[at : at + 2]
    )
    return one * other


def _add(
    found: list[tuple[int, int, Found]], phrase: Phrase, words: Sequence[str], anchor: int, fitting: tuple[int, int]
) -> None:
    """Note a phrase whose rarest word stands at ``anchor``, if the words around those that are known to fit do too."""
    first, last = fitting
    after = _follow(phrase.parts, phrase.anchor + 1 + last - anchor, words, last + 1, 1)
    if after is None:
        return
    before = _follow(phrase.parts, phrase.anchor - 1 + first - anchor, words, first - 1, -1)
    if before is not None:
        found.append((anchor, phrase.number, Found(phrase.meaning, before + 1, after)))


def _add_pairs(found: list[tuple[int, int, Found]], pairs: Sequence[Pair], words: Sequence[str], place: int) -> None:
    """Note those of the phrases found by the words at ``place`` and behind it that fit; most fail at the next word."""
    before, behind = words[place - 1], words[place + 2]
    for phrase, first, part_before, part_behind in pairs:
        if part_behind is not None and behind not in part_behind.exact and not part_behind.holds(behind):
            continue
        if part_before is None or part_before.holds(before):
            _add(found, phrase, words, place + phrase.anchor - first, (place, place + 1))


def _follow(parts: tuple[Part, ...], part: int, words: Sequence[str], place: int, step: int) -> int | None:
    """The place one beyond the last word that the remaining parts take, or None."""
    while 0 <= part < len(parts):
        if parts[part].is_gap:
            for skipped in range(_MOST_SKIPPED + 1):
                before = place + step * (skipped - 1)
                if skipped and 0 <= before < len(words) and words[before] in _WALLS:
                    return None
                found = _follow(parts, part + step, words, place + step * skipped, step)
                if found is not None:
                    return found
            return None
        if not 0 <= place < len(words) or not parts[part].holds(words[place]):
            return None
        part += step
        place += step
    return place
