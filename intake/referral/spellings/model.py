"""The many ways in which one and the same word or number can be written, brought to one form each.

Used to look for something on a finished page, never to change what stands there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from intake.referral.page_words import NeverWords

_WORD = re.compile(r"[^\W_]+")
_LETTER_OR_SIGN = re.compile(r"[\w@$!]+")
_BETWEEN_DIGITS = re.compile(r"[\s\-./(),:_+]{1,4}")
_DIGIT_OR_WORD = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Letters of other scripts that look Latin, signs that stand for letters, words for digits, words about papers."""

    look_alikes: Mapping[int, str] = field(default_factory=dict, repr=False)
    signs: Mapping[int, str] = field(default_factory=dict, repr=False)
    digits: Mapping[str, str] = field(default_factory=dict, repr=False)
    immigration: NeverWords = field(default_factory=NeverWords, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether every list is there."""
        return bool(self.look_alikes and self.signs and self.digits and self.immigration.on_a_page)

    def words(self, text: str) -> frozenset[str]:
        """Every word of a text in each of its plain forms: by look, by sound, with signs read as letters, respaced."""
        return frozenset(self._words(text))

    def run_together(self, text: str) -> tuple[str, str]:
        """The whole text without anything between its letters, by look and by sound."""
        return "".join(_WORD.findall(self._by_look(text))), "".join(_WORD.findall(_by_sound(text)))

    def numbers(self, text: str) -> frozenset[str]:
        """Every number: with whatever separates its digits, spelled out or not, and with its groups turned round."""
        return frozenset(self._numbers(text))

    def is_about_papers(self, text: str) -> bool:
        """Whether a text speaks of immigration."""
        return self.immigration.on_page(text)

    def _words(self, text: str) -> Iterator[str]:
        by_look = self._by_look(text)
        for plain in (by_look, _by_sound(text)):
            words = _WORD.findall(plain)
            yield from words
            yield from _spelled_out(words)
        for word in _LETTER_OR_SIGN.findall(by_look):
            if not word.isalpha() and any(letter.isalpha() for letter in word):
                yield word.translate(self.signs)

    def _by_look(self, text: str) -> str:
        return _without_marks(text).translate(self.look_alikes)

    def _numbers(self, text: str) -> Iterator[str]:
        groups: list[str] = []
        end = -1
        plain = _by_sound(text)
        for found in _DIGIT_OR_WORD.finditer(plain):
            digits = found.group() if found.group().isdigit() else self.digits.get(found.group(), "")
            if groups and (not digits or not _BETWEEN_DIGITS.fullmatch(plain[end : found.start()])):
                yield from _both_ways(groups)
                groups = []
            if digits:
                groups.append(digits)
                end = found.end()
        yield from _both_ways(groups)


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    # marks, and what has no picture at all: a soft hyphen or a joiner can stand unseen inside a word
    return "".join(one for one in decomposed if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")


def _by_sound(text: str) -> str:
    from anyascii import anyascii

    return str(anyascii(_without_marks(text))).casefold()


def _spelled_out(words: list[str]) -> Iterator[str]:
    """Letters that stand apart, put together: ``r o s a``."""
    letters = ""
    for word in [*words, ""]:
        if len(word) == 1:
            letters += word
            continue
        if len(letters) > 1:
            yield letters
        letters = ""


def _both_ways(groups: list[str]) -> Iterator[str]:
    if groups:
        yield "".join(groups)
        yield "".join(reversed(groups))
