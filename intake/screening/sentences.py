"""Cuts a text into sentences, in every script that is read. Nothing but white space lies between two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    }
)
_END = re.compile(
    r"[\n\r\u2028\u2029]+"
    r"|[.!?\u2026]{1,8}[\"'\u201d\u2019)\]\u00bb]{0,3}(?=\s|$)"
    r"|[\u3002\uff01\uff1f\uff61]{1,8}[\"'\u201d\u2019\u300d\u300f)\uff09]{0,3}"
    r"|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7f])"
    r"|;(?=\s)"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_SPACE = re.compile(r"\s")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, in order, without the white space around it."""
    start = 0
    for found in _END.finditer(text):
        if _goes_on(text, found.start(), found.end()):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a full stop only closes a short form or a single letter."""
    if text[start:end] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, start - 12), end)
    if word is None:
        return False
    following = text[end : end + 2].strip()
    known = word.group(1).casefold() in _SHORT_FORMS or (len(word.group(1)) == 1 and word.group(1) != "I")
    return known and bool(following)


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
