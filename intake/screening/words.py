"""Cuts a folded text into words, and reads hidden ones: spelled apart, with digits, stretched, misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

MOST_LETTERS = 40
"""No word that is looked for is longer; of a longer one only so much is read."""
_WORD = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"  # these scripts write no space between words
    "|(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f])[\\w'])+"
    "|[\U0001f300-\U0001faff\u2600-\u27bf]|\\$(?=\\d)|[,;\uff0c\uff1b]"
)
_HIDING = re.compile(
    r"[@$!*|]|(?<=[^\W\d_])\d|\d(?=[^\W\d_])|(?<!\w)\w[\s.\-_*]{1,2}\w[\s.\-_*]|(.)\1\1|\w[-.*_\u00b7|]\w"
)
_APART = re.compile(r"(?<!\w)(?:[^\W\d_][ .\-_*\u00b7|]{1,2}){2,24}[^\W\d_](?!\w)")
_PARTED = re.compile(r"[@$]?\w(?:[\w@$!']*\w)?(?:[-.*_\u00b7|]\w(?:[\w@$!']*\w)?){0,8}|[,;]")
_NO_LETTER = re.compile(r"[\W_]+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SIGNS = str.maketrans("01345789@$!|", "oieastbgasii")
STOPS = frozenset(",;\uff0c\uff1b")
"""No phrase goes over one of these."""
LEAST_MISSPELT = 8
"""Shorter words differ too little from harmless ones to be taken for a misspelling of another."""


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word and where it stands in the folded text."""

    text: str = field(repr=False)
    start: int
    end: int


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of folded text."""
    return [
        Word(found.group()[:MOST_LETTERS].replace("'", ""), found.start(), found.end())
        for found in _WORD.finditer(text, start, end)
    ]


def unhidden(
    text: str, start: int, end: int, misspellings: Mapping[str, str], plain: AbstractSet[str]
) -> list[Word] | None:
    """The same words with what was hidden in them put right; None when nothing was hidden."""
    if not _HIDING.search(text, start, end) and not misspellings:
        return None
    words: list[Word] = []
    at, changed = start, False
    for found in _APART.finditer(text, start, end):
        words += _put_right(text, at, found.start())
        words.append(Word(_NO_LETTER.sub("", found.group()), found.start(), found.end()))
        at, changed = found.end(), True
    words += _put_right(text, at, end)
    right = [_spelled(word, misspellings, plain) for word in words]
    same = not changed and [one.text for one in right] == [one.text for one in words_of(text, start, end)]
    return None if same else right


def _put_right(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _PARTED.finditer(text, start, end):
        raw = found.group()[:MOST_LETTERS].replace("'", "")
        has_letter = any(one.isalpha() for one in raw)
        decoded = raw.translate(_SIGNS) if has_letter and not raw.isalpha() else raw
        joined = _STRETCHED.sub(r"\1", _NO_LETTER.sub("", decoded))
        if not raw.isascii() and len(raw) > 1 and not has_letter:
            continue
        if raw in STOPS:
            yield Word(raw, found.start(), found.end())
        elif joined:
            yield Word(joined, found.start(), found.end())


def _spelled(word: Word, misspellings: Mapping[str, str], plain: AbstractSet[str]) -> Word:
    if len(word.text) < LEAST_MISSPELT or word.text in plain:
        return word
    for shape in shapes(word.text):
        meant = misspellings.get(shape)
        if meant and meant[0] == word.text[0] and abs(len(meant) - len(word.text)) <= 1:
            return Word(meant, word.start, word.end)
    return word


def shapes(word: str) -> Sequence[str]:
    """The word, and the word without any one of its letters: two words one slip apart share a shape."""
    return [word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))]
