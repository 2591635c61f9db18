"""All that is known of a sentence on one line: the linear judge, the encoder where it reads the language, the packs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from intake.screening.judgement.linear import LinearJudge
from intake.screening.judgement.model import Judgement, SentenceIn

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


class Totals(Protocol):
    """Whatever gives each sentence a number."""

    def totals(self, sentences: Sequence[SentenceIn]) -> Sequence[float]:
        """One number a sentence, in order."""
        ...


class BothJudges:
    """The linear judge, corrected by encoders where they can read the language, and by what the packs met."""

    def __init__(self, linear: LinearJudge, encoders: Sequence[Totals], blends: Mapping[str, Blend]) -> None:
        self._linear, self._encoders, self._blends = linear, encoders, blends

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """One judgement a sentence; what is too long to be a sentence scores 1."""
        blends = [self._blends[group_of(one.lang)] for one in sentences]
        readings = [self._linear.read(one) for one in sentences]
        asked = [at for at, reading in enumerate(readings) if reading is not None and any(blends[at].encoders)]
        totals = [encoder.totals([sentences[at] for at in asked]) for encoder in self._encoders]
        told = dict(zip(asked, zip(*totals, strict=True), strict=True))
        unread = (0.0,) * len(self._encoders)
        found = []
        for at, (one, blend, reading) in enumerate(zip(sentences, blends, readings, strict=True)):
            if reading is None:
                found.append(Judgement(1.0, "", "reporter"))
                continue
            score = blend.score(blend.total(reading.total, told.get(at, unread), one))
            found.append(Judgement(score, reading.category, reading.subject))
        return found
