"""All phrases of the word packs, looked up by two words side by side that are seldom met: linear time on any text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, compress, count, islice
from operator import and_
from typing import NamedTuple

from intake.screening.patterns import Part
from intake.screening.words import BREAK, STOPS

_WALLS = STOPS | {BREAK}
_MOST_SKIPPED = 3


class Phrase(NamedTuple):
    """One reading of a phrase: its parts, and the number of what it stands for."""

    parts: tuple[Part, ...]
    meaning: int
    number: int


class Alone(NamedTuple):
    """A phrase found by one word, and which of its parts that is."""

    phrase: Phrase
    part: int


Fits = tuple[frozenset[str], tuple[str, ...]]
"""The whole words and the beginnings of words that one part of a phrase holds."""
_Met = tuple[int, int, int, int]
"""Where a phrase begins and ends, its number, and what it stands for."""


class Found(NamedTuple):
    """A phrase that was met: the number of its meaning, its first word and the word after its last."""

    meaning: int
    first: int
    after: int


class Pair(NamedTuple):
    """A phrase found by two words side by side: which of its parts they are, and the parts next to them if no gap.

    ``before`` and ``behind`` are the whole words and the beginnings that fit next to the two, or None.
    """

    phrase: Phrase
    first: int
    before: Fits | None
    behind: Fits | None


class Looked:
    """The distinct words of one text, each looked up once: under which names the book has it, whole or as a beginning.

    ``opens`` and ``follows`` hold some bits for each word; nothing is found by two words that share none. ``alone``
    has the words that find a phrase by themselves.
    """

    def __init__(self) -> None:
        self.names: dict[str, tuple[str, ...]] = {BREAK: ()}
        self.opens: dict[str, int] = {BREAK: 0}
        self.follows: dict[str, int] = {BREAK: 0}
        self.alone: dict[str, Sequence[Alone]] = {}
        self.pairs: dict[tuple[str, str], Sequence[Pair]] = {}


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases. Those of one word, and some with gaps, are found by one word alone.

    The names in the tables are whole words, and beginnings of words with a star.
    """

    alone: Mapping[str, Sequence[Alone]] = field(repr=False)
    pairs: Mapping[str, Mapping[str, Sequence[Sequence[Pair]]]] = field(repr=False)
    opens: Mapping[str, int] = field(repr=False)
    follows: Mapping[str, int] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    short_stems: Mapping[str, str] = field(repr=False)
    stems: Mapping[str, str] = field(repr=False)
    lengths: Mapping[str, Sequence[int]] = field(repr=False)

    def look_up(self, words: AbstractSet[str], looked: Looked) -> None:
        """Note what each of these words may begin or end."""
        new = [word for word in words if word not in looked.names] if len(looked.names) > 1 else words
        looked.names.update(dict.fromkeys(new, ()))
        looked.opens.update(dict.fromkeys(new, 0))
        looked.follows.update(dict.fromkeys(new, 0))
        lengths, short, known = self.lengths, self.short_stems, self.words
        for word in new:
            if word in known or word[:3] in lengths or word[:2] in short or word[:1] in short:
                names = self.names(word)
                if names:
                    self._note(word, names, looked)

    def _note(self, word: str, names: tuple[str, ...], looked: Looked) -> None:
        looked.names[word] = names
        opens = follows = 0
        for name in names:
            opens |= self.opens.get(name, 0)
            follows |= self.follows.get(name, 0)
            if name in self.alone:
                looked.alone[word] = self._alone(names)
        looked.opens[word], looked.follows[word] = opens, follows

    def names(self, word: str) -> tuple[str, ...]:
        """The names under which a word stands in the tables."""
        found = [word] if word in self.words else []
        stems = self.stems
        for length in self.lengths.get(word[:3], ()):
            stem = word[:length]
            if len(stem) == length and stem in stems:
                found.append(stems[stem])
        short = self.short_stems
        if word[:2] in short:
            found.append(short[word[:2]])
        if word[:1] in short and len(word) > 1:
            found.append(short[word[:1]])
        return tuple(found)

    def find(self, words: Sequence[str], looked: Looked) -> list[Found]:
        """Every phrase in these words, by place; each was looked up. BREAK may stand between sentences."""
        words = [*words, BREAK]  # so that there is a word before the first, and one behind the last
        found: list[_Met] = []
        alone, pairs, names = looked.alone, looked.pairs, looked.names
        for place in compress(count(), map(alone.__contains__, words)):
            for phrase, part in alone[words[place]]:
                if len(phrase.parts) == 1:
                    found.append((place, place + 1, phrase.number, phrase.meaning))
                else:
                    _add(found, phrase, words, (part, place, place + 1))
        bits = map(and_, map(looked.opens.__getitem__, words), islice(map(looked.follows.__getitem__, words), 1, None))
        for place in compress(count(), bits):
            two = words[place], words[place + 1]
            met = pairs.get(two)
            if met is None:
                met = pairs[two] = self._pairs(names[two[0]], names[two[1]])
            if met:
                _add_pairs(found, met, words, place)
        found.sort()
        return [Found(meaning, start, after) for start, after, _, meaning in found]

    def _alone(self, names: Sequence[str]) -> Sequence[Alone]:
        met = [self.alone[name] for name in names if name in self.alone]
        return met[0] if len(met) == 1 else [*{one.phrase.number: one for one in chain.from_iterable(met)}.values()]

    def _pairs(self, firsts: Sequence[str], seconds: Sequence[str]) -> Sequence[Pair]:
        met: list[Sequence[Pair]] = []
        for first in firsts:
            behind = self.pairs.get(first)
            if behind is not None:
                for second in seconds:
                    met += behind.get(second, ())
        if len(met) <= 1:
            return met[0] if met else ()
        return [*chain.from_iterable({id(group): group for group in met}.values())]


