"""What of a report is on the desk: each question that is come to says which thing and which person it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.interview.called import Called
from intake.actions.session import OpenVault
from intake.actions.told_of_paper import KEPT_TOLD_OF, told_of_body
from intake.cases.model import Case
from intake.cases.told_of import Repeats, ToldOf
from intake.errors import Defect
from intake.questions.model import Question
from intake.questions.occasions import address, number_of


@dataclass(frozen=True, slots=True)
class OneOfSeveral:
    """One thing that happened, or one person: its number, its name, and the question to go to for it."""

    number: int
    words: str = field(repr=False)
    is_here: bool
    question_id: str


@dataclass(frozen=True, slots=True)
class AboutNow:
    """What the question on the screen is about. ``repeats``: incident or person.

    ``several`` are those to choose from; of people those who did the thing on the desk, ``known`` are the others.
    ``incident`` names that thing where there is more than one. ``own_name``: the short name that somebody typed.
    ``persons`` are all people, for asking who did something else.
    """

    repeats: str = field(repr=False)
    number: int
    several: tuple[OneOfSeveral, ...] = field(repr=False)
    known: tuple[OneOfSeveral, ...] = field(default=(), repr=False)
    persons: tuple[OneOfSeveral, ...] = field(default=(), repr=False)
    incident: str = field(default="", repr=False)
    own_name: str = field(default="", repr=False)
    may_add: bool = True
    ends_part: bool = False

    @property
    def is_one_of_several(self) -> bool:
        """Whether there is another one."""
        return len(self.several) > 1 or bool(self.incident)


def question_of(session: OpenVault, case_id: str, question_id: str) -> Question:
    """The question of an address. Raises KeyError for an unknown one, Defect for one of a thing that is not there."""
    question = session.content.questions.question(question_id)
    if not question.repeats.is_asked_anew:
        return question
    if number_of(question_id) not in session.told_of(session.store.case(case_id)).numbers(question.repeats):
        raise Defect("an answer is about something that the report does not tell of")
    return question


def come_to(session: OpenVault, case: Case, question_id: str) -> ToldOf:
    """Put on the desk what this question is about; as it was, where that is not there or where it does not matter."""
    told_of = session.told_of(case)
    question = session.content.questions.question(question_id)
    desk = told_of.desk_for(question.repeats, number_of(question_id))
    return told_of if desk == told_of.desk else keep_told_of(session, case.id, told_of.at(desk))


def keep_told_of(session: OpenVault, case_id: str, told_of: ToldOf) -> ToldOf:
    """Durable on return."""
    session.store.put_paper(case_id, KEPT_TOLD_OF, told_of_body(told_of), is_lasting=True)
    return told_of


def about_now(session: OpenVault, case: Case, question: Question, *, ends_part: bool) -> AboutNow | None:
    """What a question is about; None where it is asked once."""
    if question.repeats is Repeats.ONCE:
        return None
    called = Called(session, case)
    told_of = called.told_of
    number = told_of.desk.number(question.repeats)
    is_person = question.repeats is Repeats.PERSON
    here = told_of.done_by[told_of.desk.incident] if is_person else told_of.incidents

    def lines(repeats: Repeats, numbers: tuple[int, ...]) -> tuple[OneOfSeveral, ...]:
        return tuple(
            OneOfSeveral(one, called.one(repeats, one), one == number, address(question.id, one)) for one in numbers
        )

    return AboutNow(
        question.repeats.value,
        number,
        lines(question.repeats, here),
        lines(Repeats.PERSON, tuple(one for one in told_of.persons if one not in here)) if is_person else (),
        lines(Repeats.PERSON, told_of.persons),
        called.if_several(Repeats.INCIDENT, told_of.desk.incident) if is_person else "",
        called.own_name(question.repeats, number),
        may_add=told_of.may_grow(question.repeats),
        ends_part=ends_part,
    )
