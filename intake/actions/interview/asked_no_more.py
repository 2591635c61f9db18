"""Answers kept to questions which nothing asks now: they count for nothing, and the person may take them back."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.interview.in_words import SaidWords, in_words
from intake.actions.session import OpenVault
from intake.actions.time_limits.time_limits import KEPT_AS
from intake.answers.model import Answer
from intake.cases.model import Case
from intake.questions.model import Audience, Fate, Question
from intake.questions.occasions import address_on, every_address, plain_id


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One such answer with its question, in the language that is spoken."""

    question_id: str
    prompt: str
    said: SaidWords = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskedNoMore:
    """Those whose question has words; ``nameless`` more belong to questions that this version does not have."""

    lines: tuple[KeptLine, ...] = field(default=(), repr=False)
    nameless: int = 0


def asked_no_more(session: OpenVault, case: Case) -> AskedNoMore:
    """What is kept and feeds nothing. Not read back: what is private, for staff, or was agreed on before."""
    sections = session.content.questions.sections
    silent = {one.id for one in sections if one.private or one.unlocks_when is not None}
    questions = session.content.questions.questions
    kept = _kept(session, case)
    lines = [
        line
        for question in questions
        if question.section not in silent
        for name in every_address(question.id)
        if name in kept and (line := _line(session, question, name, kept[name]))
    ]
    known = {one.id for one in questions}
    return AskedNoMore(tuple(lines), sum(plain_id(name) not in known for name in kept))


def _kept(session: OpenVault, case: Case) -> dict[str, Answer]:
    """By address, whichever thing and whichever person they are about; without what was done in time."""
    question = session.content.questions.question
    counting = {
        address_on(desk, question(name))
        for desk in session.told_of(case).pairs()
        for name in session.answers(case, desk)
    }
    told = case.all_answers().items()
    return {name: one for name, one in told if name not in counting and not name.startswith(KEPT_AS)}


def _line(session: OpenVault, question: Question, name: str, answer: Answer) -> KeptLine | None:
    if question.audience is Audience.STAFF or question.fate is Fate.NOT_SAVED:
        return None
    wording = session.content.wording(session.language)
    said = in_words(wording, question, answer)
    return KeptLine(name, wording.text(f"question.{question.id}.prompt", question.prompt), said) if said else None
