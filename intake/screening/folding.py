"""Brings the many ways to write a letter to one, and remembers where each letter stood.

Case, accents, full-width and styled letters, letters of another script inside a word, marks and signs without a
picture. The folded text is searched; offsets are given in the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

_UNEVEN = "\ue000"  # a private letter stands for everything that is not one letter for one letter
_MOST_REMEMBERED = 20_000
_RUN_OF_JAMO = re.compile("[\u1100-\u11ff]+")
_UNEVEN_OR_JAMO = re.compile(f"{_UNEVEN}+")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_PLAIN = re.compile("([^\x00-\x7f]+)")
_STRANGE_LETTER = re.compile("[^\x00-\x7f]")
_FEW_LETTERS = 64
_FIRST_JAMO, _LAST_JAMO = 0x1100, 0x11FF
_FIRST_FLAG, _LAST_FLAG = 0x1F1E6, 0x1F1FF  # letters that stand for a flag
_FRAMED_LETTERS = (0x1F130, 0x1F150, 0x1F170)
_KEPT_MARKS = ("THAI", "HANGUL")
_APOSTROPHES = "\u2018\u2019\u02bc\u00b4\u0060\uff07"


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where the stretches of a folded text begin, in it and in the text as typed, with the ends of both at the end.

    In a stretch that is as long in both each letter stands for one; in any other all its letters stand for its whole.
    """

    folded: array[int] = field(default_factory=partial(array, "L"), repr=False)
    typed: array[int] = field(default_factory=partial(array, "L"), repr=False)

    def add(self, folded: int, typed: int) -> None:
        """Note where the next stretch begins, or the end."""
        self.folded.append(folded)
        self.typed.append(typed)

    def typed_at(self, place: int) -> tuple[int, int]:
        """Where the letter of the folded text that stands here begins in the text as typed, and the one behind it."""
        at = bisect_right(self.folded, place) - 1
        if at + 1 >= len(self.folded):
            return self.typed[-1], self.typed[-1]
        inside, first, after = place - self.folded[at], self.typed[at], self.typed[at + 1]
        if after - first == self.folded[at + 1] - self.folded[at]:
            return first + inside, first + inside + 1
        return first, after

    def folded_at(self, offset: int) -> int:
        """The first letter of the folded text that does not begin before an offset of the text as typed."""
        at = bisect_left(self.typed, offset) - 1
        if at < 0 or at + 1 >= len(self.folded):
            return self.folded[max(at, 0)]
        first, after = self.folded[at], self.folded[at + 1]
        return first + offset - self.typed[at] if after - first == self.typed[at + 1] - self.typed[at] else after


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``blocks`` tell for each of its letters the offset in the text as typed; None: the same."""

    text: str = field(repr=False)
    blocks: Blocks | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text as typed."""
        if self.blocks is None:
            return start, end
        after = self.blocks.typed_at(end - 1)[1]
        # marks that were dropped belong to the letter before them
        return self.blocks.typed_at(start)[0], self.blocks.typed_at(self.blocks.folded_at(after))[0]

    def place(self, offset: int) -> int:
        """Where in the folded text an offset of the typed text lies."""
        return offset if self.blocks is None else self.blocks.folded_at(offset)


