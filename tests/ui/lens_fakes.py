"""A lens that marks a few phrases."""

from __future__ import annotations

import re

from intake.actions.screening.box_check import BoxCheck
from intake.screening.harms import load_harms
from intake.screening.lens import Screened
from intake.screening.sentences import Sentence, split_sentences
from intake.screening.spans import REPORTER, Span
from intake.wording.catalogue import Wording, load_wording

HARMS = load_harms()[0]
PHRASES = {
    "I was high": ("drugs", 0.95),
    "was high": ("drugs", 0.6),
    "my visa ran out": ("immigration", 0.95),
    "I bit him": ("force-or-theft", 0.95),
    "he booked me": ("sex-work", 0.95),
    "estaba drogada": ("drugs", 0.95),
}


class PhraseLens:
    """Marks the phrases above, the longest first."""

    def __init__(self, *, judged: bool = True) -> None:
        self.judged = judged

    def screen(self, text: str, lang: str = "", kind: str = "narrative") -> Screened:
        del lang, kind
        found = re.finditer("|".join(re.escape(one) for one in PHRASES), text)
        spans = tuple(
            Span(one.start(), one.end(), PHRASES[one.group()][0], REPORTER, PHRASES[one.group()][1]) for one in found
        )
        spoken = "es" if "estaba" in text else "en"
        return Screened(
            spans, spoken, tuple(Sentence(start, end, spoken) for start, end in split_sentences(text)), self.judged
        )


def box_check(lens: PhraseLens | None = None) -> BoxCheck:
    def wording(language: str) -> Wording:
        return load_wording(language)

    return BoxCheck(lens or PhraseLens(), HARMS, wording, lambda: ("en", "es"))
