"""What the screen shows of the questions: the parts, one part, one question, each with what the office changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.actions.keys.supervisor import is_supervisor
from intake.actions.office_questions.change import gone, shipped_question, shipped_words
from intake.actions.office_questions.laid_over import applied, kept_on
from intake.actions.session import OpenVault
from intake.conditions.evaluate import evaluate, subjects
from intake.conditions.facts import Facts
from intake.conditions.model import AnyOf, Truth
from intake.questions.model import Audience, Question, Section
from intake.questions.office.apply import CATALOGUE, Applied, awaited_by_others, every_question, is_hidden, may_hide
from intake.questions.office.model import Always, OfficeChanges, OwnQuestion, Words, always_asked, may_hold_own
from intake.questions.office.order import moved


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part in the list of all."""

    id: str
    letter: str
    title: str
    count: int
    hidden: int
    reworded: int
    own: int


@dataclass(frozen=True, slots=True)
class PartsPage:
    """Every part; how many changes speak of what this version does not have; whether what is kept can be read."""

    parts: tuple[PartLine, ...]
    left_over: int
    has_changes: bool
    is_readable: bool
    may_change: bool
    dated: date | None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question in its part."""

    id: str
    prompt: str
    always: Always | None = None
    is_hidden: bool = False
    is_reworded: bool = False
    is_own: bool = False
    is_retired: bool = False
    may_go_earlier: bool = False
    may_go_later: bool = False


@dataclass(frozen=True, slots=True)
class PartPage:
    """One part and its questions in the order in which they are asked here."""

    id: str
    title: str
    lines: tuple[QuestionLine, ...]
    is_hidden: bool
    may_hide: bool
    may_hold_own: bool
    is_changed: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question: what is said here, what came with the program, and what hangs on it."""

    line: QuestionLine
    section: str = field(repr=False)
    audience: Audience
    words: Mapping[str, Words]
    shipped: Mapping[str, Words]
    is_outdated: bool
    is_answered: bool
    may_change: bool
    hangs_on_it: tuple[str, ...] = field(default=(), repr=False)
    own: OwnQuestion | None = field(default=None)


def see_parts(session: OpenVault) -> PartsPage:
    """Every part, in the language of the screen."""
    kept = kept_on(session)
    now = applied(session, kept.changes)
    return PartsPage(
        tuple(_part_line(session, section, now, kept.changes) for section in now.questions.sections),
        len(now.left_over),
        kept.changes != OfficeChanges(),
        not kept.problems,
        is_supervisor(session),
        kept.dated,
    )


def see_part(session: OpenVault, section_id: str) -> PartPage:
    """One part. Raises Mishap ``question_gone`` for one that is not there."""
    changes = kept_on(session).changes
    now = applied(session, changes)
    section = next((one for one in now.questions.sections if one.id == section_id), None)
    if section is None:
        raise gone()
    return PartPage(
        section.id,
        _title(session, section),
        _lines(session, section_id, now, changes),
        section.id in changes.hidden and may_hide(section.id, session.shipped.questions),
        may_hide(section.id, session.shipped.questions),
        may_hold_own(section),
        section.id in changes.hidden or section.id in changes.order,
        is_supervisor(session),
    )


def see_question(session: OpenVault, question_id: str) -> QuestionPage:
    """One question. Raises Mishap ``question_gone``."""
    changes = kept_on(session).changes
    now = applied(session, changes)
    section = question_id.partition(".")[0]
    line = next((one for one in _lines(session, section, now, changes) if one.id == question_id), None)
    if line is None:
        raise gone()
    question = now.questions.question(question_id)
    own = changes.own_question(question_id)
    languages = [one.language for one in session.shipped.wordings()]
    shipped = {code: _shipped(session, question_id, code) for code in languages} if own is None else {}
    rewording = changes.reworded.get(question_id)
    ours = own.words if own else rewording.words if rewording else {}
    return QuestionPage(
        line,
        section,
        question.audience,
        {**shipped, **ours},
        shipped,
        question_id in now.outdated,
        session.store.is_answered(question_id),
        is_supervisor(session),
        _hangs_on(session, question_id, now),
        own,
    )


def _part_line(session: OpenVault, section: Section, now: Applied, changes: OfficeChanges) -> PartLine:
    here = now.questions.of_section(section.id)
    hidden = {one.id for one in now.questions.hidden}
    return PartLine(
        section.id,
        section.letter,
        _title(session, section),
        len([one for one in here if one.catalogue != CATALOGUE]),
        len([one for one in here if one.id in hidden]),
        len([one for one in here if one.id in changes.reworded]),
        len([one for one in changes.own if one.section == section.id and not one.is_retired]),
    )


def _lines(session: OpenVault, section_id: str, now: Applied, changes: OfficeChanges) -> tuple[QuestionLine, ...]:
    here = now.questions.of_section(section_id)
    order = [one.id for one in here]
    awaited = awaited_by_others(session.shipped.questions)
    section = next(one for one in now.questions.sections if one.id == section_id)
    every = every_question(section, session.shipped.questions, changes)

    def may_go(question: Question, step: int) -> bool:
        return moved(every, order, question.id, step, awaited) is not None

    wording = session.content.wording(session.language)
    lines = []
    for one in here:
        own = changes.own_question(one.id)
        lines.append(
            QuestionLine(
                one.id,
                wording.text(f"question.{one.id}.prompt", one.prompt),
                always_asked(one),
                is_hidden(one, session.shipped.questions, changes),
                one.id in changes.reworded,
                own is not None,
                own is not None and own.is_retired,
                may_go(one, -1),
                may_go(one, 1),
            )
        )
    return tuple(lines)


def _shipped(session: OpenVault, question_id: str, code: str) -> Words:
    return shipped_words(session, shipped_question(session, question_id), code)


def _hangs_on(session: OpenVault, question_id: str, now: Applied) -> tuple[str, ...]:
    """The prompts of the questions that open only by an answer to this one."""
    wording = session.content.wording(session.language)
    return tuple(
        wording.text(f"question.{one.id}.prompt", one.prompt)
        for one in now.questions.questions
        if one.ask_when not in (None, AnyOf(())) and _opens_by(question_id, one)
    )


def _opens_by(question_id: str, other: Question) -> bool:
    condition = other.ask_when or AnyOf(())
    return question_id in subjects(condition) and evaluate(condition, Facts({})).truth is not Truth.YES


def _title(session: OpenVault, section: Section) -> str:
    return session.content.wording(session.language).text(f"section.{section.id}.title", section.title)
