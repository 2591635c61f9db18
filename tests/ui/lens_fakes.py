"""A lens that marks a few phrases, and a worker that holds readings back until it is told to go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from intake.actions.screening.box_check import BoxCheck
from intake.screening.harms import load_harms
from intake.screening.lens import Screened
from intake.screening.sentences import Sentence, split_sentences
from intake.screening.spans import REPORTER, Span
from intake.wording.catalogue import Wording, load_wording

Result = TypeVar("Result")
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


class HeldRunner:
    """Keeps each job until ``do_one``."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], None]] = []
        self.is_closed = False

    def run(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool = False,
    ) -> None:
        del owner, on_failed, is_write
        self.jobs.append(partial(self._do, job, on_done))

    def close(self, last_job: Callable[[], None] | None = None) -> None:
        del last_job
        self.is_closed = True

    def do_one(self) -> None:
        self.jobs.pop(0)()

    @staticmethod
    def _do(job: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        on_done(job())
