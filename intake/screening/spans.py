"""A marked stretch of text, and how a met phrase grows to the stretch whose removal removes the disclosure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

REPORTER, ASSOCIATE, UNCLEAR = "reporter", "associate", "unclear"
UNREAD = "unread"
"""The category of a stretch in a script or language that no pack reads: nothing is known of it, so it is held."""
_BREAK = re.compile(r"[,;:()\"\u201c\u201d\u2014\u2013\uff0c\uff1b\uff1a\u3001\n]| - ")
_BREAK_IN_ASCII = re.compile(r"[ ,;:()\"\n](?:(?<! )|- )")
_ASCII_BREAKS = ',;:()"\n'
_NEAR = 160


class Span(NamedTuple):
    """What must not leave: offsets into the text as typed, the harm, whom it would harm, and how sure (0 to 1)."""

    start: int
    end: int
    category: str
    subject: str
    confidence: float

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end}, confidence={self.confidence})"

    def as_json(self) -> dict[str, object]:
        """The span as the headless verb prints it."""
        return {
            "start": self.start,
            "end": self.end,
            "category": self.category,
            "subject": self.subject,
            "confidence": round(self.confidence, 3),
        }


def clause_around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause of a sentence (``first`` to ``last``) in which a phrase stands."""
    begins, ends = max(first, start - _NEAR), min(last, end + _NEAR)
    breaks = _BREAK_IN_ASCII if text.isascii() else _BREAK
    before = text[begins:start]
    if before.isascii() and " - " not in before:
        begins += max(map(before.rfind, _ASCII_BREAKS)) + 1
    else:
        for found in breaks.finditer(text, begins, start):
            begins = found.end()
    following = breaks.search(text, end, ends)
    ends = following.start() if following else ends
    while begins < start and text[begins].isspace():
        begins += 1
    while ends > end and text[ends - 1].isspace():
        ends -= 1
    return begins, ends


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In order and never overlapping: where two meet, the surer one gives the harm."""
    done: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if done and span.start < done[-1].end:
            last = done[-1]
            surer = span if span.confidence > last.confidence else last
            done[-1] = surer._replace(start=last.start, end=max(last.end, span.end))
        else:
            done.append(span)
    return tuple(done)
