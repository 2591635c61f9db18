"""Look over a report together: what nobody has met yet, and what was said, to read back. Nothing is kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.actions.cases.cases import kept_until
from intake.actions.interview.asked_no_more import AskedNoMore, asked_no_more
from intake.actions.interview.called import Called
from intake.actions.interview.in_words import SaidWords, in_words
from intake.actions.interview.take_back import PartOfReport
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus
from intake.cases.model import Case
from intake.cases.told_of import Repeats
from intake.questions.flow import standing
from intake.questions.model import Audience, Fate, Question, Section
from intake.questions.occasions import address
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
    """What was said in one part; the part with no id holds what was told in the person's own words.

    ``holds`` is what can be taken back with it. ``stays`` is the title of what was said there for the whole report and
    does not go along.
    """

    id: str
    title: str
    lines: tuple[SaidLine, ...] = field(repr=False)
    holds: PartOfReport | None = None
    stays: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LookingOver:
    """Both lists, in the order of the interview; ``is_held``: nothing of it may be taken back now.

    ``kept_until`` is the day on which the desk is asked to erase it, if one was said.
    """

    case_label: str
    open_parts: tuple[OpenPart, ...]
    said_parts: tuple[SaidPart, ...] = field(repr=False)
    is_held: bool = False
    asked_no_more: AskedNoMore = field(default_factory=AskedNoMore)
    kept_until: date | None = None


def look_over(session: OpenVault, case_id: str) -> LookingOver:
    """Read, and change nothing. Not read back: what was declined or not known, is not saved, or is private."""
    case = session.store.case(case_id)
    hold = session.store.hold(case_id)
    parts = tuple(_parts(session, case))
    wording = session.content.wording(session.language)
    return LookingOver(
        case.label,
        tuple(part for one in parts if (part := _open_part(wording, one)) is not None),
        _said_parts(wording, parts),
        is_held=bool(hold and hold.is_on),
        asked_no_more=asked_no_more(session, case),
        kept_until=kept_until(session).get(case_id),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the interview, about one of the things or people that it is asked for anew, or the whole report."""

    section: Section
    holds: PartOfReport
    title: str = field(repr=False)
    questions: tuple[Question, ...]
    asked: frozenset[str] = field(repr=False)
    answers: Mapping[str, Answer] = field(repr=False)

    @property
    def id(self) -> str:
        return address(self.section.id, self.holds.number or 1)

    def address(self, question: Question) -> str:
        return address(question.id, self.holds.number or 1) if question.repeats.is_asked_anew else question.id


def _parts(session: OpenVault, case: Case) -> Iterator[_Part]:
    """Each part as often as it is asked. Of several, what is asked once stands by itself: it is about none of them."""
    called = Called(session, case)
    for section in session.content.questions.sections:
        of_it = session.content.questions.of_section(section.id)
        repeats = next((one.repeats for one in of_it if one.repeats.is_asked_anew), Repeats.ONCE)
        numbers = called.told_of.numbers(repeats)
        if len(numbers) == 1:
            yield _part(session, case, called, repeats, PartOfReport(section.id, numbers[0]))
            continue
        if not all(one.repeats.is_asked_anew for one in of_it):
            yield _part(session, case, called, repeats, PartOfReport(section.id, None))
        for number in numbers:
            yield _part(session, case, called, repeats, PartOfReport(section.id, number, has_whole=False))


def _part(session: OpenVault, case: Case, called: Called, repeats: Repeats, holds: PartOfReport) -> _Part:
    questions = session.content.questions
    section = next(one for one in questions.sections if one.id == holds.section_id)
    desk = called.told_of.desk_for(repeats, holds.number or called.told_of.numbers(repeats)[0])
    answers = session.answers(case, desk)
    name = called.whole() if holds.number is None else called.if_several(repeats, holds.number)
    title = session.content.wording(session.language).text(f"section.{section.id}.title", section.title)
    return _Part(
        section,
        holds,
        " · ".join(filter(None, (title, name))),
        tuple(
            one
            for one in questions.of_section(section.id)
            if (holds.number is not None if one.repeats.is_asked_anew else holds.has_whole)
        ),
        frozenset(one.id for one in standing(questions, answers).way()),
        answers,
    )


def _open_part(wording: Wording, part: _Part) -> OpenPart | None:
    mine = [one for one in part.questions if one.id in part.asked]
    answers = part.answers
    still = [one for one in mine if one.id not in answers or answers[one.id].status is AnswerStatus.LATER]
    if not still:
        return None
    questions = tuple(OpenQuestion(part.address(one), _prompt(wording, one)) for one in still)
    is_whole = not any(one.id in answers for one in mine)
    return OpenPart(part.id, part.title, questions, is_whole)


def _said_parts(wording: Wording, parts: tuple[_Part, ...]) -> tuple[SaidPart, ...]:
    said_parts: list[SaidPart] = []
    own: list[SaidLine] = []
    for part in parts:
        if part.section.private or part.section.unlocks_when is not None:
            continue  # not for other ears; and what was agreed before the first question is nothing that was told
        lines: list[SaidLine] = []
        for question in part.questions:
            line = _said(wording, question, part)
            if line is not None:
                (own if line.said.is_own else lines).append(line)
        if lines:
            stays = next((one.title for one in said_parts if one.holds == PartOfReport(part.section.id, None)), "")
            said_parts.append(SaidPart(part.id, part.title, tuple(lines), part.holds, stays))
    return (*said_parts, SaidPart("", "", tuple(own))) if own else tuple(said_parts)


def _said(wording: Wording, question: Question, part: _Part) -> SaidLine | None:
    answer = part.answers.get(question.id)
    if answer is None or question.audience is Audience.STAFF or question.fate is Fate.NOT_SAVED:
        return None
    said = in_words(wording, question, answer)
    return SaidLine(part.address(question), _prompt(wording, question), said) if said else None


def _prompt(wording: Wording, question: Question) -> str:
    return wording.text(f"question.{question.id}.prompt", question.prompt)
