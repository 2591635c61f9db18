"""All that is known of a sentence on one line: the linear judge, the encoder where it reads the language, the packs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from intake.screening.judgement.linear import LinearJudge, LinearReading
from intake.screening.judgement.model import CATEGORIES, Judgement, SentenceIn

_MET = 4.0
"""How much the packs count for the category they met, beside the numbers of the judges."""

GROUPS: Mapping[str, str] = {
    "en": "en",
    "es": "es",
    "en+es": "es",
    "pt": "near",
    "tl": "near",
    "en+tl": "near",
    "vi": "near",
}
"""Languages whose sentences share one line; ``far`` is every other. In ``far`` the encoder knows too few words."""


def group_of(lang: str) -> str:
    """Whose line a language uses."""
    return GROUPS.get(lang, "far")


@dataclass(frozen=True, slots=True)
class Blend:
    """How the readings add up in one group: score = logistic(slope * (their sum - line))."""

    slope: float
    line: float
    encoders: tuple[float, ...]
    packs: float
    kinds: Mapping[str, float] = field(default_factory=dict)

    def total(self, linear: float, encoders: Sequence[float], asked: SentenceIn) -> float:
        """The sum, before the line is taken from it."""
        read = sum(share * one for share, one in zip(self.encoders, encoders, strict=True))
        return linear + read + self.packs * asked.packs + self.kinds.get(asked.kind, 0.0)

    def score(self, total: float) -> float:
        """0.5 at the line."""
        above = self.slope * (total - self.line)
        return 1 / (1 + math.exp(min(max(-above, -50.0), 50.0)))


class Reads(Protocol):
    """Whatever gives each sentence numbers."""

    def read(self, sentences: Sequence[SentenceIn]) -> Sequence[Sequence[float]]:
        """For each sentence, in order, whether it discloses, then one number for each category."""
        ...


class BothJudges:
    """The linear judge, corrected by encoders where they can read the language, and by what the packs met."""

    def __init__(self, linear: LinearJudge, encoders: Sequence[Reads], blends: Mapping[str, Blend]) -> None:
        self._linear, self._encoders, self._blends = linear, encoders, blends

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """One judgement a sentence; what is too long to be a sentence scores 1."""
        blends = [self._blends[group_of(one.lang)] for one in sentences]
        readings = [self._linear.read(one) for one in sentences]
        asked = [at for at, reading in enumerate(readings) if reading is not None and any(blends[at].encoders)]
        read = [encoder.read([sentences[at] for at in asked]) for encoder in self._encoders]
        told = dict(zip(asked, zip(*read, strict=True), strict=True))
        unread = ((0.0,) * (1 + len(CATEGORIES)),) * len(self._encoders)
        found = []
        for at, (one, blend, reading) in enumerate(zip(sentences, blends, readings, strict=True)):
            if reading is None:
                found.append(Judgement(1.0, "", "reporter"))
                continue
            others = told.get(at, unread)
            score = blend.score(blend.total(reading.total, [first for first, *_ in others], one))
            found.append(Judgement(score, _category(one, reading, others), reading.subject))
        return found


def _category(asked: SentenceIn, reading: LinearReading, others: Sequence[Sequence[float]]) -> str:
    """What the sentence would disclose, by all that read it; the packs count most where they met anything."""
    met = dict(asked.met)
    sums = [
        sum(each) + _MET * met.get(name, 0.0)
        for name, *each in zip(CATEGORIES, reading.kinds, *(kinds for _, *kinds in others), strict=True)
    ]
    return CATEGORIES[sums.index(max(sums))]
