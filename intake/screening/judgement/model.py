"""What the lens asks of a trained reading, and what it gets back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SentenceIn:
    """One sentence: the text just before it, its language (BCP 47), and where it was typed (narrative or field)."""

    text: str = field(repr=False)
    before: str = field(default="", repr=False)
    lang: str = field(default="en", repr=False)
    kind: str = "narrative"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely the sentence would harm the reporter (0 to 1, calibrated), in which way, and whom it is about."""

    score: float
    category: str = field(repr=False)
    subject: str = field(repr=False)


class Judge(Protocol):
    """Reads sentences. Any error it raises holds the text: the lens never takes silence for a yes."""

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """One judgement for each sentence, in the same order."""
        ...
