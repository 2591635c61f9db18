"""Cuts a text into sentences, in every script that is read. Nothing but white space lies between two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_LETTERS = 600
"""A longer stretch without an end is cut where a word ends."""
_SHORT_FORMS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "ave",
        "blvd",
        "apt",
        "vs",
        "approx",
        "no",
        "nr",
        "sr",
        "sra",
        "srta",
        "dra",
        "lic",
        "ud",
        "uds",
        "av",
        "col",
        "ph",
        "jr",
        "etc",
        "ct",
        "perp",
        "susp",
        "rptr",
        "dob",
        "tel",
        "ext",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "gen",
        "sen",
        "inc",
        "co",
        "ste",
        "rd",
        "ln",
        "int",
        "apto",
        "depto",
        "dpto",
        "edif",
        "esq",
        "mz",
        "lt",
        "num",
        "núm",
        "urb",
        "cra",
        "km",
        "fracc",
        "priv",
    }
)
_LAST_TWO = frozenset(form[-2:] for form in _SHORT_FORMS)
_BREAKS = frozenset("\n\r\u2028\u2029")
_END = re.compile(
    r"[\n\r\u2028\u2029]+"
    r"|[.!?\u2026]{1,8}[\"'\u201d\u2019)\]\u00bb]{0,3}(?=\s|$)"
    r"|[\u3002\uff01\uff1f\uff61]{1,8}[\"'\u201d\u2019\u300d\u300f)\uff09]{0,3}"
    r"|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7f])"
    r"|;(?=\s)"
)
_END_IN_LATIN = re.compile(  # begins with one set of letters, which is searched for fastest
    r"[\n\r\u2028\u2029.!?\u2026;](?:"
    r"(?<=[.!?\u2026])[.!?\u2026]{0,7}[\"'\u201d\u2019)\]\u00bb]{0,3}(?=\s|$)"
    r"|(?<=[\n\r\u2028\u2029])[\n\r\u2028\u2029]*"
    r"|(?<=;)(?=\s))"
)
_END_IN_ASCII = re.compile(r"[\n\r.!?;](?:(?<=[.!?])[.!?]{0,7}[\"')\]]{0,3}(?=\s|$)|(?<=[\n\r])[\n\r]*|(?<=;)(?=\s))")
_OTHER_ENDS = re.compile("[\u3002\uff01\uff1f\uff61\u0e00-\u0e7f]")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_SPACE = re.compile(r"\s")


class Sentence(NamedTuple):
    """One sentence: where it stands, its language, and how likely it harms (None: nobody judged it)."""

    start: int
    end: int
    lang: str
    score: float | None = None

    def __repr__(self) -> str:
        return f"Sentence(start={self.start}, end={self.end}, score={self.score})"


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in order, without the white space around it."""
    start = 0
    ends = _END_IN_ASCII if text.isascii() else _END if _OTHER_ENDS.search(text) else _END_IN_LATIN
    for found in ends.finditer(text):
        first, end = found.span()
        sign = text[first]
        if sign == "." and end - first == 1 and _may_go_on(text[max(first - 2, 0) : first]) and _goes_on(text, end):
            continue
        while start < end and text[start] == " ":
            start += 1
        last = first if sign in _BREAKS else end
        if start >= first and text[start:end].isspace():
            start = end
            continue
        if end - start <= MOST_LETTERS and not text[start].isspace() and not text[last - 1].isspace():
            yield start, last  # as nearly every sentence is
        else:
            yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _may_go_on(two: str) -> bool:
    """Whether a short form may end so, or one letter alone: of most words it is plain at once that they are neither."""
    return len(two) == 1 or two.casefold()[-2:] in _LAST_TWO or not two.isalpha()


def _goes_on(text: str, end: int) -> bool:
    """Whether a full stop only closes a short form or a single letter."""
    before = text[max(0, end - 13) : end - 1].rsplit(None, 1)
    if not before or text[end - 2].isspace():
        return False
    word = before[-1]
    if not word.isalpha():
        found = _LAST_LETTERS.search(word)
        if found is None:
            return False
        word = found.group()
    if not (word.casefold() in _SHORT_FORMS or (len(word) == 1 and word != "I")):
        return False
    return bool(text[end : end + 2].strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MOST_LETTERS:
        window = text[start + MOST_LETTERS // 2 : start + MOST_LETTERS]
        spaces = [found.start() for found in _SPACE.finditer(window)]
        cut = start + MOST_LETTERS // 2 + spaces[-1] if spaces else start + MOST_LETTERS
        yield from _without_space(text, start, cut)
        start = cut
    yield from _without_space(text, start, end)


def _without_space(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        yield start, end