class _Letters(dict[int, str]):
    """What each letter becomes; filled as letters are met, up to a bound, so that hostile text cannot fill memory."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        folded = plain if len(plain) == 1 and not _FIRST_JAMO <= code <= _LAST_JAMO else _UNEVEN
        if len(self) < _MOST_REMEMBERED:
            self[code] = folded
        return folded


@dataclass(frozen=True, slots=True)
class Folding:
    """Folds texts. ``look_alikes``: letters of other scripts that look Latin; ``variants``: one script's two forms."""

    look_alikes: Mapping[int, str] = field(default_factory=dict, repr=False)
    variants: Mapping[int, str] = field(default_factory=dict, repr=False)
    _letters: _Letters = field(default_factory=_Letters, repr=False, compare=False)
    _strange: frozenset[str] = field(init=False, repr=False, compare=False)
    _varying: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_strange", frozenset(map(chr, self.look_alikes)))
        object.__setattr__(self, "_varying", frozenset(map(chr, self.variants)))

    def fold(self, text: str) -> Folded:
        """The text in plain letters, in time and memory linear in its length."""
        if text.isascii():
            return Folded(text.lower())
        even = self._even(text)
        if _UNEVEN in even:
            plain, blocks = _spread(text, even)
            return Folded(self._same_script(plain), blocks)
        return Folded(self._same_script(even))

    def _even(self, text: str) -> str:
        """A letter for each letter; what does not come to one is marked. Few letters, and plain, take the short way."""
        becomes = {letter: self._letters[ord(letter)] for letter in set(_STRANGE_LETTER.findall(text))}
        if len(becomes) <= _FEW_LETTERS and all(map(self._stays, becomes.values())):
            for letter, folded in becomes.items():
                text = text.replace(letter, folded)
            return text.lower()
        pieces = _NOT_PLAIN.split(text)
        pieces[::2] = map(str.lower, pieces[::2])
        pieces[1::2] = [piece.translate(self._letters) for piece in pieces[1::2]]
        return "".join(pieces)

    def _stays(self, folded: str) -> bool:
        """Whether a folded letter is changed no further where other letters are folded, and capitals, after it."""
        return folded.lower() == folded and (folded.isascii() or self._letters[ord(folded)] == folded)

    def _same_script(self, text: str) -> str:
        if text.isascii():
            return text
        letters = set(_STRANGE_LETTER.findall(text))
        if not self._varying.isdisjoint(letters):
            text = text.translate(self.variants)
        if self._strange.isdisjoint(letters):
            return text
        return _WORD.sub(lambda found: self._one_script(found.group()), text)

    def _one_script(self, word: str) -> str:
        """A word that mixes Latin letters with look-alikes is read as Latin."""
        if word.isascii() or not any(letter.isascii() for letter in word) or self._strange.isdisjoint(word):
            return word
        return word.translate(self.look_alikes)


def _plain(letter: str) -> str:
    code = ord(letter)
    if letter in _APOSTROPHES:
        return "'"
    if _FIRST_FLAG <= code <= _LAST_FLAG:
        return chr(code - _FIRST_FLAG + 97)
    for first in _FRAMED_LETTERS:
        if first <= code < first + 26:
            return chr(code - first + 97)
    if unicodedata.category(letter) in {"Cf", "Cs", "Co", "Cn"} or letter == _UNEVEN:
        return ""
    composed = unicodedata.normalize("NFKC", letter).casefold()
    name = unicodedata.name(letter, "")
    if name.startswith(_KEPT_MARKS):
        return composed
    apart = unicodedata.normalize("NFKD", composed)
    return "".join(one for one in apart if not unicodedata.combining(one)).translate({0x111: "d", 0x142: "l"})


def _spread(text: str, even: str) -> tuple[str, Blocks]:
    pieces: list[str] = []
    blocks = Blocks()
    at = folded = 0
    for found in _UNEVEN_OR_JAMO.finditer(even):
        if found.start() > at:
            blocks.add(folded, at)
            pieces.append(even[at : found.start()])
            folded += found.start() - at
        for plain, place in _uneven(text[found.start() : found.end()], found.start()):
            blocks.add(folded, place)
            pieces.append(plain)
            folded += len(plain)
        at = found.end()
    if at < len(even):
        blocks.add(folded, at)
        pieces.append(even[at:])
    blocks.add(folded + len(even) - at, len(text))
    return "".join(pieces), blocks


def _uneven(run: str, offset: int) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(run):
        jamo = _RUN_OF_JAMO.match(run, at)
        if jamo is None:
            yield _plain(run[at]), offset + at
            at += 1
            continue
        for syllable in unicodedata.normalize("NFC", jamo.group()):
            yield syllable, offset + at
            at += len(unicodedata.normalize("NFD", syllable))
