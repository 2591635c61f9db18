"""Phrases as lists of words.

A phrase is written as its words. ``meth*`` stands for every word that begins so, ``(a|b c|)`` for one of several or
nothing, ``..`` for up to three words of any kind, ``<name>`` for a list of words that the pack names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_VARIANTS = 2000
"""A phrase with more readings than this is a fault of its pack."""
_GAP = ".."
_LEAST_STEM = 2
_SYLLABLE = re.compile("[\uac00-\ud7a3]")


class NotAPhrase(ValueError):
    """A phrase cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase: exact words and beginnings of words; a gap holds neither."""

    exact: frozenset[str]
    stems: tuple[str, ...] = ()
    is_gap: bool = False

    def holds(self, word: str) -> bool:
        """Whether this word may stand here."""
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))


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
        return Part(frozenset(), is_gap=True)
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
