"""Something else happened too; there was another person; what it is called; and taking one of them back."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.actions.interview.at_hand import keep_told_of
from intake.actions.interview.moves import go_to_question, go_to_section
from intake.actions.interview.on_hold import refuse_while_held
from intake.actions.interview.page import InterviewPage, open_questions
from intake.actions.interview.record_answer import forget_from_memory
from intake.actions.session import OpenVault
from intake.actions.told_of_paper import (
    LONGEST_NAME,
    NAMES,
    PAPERS_OF_A_PAGE,
    name_key,
    paper_about,
    read_names,
)
from intake.cases.model import Case
from intake.cases.told_of import Repeats, ToldOf
from intake.questions.clean_text import clean_text
from intake.questions.occasions import number_of, plain_id

KEPT_BESIDE = "time_limit."
"""Answers under such names are about the thing whose number they bear."""


@dataclass(frozen=True, slots=True)
class Another:
    """One more. ``person``: who did it, of those known; 0: somebody else, or nobody knows yet."""

    repeats: Repeats
    person: int = 0


@dataclass(frozen=True, slots=True)
class CallIt:
    """Its short name; an empty one leaves it to the order."""

    repeats: Repeats
    number: int
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TakeAway:
    """All that was told of it goes."""

    repeats: Repeats
    number: int


Change = Another | CallIt | TakeAway


def change_several(session: OpenVault, case_id: str, change: Change, question_id: str = "") -> InterviewPage:
    """Do it and show where the interview then stands. ``question_id``: what was on the screen.

    Durable on return. Raises Mishap legal_hold where something was to be taken away, and trouble with the disk.
    """
    case = session.store.case(case_id)
    match change:
        case Another(Repeats.INCIDENT):
            keep_told_of(session, case_id, session.told_of(case).with_incident(change.person))
            return _first_of(session, case, Repeats.INCIDENT)
        case Another():
            told_of = session.told_of(case)
            instead_of = _nothing_said_of(session, case, told_of)
            keep_told_of(session, case_id, told_of.with_person(change.person, instead_of))
            return _first_of(session, case, Repeats.PERSON)
        case CallIt():
            _call_it(session, case_id, change)
        case TakeAway():
            _take_away(session, case, change)
            return _first_of(session, case, change.repeats)
    return go_to_question(session, case_id, question_id)


def _first_of(session: OpenVault, case: Case, repeats: Repeats) -> InterviewPage:
    """The first part that asks of such ones, as far as it is open."""
    parts = [one.id for one in session.content.questions.sections if one.repeats is repeats]
    asked = {one.section for one in open_questions(session, session.answers(case))}
    return go_to_section(session, case.id, next((part for part in parts if part in asked), parts[0]))


def _nothing_said_of(session: OpenVault, case: Case, told_of: ToldOf) -> tuple[int, ...]:
    """Those who only keep the place of somebody in the thing on the desk."""
    here = told_of.done_by[told_of.desk.incident]
    elsewhere = {who for one, persons in told_of.done_by.items() if one != told_of.desk.incident for who in persons}
    names = read_names(session.store.paper(case.id, NAMES))
    said = {number_of(name) for name in _kept(session, case) if _repeats(session, name) is Repeats.PERSON}
    empty = (one for one in here if one not in said and name_key(Repeats.PERSON, one) not in names)
    return tuple(one for one in empty if one not in elsewhere and len(told_of.incidents) > 1)


def _call_it(session: OpenVault, case_id: str, change: CallIt) -> None:
    names = read_names(session.store.paper(case_id, NAMES))
    key, words = name_key(change.repeats, change.number), _short(change.words)
    names = {**names, key: words} if words else {one: said for one, said in names.items() if one != key}
    session.store.put_paper(case_id, NAMES, names)


def _short(words: str) -> str:
    return " ".join((clean_text(words, LONGEST_NAME * 4) or "").split())[:LONGEST_NAME].strip()


def _take_away(session: OpenVault, case: Case, change: TakeAway) -> None:
    refuse_while_held(session, case.id)
    told_of = session.told_of(case)
    if change.repeats is Repeats.INCIDENT:
        left = told_of.without_incident(change.number)
    else:
        left = told_of.without_person(change.number)
    if left is told_of:
        return
    gone = {
        *((Repeats.INCIDENT, one) for one in set(told_of.incidents) - set(left.incidents)),
        *((Repeats.PERSON, one) for one in set(told_of.persons) - set(left.persons)),
    }
    names = read_names(session.store.paper(case.id, NAMES))
    told = tuple(name for name in _kept(session, case) if (_repeats(session, name), number_of(name)) in gone)
    with session.store.together():
        for name in told:
            session.store.remove_answer(case.id, name)
        for desk in set(told_of.pairs()) - set(left.pairs()):
            for recipient_id in session.content.referral.recipients:
                for paper in PAPERS_OF_A_PAGE:
                    session.store.remove_paper(case.id, paper_about(f"{paper}:{recipient_id}", desk))
        keys = {name_key(*one) for one in gone}
        session.store.put_paper(case.id, NAMES, {key: words for key, words in names.items() if key not in keys})
        keep_told_of(session, case.id, left)
    forget_from_memory(session, case.id, told)


def _kept(session: OpenVault, case: Case) -> set[str]:
    """Under which addresses anything is kept, half typed or in memory as well."""
    drafts = {**session.store.drafts(case.id), **session.memory_drafts.get(case.id, {})}
    return {*session.everything_told(case), *drafts}


def _repeats(session: OpenVault, name: str) -> Repeats:
    if name.startswith(KEPT_BESIDE):
        return Repeats.INCIDENT
    known = {one.id: one.repeats for one in session.content.questions.questions}
    return known.get(plain_id(name), Repeats.ONCE)
