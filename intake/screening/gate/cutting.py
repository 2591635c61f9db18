"""Cuts a line into the words that a language lists, where it writes several together or one of them with blanks.

Chinese and Thai put no blank between words, Vietnamese one inside of them, Korean hangs its particles behind. Words are
compared as they are typed: without its marks a Vietnamese or Thai word is another one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.screening.words import STOPS

_MOST_PARTS = 24
_LONGEST = 40
_UNLISTED = 100
"""As many listed words are better than one that is not."""


def as_listed(text: str) -> str:
    """A stretch as it is compared: composed letters, no capitals."""
    return unicodedata.normalize("NFC", text.casefold())


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a cut line: its text as compared, and the numbers of the first word and behind the last it is of."""

    text: str = field(repr=False)
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of a language, and the particles that may hang on one."""

    words: frozenset[str] = field(repr=False)
    particles: frozenset[str] = field(default=frozenset(), repr=False)

    def cut(self, text: str, places: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
        """The fewest listed words that a text can be read as, given where its parts stand; what is not listed stays."""
        raw = [as_listed(text[start:end]) for start, end in places]
        best: list[tuple[int, int]] = [(0, 0)]  # of each place the cost of reading up to it, and where its word begins
        for end in range(1, len(raw) + 1):
            own = 1 if self._knows(raw[end - 1]) else _UNLISTED
            options = [(best[end - 1][0] + own, end - 1)]
            for start in range(end - 2, max(-1, end - 1 - _MOST_PARTS), -1):
                if raw[start] in STOPS or not _joined(text, places[start][1], places[start + 1][0]):
                    break
                if as_listed(text[places[start][0] : places[end - 1][1]]) in self.words:
                    options.append((best[start][0] + 1, start))
            best.append(min(options))
        pieces: list[Piece] = []
        end = len(raw)
        while end:
            start = best[end][1]
            pieces += reversed(self._parted(as_listed(text[places[start][0] : places[end - 1][1]]), start, end))
            end = start
        return tuple(reversed(pieces))

    def _knows(self, part: str) -> bool:
        return part in self.words or part in STOPS or part.isdecimal() or self._behind(part) > 0

    def _behind(self, part: str) -> int:
        """How many letters of a part stand before the particle that hangs on it; none when there is no such."""
        for at in range(1, len(part)) if self.particles and len(part) <= _LONGEST else ():
            if part[at:] in self.particles and (part[:at] in self.words or part[:at].isdecimal()):
                return at
        return 0

    def _parted(self, part: str, start: int, end: int) -> list[Piece]:
        at = 0 if part in self.words else self._behind(part)
        if not at:
            return [Piece(part, start, end)]
        return [Piece(part[:at], start, end), Piece(part[at:], start, end)]


def _joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but at most one blank stands between two parts."""
    return text[end:start] in {"", " "}
