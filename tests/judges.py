"""Judges of a lens that always answer alike, so that a test sees what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.screening.gate.gate import Gate, GateAnswer
from intake.screening.judgement.model import Judgement, SentenceIn


@dataclass(frozen=True)
class Judging:
    """Finds the same risk in every sentence; of 0, only the words hold a line."""

    score: float = 0.0
    subject: str = "reporter"

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """One answer for each sentence."""
        return [Judgement(self.score, "drugs", self.subject) for _ in sentences]


def gate_answer(gate: Gate, text: str, lang: str = "") -> GateAnswer:
    """What the gate says of a text of one sentence."""
    (one,) = gate.judge(text, gate.lens.screen(text, lang))
    return one
