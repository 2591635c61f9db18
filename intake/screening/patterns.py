"""Phrases as lists of words, looked up by their rarest word: linear time on any text.

A phrase is written as its words. ``meth*`` stands for every word that begins so, ``(a|b c|)`` for one of several or
nothing, ``..`` for up to three words of any kind, ``<name>`` for a list of words that the pack names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from intake.screening.words import STOPS, Word

MOST_VARIANTS = 2000
"""A phrase with more readings than this is a fault of its pack."""
_GAP, _MOST_SKIPPED = "..", 3
_LEAST_STEM = 2
_SYLLABLE = re.compile("[\uac00-\ud7a3]")


class NotAPhrase(ValueError):
    """A phrase cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase: exact words and beginnings of words; a gap holds neither."""

    exact: frozenset[str]
    stems: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether any words may stand here."""
        return not self.exact and not self.stems

    def holds(self, word: str) -> bool:
        """Whether this word may stand here."""
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One reading of a phrase: its parts, the place of its rarest word, and what it stands for."""

    parts: tuple[Part, ...]
    anchor: int
    meaning: int


def read_phrase(written: str, lists: Mapping[str, Sequence[str]]) -> list[tuple[Part, ...]]:
    """Every reading of a folded phrase. Raises NotAPhrase."""
    pieces = _PIECE.findall(written)
    readings, rest = _sequence(pieces, 0, lists)
    if rest != len(pieces):
        raise NotAPhrase("A bracket closes that was not opened.")
    return [_checked(one) for one in readings if one]


def _sequence(pieces: Sequence[str], at: int, lists: Mapping[str, Sequence[str]]) -> tuple[list[tuple[Part, ...]], int]:
    """The readings of the words up to the next ``|`` or ``)``."""
    readings: list[tuple[Part, ...]] = [()]
    while at < len(pieces) and pieces[at] not in {"|", ")"}:
        if pieces[at] == "(":
            options, at = _group(pieces, at + 1, lists)
        else:
            options, at = [(_one(pieces[at], lists),)], at + 1
        readings = [(*before, *option) for before in readings for option in options]
        if len(readings) > MOST_VARIANTS:
            raise NotAPhrase(f"It has more than {MOST_VARIANTS} readings.")
    return readings, at


def _group(pieces: Sequence[str], at: int, lists: Mapping[str, Sequence[str]]) -> tuple[list[tuple[Part, ...]], int]:
    """The options of a bracket: all single words together, and each longer one on its own."""
    options: list[tuple[Part, ...]] = []
    while True:
        found, at = _sequence(pieces, at, lists)
        options += found
        if at == len(pieces):
            raise NotAPhrase("A bracket is open.")
        at += 1
        if pieces[at - 1] == ")":
            break
    single = [one[0] for one in options if len(one) == 1 and not one[0].is_gap]
    longer = [one for one in dict.fromkeys(options) if len(one) != 1 or one[0].is_gap]
    if single:
        exact = frozenset(word for one in single for word in one.exact)
        longer.append((Part(exact, tuple(sorted({stem for one in single for stem in one.stems}))),))
    return longer, at


_PIECE = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"
    r"|<[\w-]+>"
    "|(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f])[\\w'])+\\*?"
    "|[\U0001f300-\U0001faff\u2600-\u27bf]|\\$|\\.\\.|[()|]"
)


def _one(word: str, lists: Mapping[str, Sequence[str]]) -> Part:
    if word == _GAP:
        return Part(frozenset())
    if word.startswith("<"):
        if word[1:-1] not in lists:
            raise NotAPhrase(f"There is no list '{word[1:-1]}'.")
        return _part(lists[word[1:-1]])
    return _part([word])


def _part(words: Sequence[str]) -> Part:
    plain = [word.replace("'", "") for word in words]
    stems = tuple(sorted(word[:-1] for word in plain if word.endswith("*")))
    if any(len(stem) < _LEAST_STEM and not _SYLLABLE.match(stem) for stem in stems):
        raise NotAPhrase("A star follows fewer than two letters.")
    return Part(frozenset(word for word in plain if not word.endswith("*")), stems)


def _checked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if parts[0].is_gap or parts[-1].is_gap:
        raise NotAPhrase("A gap stands at an end.")
    if any(one.is_gap and other.is_gap for one, other in pairwise(parts)):
        raise NotAPhrase("Two gaps stand together.")
    return parts


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was met: the number of its meaning, its first word and the word after its last."""

    meaning: int
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases, found by the rarest word of each."""

    exact: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    stems: Mapping[str, tuple[Phrase, ...]] = field(repr=False)
    stem_lengths: tuple[int, ...]

    def find(self, words: Sequence[Word]) -> Iterator[Found]:
        """Every place where a phrase stands. The work for each word is bounded by the phrases that share it."""
        exact, stems, lengths = self.exact, self.stems, self.stem_lengths
        for place, word in enumerate(words):
            text = word.text
            if text in exact:
                for phrase in exact[text]:
                    yield from _at(phrase, words, place)
            for length in lengths:
                if length > len(text):
                    break
                if text[:length] in stems:
                    for phrase in stems[text[:length]]:
                        yield from _at(phrase, words, place)


def phrase_book(readings: Sequence[tuple[tuple[Part, ...], int]], common: frozenset[str]) -> PhraseBook:
    """Index the readings, each with the number of what it stands for."""
    exact: dict[str, list[Phrase]] = {}
    stems: dict[str, list[Phrase]] = {}
    for parts, meaning in readings:
        anchor = max(range(len(parts)), key=lambda place: _rarity(parts[place], common))
        phrase = Phrase(parts, anchor, meaning)
        for word in parts[anchor].exact:
            exact.setdefault(word, []).append(phrase)
        for stem in parts[anchor].stems:
            stems.setdefault(stem, []).append(phrase)
    return PhraseBook(
        {word: tuple(found) for word, found in exact.items()},
        {stem: tuple(found) for stem, found in stems.items()},
        tuple(sorted({len(stem) for stem in stems})),
    )


def _rarity(part: Part, common: frozenset[str]) -> float:
    if part.is_gap:
        return -1
    words = [*part.exact, *part.stems]
    shortest = min(map(len, words))
    return (0 if part.exact & common else shortest) - len(words) / 100


def _at(phrase: Phrase, words: Sequence[Word], place: int) -> Iterator[Found]:
    after = _follow(phrase.parts, phrase.anchor + 1, words, place + 1, 1)
    if after is None:
        return
    before = _follow(phrase.parts, phrase.anchor - 1, words, place - 1, -1)
    if before is not None:
        yield Found(phrase.meaning, before + 1, after)


def _follow(parts: tuple[Part, ...], part: int, words: Sequence[Word], place: int, step: int) -> int | None:
    """The place one beyond the last word that the remaining parts take, or None."""
    while 0 <= part < len(parts):
        if parts[part].is_gap:
            for skipped in range(_MOST_SKIPPED + 1):
                before = place + step * (skipped - 1)
                if skipped and 0 <= before < len(words) and words[before].text in STOPS:
                    return None
                found = _follow(parts, part + step, words, place + step * skipped, step)
                if found is not None:
                    return found
            return None
        if not 0 <= place < len(words) or not parts[part].holds(words[place].text):
            return None
        part += step
        place += step
    return place
