"""What one office changes in the interview, as its vault keeps it and as a file hands it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.questions.model import Question, Section

OWN_START = "own_"
"""How the name of every question of an office begins; no shipped one does."""

KINDS = ("single_choice", "multiple_choice", "short_text", "long_text", "approximate_date")
"""The kinds that a question of an office may have."""

KINDS_WITH_CHOICES = KINDS[:2]
MOST_OWN, FEWEST_CHOICES, MOST_CHOICES = 60, 2, 12
LONGEST_PROMPT, LONGEST_WHY, LONGEST_HELP, LONGEST_LABEL = 240, 240, 900, 80


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one question in one language."""

    prompt: str = ""
    why: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Other words for a shipped question. ``of`` is the digest of the shipped ones that somebody had before them."""

    words: Mapping[str, Words]
    of: str = ""


@dataclass(frozen=True, slots=True)
class OwnChoice:
    """One choice of an own question, by language."""

    id: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of the office. It stays here or is not saved; a retired one is asked no more, its answers stay."""

    id: str
    kind: str
    words: Mapping[str, Words]
    choices: tuple[OwnChoice, ...] = ()
    is_saved: bool = True
    is_retired: bool = False

    @property
    def section(self) -> str:
        """The part it stands in."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class OfficeChanges:
    """Everything that differs from what was shipped. ``hidden`` holds ids of questions and of whole parts."""

    hidden: frozenset[str] = frozenset()
    reworded: Mapping[str, Rewording] = field(default_factory=dict)
    order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: tuple[OwnQuestion, ...] = ()

    def own_question(self, question_id: str) -> OwnQuestion | None:
        """The own question with this id, retired ones included."""
        return next((one for one in self.own if one.id == question_id), None)


class Always(StrEnum):
    """Why a question is always asked."""

    LIMITS = "limits"
    NOTES = "notes"
    CONSENT = "consent"
    AGE = "age"
    BREATH = "breath"


_ALWAYS = {"C2": Always.LIMITS, "C5": Always.NOTES, "C6": Always.CONSENT, "C7": Always.AGE, "B3": Always.BREATH}


def always_asked(question: Question) -> Always | None:
    """Why no office can hide this question; None for one that it can."""
    return _ALWAYS.get(question.catalogue)


def may_hold_own(section: Section) -> bool:
    """Not before the person knows the limits, and not where nothing may be kept."""
    return not (section.gate or section.private)
