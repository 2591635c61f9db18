"""Cuts a sentence into the pieces of words that the encoder knows, as the vocabulary it came with lays down.

The rules are those of uncased BERT (Devlin et al. 2019): small letters, no accents, punctuation apart, then the
longest known piece from the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

START, END, UNKNOWN = 101, 102, 100
MOST_PIECES = 96
"""Pieces of a sentence that are read at once."""
_MOST = 4 * MOST_PIECES
_LONGEST_WORD = 100
LONGEST_TEXT = 1000
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


class WordPieces:
    """Numbers for pieces of words. ``vocabulary`` gives each piece its number."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary

    def numbers(self, text: str) -> Sequence[int]:
        """The numbers of pieces from the start of ``text``, enough for a long sentence."""
        found: list[int] = []
        for word in _words(text[: 3 * LONGEST_TEXT]):
            found += self._pieces(word)
            if len(found) >= _MOST:
                break
        return found[:_MOST]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return [UNKNOWN]
        found: list[int] = []
        start = 0
        while start < len(word):
            ends = range(len(word), start, -1)
            end = next((end for end in ends if ("##" if start else "") + word[start:end] in self._numbers), None)
            if end is None:
                return [UNKNOWN]
            found.append(self._numbers[("##" if start else "") + word[start:end]])
            start = end
        return found


def _words(text: str) -> Iterator[str]:
    kept = "".join(_spaced(c) for c in text)
    plain = "".join(c for c in unicodedata.normalize("NFD", kept) if unicodedata.category(c) != "Mn").lower()
    return iter("".join(f" {c} " if _stands_alone(c) else c for c in plain).split())


def _spaced(letter: str) -> str:
    if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
        return " "
    if letter in "\0\ufffd" or unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return ""
    return f" {letter} " if any(low <= ord(letter) <= high for low, high in _CJK) else letter


def _stands_alone(letter: str) -> bool:
    return (letter.isascii() and not letter.isalnum() and not letter.isspace()) or unicodedata.category(letter)[
        0
    ] == "P"
