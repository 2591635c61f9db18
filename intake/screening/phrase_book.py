"""All phrases of the word packs, looked up by their rarest word and the word beside it: linear time on any text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, compress, count, islice
from operator import and_
from typing import NamedTuple

from intake.screening.patterns import Part
from intake.screening.words import BREAK, STOPS

ALONE = 1
"""The bit that every word has on one side, and on the other those that are found by themselves."""
_WALLS = STOPS | {BREAK}
_MOST_SKIPPED = 3


class Phrase(NamedTuple):
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


class Pair(NamedTuple):
    """A phrase found by two words side by side: which of its parts they are, and the parts next to them if no gap."""

    phrase: Phrase
    first: int
    before: Part | None
    behind: Part | None


class Looked:
    """The distinct words of one text, each looked up once: under which names the book has it, whole or as a beginning.

    ``opens`` and ``follows`` hold some bits for each word; nothing is found by two words that share none.
    """

    def __init__(self) -> None:
        self.names: dict[str, tuple[str, ...]] = {BREAK: ()}
        self.opens: dict[str, int] = {BREAK: 0}
        self.follows: dict[str, int] = {BREAK: ALONE}
        self.pairs: dict[tuple[str, str], Sequence[Pair]] = {}


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases. Those of one word, or whose rarest word stands between gaps, are found by that word alone.

    The names in the tables are whole words, and beginnings of words with a star.
    """

    alone: Mapping[str, Sequence[Phrase]] = field(repr=False)
    pairs: Mapping[str, Mapping[str, Sequence[int]]] = field(repr=False)
    groups: Sequence[Sequence[Pair]] = field(repr=False)
    opens: Mapping[str, int] = field(repr=False)
    follows: Mapping[str, int] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    short_stems: Mapping[str, str] = field(repr=False)
    stems: Mapping[str, str] = field(repr=False)
    lengths: Mapping[str, Sequence[int]] = field(repr=False)

    def look_up(self, words: AbstractSet[str], looked: Looked) -> None:
        """Note what each of these words may begin or end."""
        new = [word for word in words if word not in looked.names]
        looked.names.update(dict.fromkeys(new, ()))
        looked.opens.update(dict.fromkeys(new, 0))
        looked.follows.update(dict.fromkeys(new, ALONE))
        lengths, short = self.lengths, self.short_stems
        for word in new:
            if word in self.words or word[:3] in lengths or word[:2] in short or word[:1] in short:
                self._look_up(word, looked)

    def _look_up(self, word: str, looked: Looked) -> None:
        names = looked.names[word] = self.names(word)
        if names:
            opens, follows = self.opens.get(names[0], 0), self.follows.get(names[0], ALONE)
            for name in names[1:]:
                opens |= self.opens.get(name, 0)
                follows |= self.follows.get(name, 0)
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
        bits = map(and_, map(looked.opens.__getitem__, words), islice(map(looked.follows.__getitem__, words), 1, None))
        found: list[tuple[int, int, Found]] = []
        pairs = looked.pairs
        for place in compress(count(), bits):
            word, following = words[place], words[place + 1]
            if looked.opens[word] & ALONE:
                for phrase in self._alone(looked.names[word]):
                    _add(found, phrase, words, place, (phrase.anchor, place, place + 1))
            met = pairs.get((word, following))
            if met is None:
                met = pairs[word, following] = self._pairs(looked.names[word], looked.names[following])
            if met:
                _add_pairs(found, met, words, place)
        if len(found) > 1:
            found.sort(key=_place_and_number)
        return [one for _, _, one in found]

    def _alone(self, names: Sequence[str]) -> Iterable[Phrase]:
        met = [self.alone[name] for name in names if name in self.alone]
        return met[0] if len(met) == 1 else {one.number: one for one in chain.from_iterable(met)}.values()

    def _pairs(self, firsts: Sequence[str], seconds: Sequence[str]) -> Sequence[Pair]:
        met: list[Sequence[int]] = []
        for first in firsts:
            behind = self.pairs.get(first)
            if behind:
                met += [behind[second] for second in seconds if second in behind]
        if len(met) == 1 and len(met[0]) == 1:
            return self.groups[met[0][0]]
        return [pair for number in {*chain.from_iterable(met)} for pair in self.groups[number]]


def _place_and_number(found: tuple[int, int, Found]) -> tuple[int, int]:
    return found[:2]


def _add_pairs(found: list[tuple[int, int, Found]], pairs: Sequence[Pair], words: Sequence[str], place: int) -> None:
    """Note those of the phrases found by the words at ``place`` and behind it that fit; most fail at the next word."""
    before, behind = words[place - 1], words[place + 2]
    for phrase, first, part_before, part_behind in pairs:
        start, after = place, place + 2
        if part_behind is not None:
            if behind not in part_behind.exact and not part_behind.holds(behind):
                continue
            after += 1
        if part_before is not None:
            if not part_before.holds(before):
                continue
            start -= 1
        _add(found, phrase, words, place + phrase.anchor - first, (first - place + start, start, after))


def _add(
    found: list[tuple[int, int, Found]],
    phrase: Phrase,
    words: Sequence[str],
    anchor: int,
    fitting: tuple[int, int, int],
) -> None:
    """Note a phrase whose rarest word stands at ``anchor`` if the words around those that are known to fit do too.

    Those are the words from ``start`` to before ``after``, and the first of them is the ``part`` of the phrase.
    """
    part, start, after = fitting
    behind = part + after - start
    if behind < len(phrase.parts):
        ends = _follow(phrase.parts, behind, words, after, 1)
        if ends is None:
            return
        after = ends
    if part:
        begins = _follow(phrase.parts, part - 1, words, start - 1, -1)
        if begins is None:
            return
        start = begins + 1
    found.append((anchor, phrase.number, Found(phrase.meaning, start, after)))


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
