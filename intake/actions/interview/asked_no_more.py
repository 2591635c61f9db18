"""Answers kept to questions which nothing asks now: they count for nothing, and the person may take them back."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.interview.in_words import SaidWords, in_words
from intake.actions.session import OpenVault
from intake.answers.model import Answer
from intake.cases.model import Case
from intake.questions.model import Audience, Fate, Question


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
    questions = {one.id: one for one in session.content.questions.questions}
    kept = _kept(session, case)
    lines = [
        line
        for name, question in questions.items()
        if name in kept and question.section not in silent and (line := _line(session, question, kept[name]))
    ]
    return AskedNoMore(tuple(lines), len(kept.keys() - questions.keys()))


def _kept(session: OpenVault, case: Case) -> dict[str, Answer]:
    counting = session.answers(case)
    return {name: one for name, one in case.all_answers().items() if name not in counting}


def _line(session: OpenVault, question: Question, answer: Answer) -> KeptLine | None:
    if question.audience is Audience.STAFF or question.fate is Fate.NOT_SAVED:
        return None
    wording = session.content.wording(session.language)
    said = in_words(wording, question, answer)
    return (
        KeptLine(question.id, wording.text(f"question.{question.id}.prompt", question.prompt), said) if said else None
    )
