"""Look over a report together: what nobody has met yet, and what was said, to read back. Nothing is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.actions.interview.asked_no_more import AskedNoMore, asked_no_more
from intake.actions.interview.in_words import SaidWords, in_words
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus
from intake.questions.flow import standing
from intake.questions.model import Audience, Fate, Question, Section
from intake.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that nobody has met, or that was put off."""

    id: str
    prompt: str


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part with what is open in it; a part that no answer touches is ``whole``."""

    id: str
    title: str
    questions: tuple[OpenQuestion, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One answer with its question, in the language that is spoken."""

    question_id: str
    prompt: str
    said: SaidWords = field(repr=False)


@dataclass(frozen=True, slots=True)
class SaidPart:
    """What was said in one part; the part with no id holds what was told in the person's own words."""

    id: str
    title: str
    lines: tuple[SaidLine, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LookingOver:
    """Both lists, in the order of the interview; ``is_held``: nothing of it may be taken back now."""

    case_label: str
    open_parts: tuple[OpenPart, ...]
    said_parts: tuple[SaidPart, ...] = field(repr=False)
    is_held: bool = False
    asked_no_more: AskedNoMore = field(default_factory=AskedNoMore)


def look_over(session: OpenVault, case_id: str) -> LookingOver:
    """Read, and change nothing. Not read back: what was declined or not known, is not saved, or is private."""
    case = session.store.case(case_id)
    answers = session.answers(case)
    wording = session.content.wording(session.language)
    hold = session.store.hold(case_id)
    asked = standing(session.content.questions, answers).way()
    return LookingOver(
        case.label,
        tuple(part for one in _parts(session) if (part := _open_part(wording, one, asked, answers)) is not None),
        _said_parts(session, wording, answers),
        is_held=bool(hold and hold.is_on),
        asked_no_more=asked_no_more(session, case),
    )


def _parts(session: OpenVault) -> tuple[Section, ...]:
    return session.content.questions.sections


def _open_part(
    wording: Wording, section: Section, asked: tuple[Question, ...], answers: Mapping[str, Answer]
) -> OpenPart | None:
    mine = [one for one in asked if one.section == section.id]
    still = [one for one in mine if one.id not in answers or answers[one.id].status is AnswerStatus.LATER]
    if not still:
        return None
    questions = tuple(OpenQuestion(one.id, _prompt(wording, one)) for one in still)
    is_whole = not any(one.id in answers for one in mine)
    return OpenPart(section.id, _title(wording, section), questions, is_whole)


def _said_parts(session: OpenVault, wording: Wording, answers: Mapping[str, Answer]) -> tuple[SaidPart, ...]:
    parts: list[SaidPart] = []
    own: list[SaidLine] = []
    for section in _parts(session):
        if section.private or section.unlocks_when is not None:
            continue  # not for other ears; and what was agreed before the first question is nothing that was told
        lines: list[SaidLine] = []
        for question in session.content.questions.of_section(section.id):
            line = _said(wording, question, answers)
            if line is not None:
                (own if line.said.is_own else lines).append(line)
        if lines:
            parts.append(SaidPart(section.id, _title(wording, section), tuple(lines)))
    return (*parts, SaidPart("", "", tuple(own))) if own else tuple(parts)


def _said(wording: Wording, question: Question, answers: Mapping[str, Answer]) -> SaidLine | None:
    answer = answers.get(question.id)
    if answer is None or question.audience is Audience.STAFF or question.fate is Fate.NOT_SAVED:
        return None
    said = in_words(wording, question, answer)
    return SaidLine(question.id, _prompt(wording, question), said) if said else None


def _prompt(wording: Wording, question: Question) -> str:
    return wording.text(f"question.{question.id}.prompt", question.prompt)


def _title(wording: Wording, section: Section) -> str:
    return wording.text(f"section.{section.id}.title", section.title)
