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
_NO_WORD = "<.|()"
_LEAST_STEM = 2
_SYLLABLE = re.compile("[\uac00-\ud7a3]")


class NotAPhrase(ValueError):
    """A phrase cannot be read; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One word of a phrase: exact words and beginnings of words; a gap holds neither.

    Compared as an object, because there are many thousands: what is read with the same ``Parts`` shares equal ones.
    """

    exact: frozenset[str]
    stems: tuple[str, ...] = ()
    is_gap: bool = False

    def holds(self, word: str) -> bool:
        """Whether this word may stand here."""
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))


class Parts:
    """The parts that were read so far."""

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, ...], Part] = {}
        self._by_kind: dict[tuple[frozenset[str], tuple[str, ...]], Part] = {}
        self.gap = Part(frozenset(), is_gap=True)

    def of(self, words: tuple[str, ...]) -> Part:
        """One of these words, as they are written in a phrase. Raises NotAPhrase."""
        part = self._by_words.get(words)
        if part is None:
            part = self._by_words[words] = self._same(*_exact_and_stems(words))
        return part

    def either(self, parts: Sequence[Part]) -> Part:
        """Whatever one of these parts holds."""
        exact = frozenset(word for one in parts for word in one.exact)
        return self._same(exact, tuple(sorted({stem for one in parts for stem in one.stems})))

    def _same(self, exact: frozenset[str], stems: tuple[str, ...]) -> Part:
        part = self._by_kind.get((exact, stems))
        if part is None:
            part = self._by_kind[exact, stems] = Part(exact, stems)
        return part


def read_phrase(written: str, lists: Mapping[str, Sequence[str]], parts: Parts | None = None) -> list[tuple[Part, ...]]:
    """Every reading of a folded phrase. Raises NotAPhrase."""
    pieces = _PIECE.findall(written)
    known = parts or Parts()
    readings, rest = _sequence(pieces, 0, lists, known)
    if rest != len(pieces):
        raise NotAPhrase("A bracket closes that was not opened.")
    return [_checked(one) for one in readings if one]


def _sequence(
    pieces: Sequence[str], at: int, lists: Mapping[str, Sequence[str]], parts: Parts
) -> tuple[list[tuple[Part, ...]], int]:
    """The readings of the words up to the next ``|`` or ``)``."""
    readings: list[tuple[Part, ...]] = [()]
    while at < len(pieces) and pieces[at] not in {"|", ")"}:
        if pieces[at] != "(":
            one = _one(pieces[at], lists, parts)
            readings = [(*before, one) for before in readings]
            at += 1
            continue
        options, at = _plain_group(pieces, at + 1, parts) or _group(pieces, at + 1, lists, parts)
        readings = [(*before, *option) for before in readings for option in options]
        if len(readings) > MOST_VARIANTS:
            raise NotAPhrase(f"It has more than {MOST_VARIANTS} readings.")
    return readings, at


def _plain_group(pieces: Sequence[str], at: int, parts: Parts) -> tuple[list[tuple[Part, ...]], int] | None:
    """The options of a bracket of single words, as most are."""
    end = at + 1
    while end < len(pieces) and pieces[end] == "|":
        end += 2
    words = pieces[at:end:2]
    if end >= len(pieces) or pieces[end] != ")" or any(word[0] in _NO_WORD for word in words):
        return None
    return [(parts.of(tuple(words)),)], end + 1


def _group(
    pieces: Sequence[str], at: int, lists: Mapping[str, Sequence[str]], parts: Parts
) -> tuple[list[tuple[Part, ...]], int]:
    """The options of a bracket."""
    options: list[tuple[Part, ...]] = []
    while True:
        found, at = _sequence(pieces, at, lists, parts)
        options += found
        if at == len(pieces):
            raise NotAPhrase("A bracket is open.")
        at += 1
        if pieces[at - 1] == ")":
            break
    return _joined(options, parts), at


def _joined(options: Sequence[tuple[Part, ...]], parts: Parts) -> list[tuple[Part, ...]]:
    """The same options, fewer: those that differ in one word alone become one."""
    joined = list(dict.fromkeys(options))
    for place in range(max(map(len, joined))):
        alike: dict[object, list[tuple[Part, ...]]] = {}
        for one in joined:
            is_word = place < len(one) and not one[place].is_gap
            alike.setdefault((one[:place], one[place + 1 :]) if is_word else one, []).append(one)
        joined = [
            same[0]
            if len(same) == 1
            else (*same[0][:place], parts.either([one[place] for one in same]), *same[0][place + 1 :])
            for same in alike.values()
        ]
    return joined


_PIECE = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"
    r"|<[\w-]+>"
    "|(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f])[\\w'])+\\*?"
    "|[\U0001f300-\U0001faff\u2600-\u27bf]|\\$|\\.\\.|[()|]"
)


def _one(word: str, lists: Mapping[str, Sequence[str]], parts: Parts) -> Part:
    if word == _GAP:
        return parts.gap
    if word.startswith("<"):
        if word[1:-1] not in lists:
            raise NotAPhrase(f"There is no list '{word[1:-1]}'.")
        return parts.of(tuple(lists[word[1:-1]]))
    return parts.of((word,))


def _exact_and_stems(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    plain = [word.replace("'", "") for word in words]
    stems = tuple(sorted(word[:-1] for word in plain if word.endswith("*")))
    if any(len(stem) < _LEAST_STEM and not _SYLLABLE.match(stem) for stem in stems):
        raise NotAPhrase("A star follows fewer than two letters.")
    return frozenset(word for word in plain if not word.endswith("*")), stems


def _checked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if parts[0].is_gap or parts[-1].is_gap:
        raise NotAPhrase("A gap stands at an end.")
    if any(one.is_gap and other.is_gap for one, other in pairwise(parts)):
        raise NotAPhrase("Two gaps stand together.")
    return parts
