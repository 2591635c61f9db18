"""Two judges together: the linear one, and for the languages it was fitted on the encoder beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from intake.screening.judgement.linear import LinearJudge, lines_for
from intake.screening.judgement.model import Judgement, SentenceIn


class Totals(Protocol):
    """Whatever gives each sentence a number."""

    def totals(self, sentences: Sequence[SentenceIn]) -> Sequence[float]:
        """One number a sentence, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Mixing:
    """Score = logistic(slope * (linear + share * encoder - line)), with a share and a line for each group named."""

    slope: float
    shares: Mapping[str, float]
    lines: Mapping[str, float]


class BothJudges:
    """The linear judge, corrected by the encoder where it can read the language."""

    def __init__(self, linear: LinearJudge, encoder: Totals, mixing: Mixing) -> None:
        self._linear, self._encoder, self._mixing = linear, encoder, mixing

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """One judgement a sentence; what the linear judge holds as no sentence at all stays held."""
        found = list(self._linear.judge(sentences))
        read = [
            at
            for at, one in enumerate(sentences)
            if lines_for(one.lang) in self._mixing.lines and found[at].score < 1.0
        ]
        totals = self._encoder.totals([sentences[at] for at in read])
        for at, total in zip(read, totals, strict=True):
            one = found[at]
            score = self._score(self._linear.highest(sentences[at]), total, sentences[at].lang)
            found[at] = Judgement(score, one.category, one.subject)
        return found

    def _score(self, linear: float, encoder: float, lang: str) -> float:
        mixing, group = self._mixing, lines_for(lang)
        above = mixing.slope * (linear + mixing.shares[group] * encoder - mixing.lines[group])
        return 1 / (1 + math.exp(min(max(-above, -50.0), 50.0)))
