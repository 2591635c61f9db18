"""A question as its data file states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.cases.model import CasePart
from intake.cases.told_of import Repeats
from intake.conditions.facts import FactValue
from intake.conditions.model import Condition
from intake.questions.occasions import number_of, plain_id


class Fate(StrEnum):
    """What becomes of an answer; shown with every question and read out on request."""

    WITH_PERMISSION = "with_permission"
    STAYS = "stays"
    NOT_SAVED = "not_saved"


class Audience(StrEnum):
    """Whom the words address."""

    PERSON = "person"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: a stable id and its English words; ``tip`` says what helps where it is chosen.

    ``way`` is where that is done which the person asks for with it; a tick alone does nothing.
    """

    id: str
    label: str
    tip: str = ""
    way: str = ""


WAYS = ("look_over", "keep_parts", "erase_words", "erase_whole")
"""Where an option may lead."""


@dataclass(frozen=True, slots=True)
class Column:
    """What is asked of each line of a list: its words and its choices."""

    id: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FactRule:
    """What a given option says about one fact.

    ``gives`` maps an option id to the values it adds (a list fact), the value it sets (a single fact)
    or the records it adds. ``waits_for`` maps an option id to the question that will finish the list.
    For text and dates the key ``*`` stands for the value itself. With ``when`` the rule speaks only while other
    answers are so; while they are open, so is the list.
    """

    fact: str
    gives: Mapping[str, FactValue] = field(default_factory=dict)
    waits_for: Mapping[str, str] = field(default_factory=dict)
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``catalogue`` is its id in the catalogue of the domain study, section 9.

    ``columns``: what a list asks of each line; ``begins_with`` names the question whose ticks a list starts from.
    While ``put_off_when`` holds, it waits for consent and comes behind the question ``put_off_behind``.
    ``value_type`` is the type of what its kind reads; None: any. ``repeats``: for what it is asked anew.
    """

    id: str
    catalogue: str
    section: str
    kind: str
    prompt: str
    why_we_ask: str
    fate: Fate
    part: CasePart
    audience: Audience = Audience.PERSON
    help: str = ""
    script: str = ""
    options: tuple[Option, ...] = ()
    recipients: tuple[str, ...] = ()
    field: str = ""
    after: str = ""
    ask_when: Condition | None = None
    facts: tuple[FactRule, ...] = ()
    put_off_when: Condition | None = None
    put_off_behind: str = ""
    columns: tuple[Column, ...] = ()
    begins_with: str = ""
    value_type: type | None = None
    repeats: Repeats = Repeats.ONCE


class Visit(StrEnum):
    """In which visits a part is on the way; in the others it stays open for whoever wants it."""

    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the interview. ``gate`` sections are open before consent; the others are locked until C6.

    ``unlocks_when`` of a gate says what the locked parts wait for; ``ask_when`` holds for each question of the part.
    ``banners``: what staff should know about privacy stands above its questions. ``repeats`` holds for each question
    that does not say otherwise.
    """

    id: str
    letter: str
    title: str
    note: str = ""
    after: str = ""
    gate: bool = False
    private: bool = False
    banners: bool = False
    visit: Visit = Visit.FULL
    repeats: Repeats = Repeats.ONCE
    ask_when: Condition | None = None
    unlocks_when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """All sections and questions, in order of the interview.

    ``hidden``: as they would be asked, those that the office asks no more; among ``questions`` they never open.
    """

    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    hidden: tuple[Question, ...] = ()

    def question(self, question_id: str) -> Question:
        """The question with this id, whichever of several it is asked for. Raises KeyError for an unknown one."""
        plain = plain_id(question_id)
        for question in self.questions:
            if question.id == plain and (question.repeats is not Repeats.ONCE or number_of(question_id) == 1):
                return question
        raise KeyError(question_id)

    def of_section(self, section_id: str) -> tuple[Question, ...]:
        """The questions of one section, in order."""
        return tuple(question for question in self.questions if question.section == section_id)