def _add_pairs(found: list[_Met], pairs: Sequence[Pair], words: Sequence[str], place: int) -> None:
    """Note those of the phrases found by the words at ``place`` and behind it that fit; most fail at the next word."""
    before, behind = words[place - 1], words[place + 2]
    for phrase, first, fits_before, fits_behind in pairs:
        start, after = place, place + 2
        if fits_behind is not None:
            if behind not in fits_behind[0] and not (fits_behind[1] and behind.startswith(fits_behind[1])):
                continue
            after += 1
        if fits_before is not None:
            if before not in fits_before[0] and not (fits_before[1] and before.startswith(fits_before[1])):
                continue
            start -= 1
        _add(found, phrase, words, (first - place + start, start, after))


def _add(found: list[_Met], phrase: Phrase, words: Sequence[str], fitting: tuple[int, int, int]) -> None:
    """Note a phrase if the words around those that are known to fit do too.

    Those are the words from ``start`` to before ``after``, and the first of them is the ``part`` of the phrase.
    """
    parts, meaning, number = phrase
    part, start, after = fitting
    behind = part + after - start
    if behind < len(parts):
        ends = _follow(parts, behind, words, after, 1)
        if ends is None:
            return
        after = ends
    if part:
        begins = _follow(parts, part - 1, words, start - 1, -1)
        if begins is None:
            return
        start = begins + 1
    found.append((start, after, number, meaning))


def _follow(parts: tuple[Part, ...], part: int, words: Sequence[str], place: int, step: int) -> int | None:
    """The place one beyond the last word that the remaining parts take, or None."""
    while 0 <= part < len(parts):
        if parts[part].is_gap:
            return _over_gap(parts, part + step, words, place, step)
        if not 0 <= place < len(words) or not parts[part].holds(words[place]):
            return None
        part += step
        place += step
    return place


def _over_gap(parts: tuple[Part, ...], part: int, words: Sequence[str], place: int, step: int) -> int | None:
    """The same of a part that stands behind a gap, which is never the last."""
    wanted = parts[part]
    near = words[place : place + _MOST_SKIPPED + 1] if step > 0 else words[max(place - _MOST_SKIPPED, 0) : place + 1]
    if not wanted.stems and wanted.exact.isdisjoint(near):
        return None  # as nearly always
    for at in range(place, place + step * (_MOST_SKIPPED + 1), step):
        if not 0 <= at < len(words):
            return None
        if wanted.holds(words[at]):
            found = _follow(parts, part + step, words, at + step, step)
            if found is not None:
                return found
        if words[at] in _WALLS:
            return None
    return None
