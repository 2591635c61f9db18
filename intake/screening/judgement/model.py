"""What a judge is asked about a sentence, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

CATEGORIES = (
    "sex-work",
    "drugs",
    "third-party",
    "immigration",
    "immigration-threat",
    "record",
    "false-id",
    "trespass",
    "weapon",
    "force-or-theft",
    "licence",
    "benefits",
    "hiv",
    "children",
    "health",
    "identifying",
)
"""The kinds of disclosure, in the order in which the weights hold them."""


@dataclass(frozen=True, slots=True)
class SentenceIn:
    """One sentence or short entry, with the sentence before it in the same text ("" at the start).

    ``lang`` is a BCP 47 tag; ``kind`` is ``narrative``, ``field`` (a short box) or ``fact`` (a line of a summary).
    ``packs`` is how sure the word packs are that it discloses: 0 where they mark nothing of it; ``met`` says it of each
    category they met. ``english`` is a Spanish sentence word for word in English, which the judge adds for itself.
    """

    text: str = field(repr=False)
    before: str = field(default="", repr=False)
    lang: str = field(default="en", repr=False)
    kind: str = "narrative"
    packs: float = 0.0
    english: str = field(default="", repr=False)
    met: tuple[tuple[str, float], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How likely the sentence could harm the reporter or an associate, in which way, and whom it is about.

    ``score`` is 0..1; 0.5 is the working line that the card of the weights names for the language.
    """

    score: float
    category: str = field(repr=False)
    subject: str = field(repr=False)


class Judge(Protocol):
    """Judges sentences; one answer for each, in their order."""

    def judge(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement]:
        """Raise nothing for any text; a sentence that cannot be read gets the score 1."""
        ...
