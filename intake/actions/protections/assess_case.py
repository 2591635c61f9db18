"""What may protect the person, from the answers of one report; worked out anew each time, never stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from intake.actions.interview.called import Called
from intake.actions.interview.page import open_questions
from intake.actions.protections.panel import DESK_PLACE, Desk, FindingInFull, ProtectionsPanel, SettleLink
from intake.actions.session import OpenVault
from intake.answers.model import Answer
from intake.cases.told_of import Desk as AtHand
from intake.cases.told_of import Repeats
from intake.conditions.evaluate import subjects
from intake.conditions.facts import Facts
from intake.questions.joined_facts import facts_of_incident
from intake.questions.model import Question
from intake.questions.occasions import address_on
from intake.wording.catalogue import Wording


def assess_case(session: OpenVault, case_id: str) -> ProtectionsPanel:
    """Judge every instrument of the place on what has been answered so far, memory-only answers included.

    Of several things that happened the one on the desk is judged, whoever did it; nothing of another counts for it.
    """
    desk, facts, about = _at_the_desk(session, case_id)
    return replace(desk.panel(facts), about=about)


def open_finding(session: OpenVault, case_id: str, instrument_id: str) -> FindingInFull:
    """One finding with every condition and the answer that met it or did not. Raises KeyError for an unknown one."""
    desk, facts, about = _at_the_desk(session, case_id)
    return replace(desk.in_full(instrument_id, facts), about=about)


def _at_the_desk(session: OpenVault, case_id: str) -> tuple[Desk, Facts, str]:
    content = session.content
    case = session.store.case(case_id)
    called = Called(session, case)
    at_hand = called.told_of.desk
    links = _settling_questions(session, session.answers(case, at_hand), at_hand)
    desk = Desk(
        content.protections,
        content.wording(session.language),
        session.clock.today(),
        links,
        session.own.desk_place or DESK_PLACE,
        session.newest_day,
    )
    told = session.everything_told(case)
    facts = facts_of_incident(content.questions, called.told_of, told, at_hand.incident)
    return desk, facts, called.if_several(Repeats.INCIDENT, at_hand.incident)


def _settling_questions(session: OpenVault, answers: Mapping[str, Answer], at_hand: AtHand) -> dict[str, SettleLink]:
    """For each fact the first open question that could still tell it; one that was not answered comes first."""
    wording = session.content.wording(session.language)
    asked = {one.id: one for one in open_questions(session, answers)}
    links: dict[str, SettleLink] = {}
    given = {name for name, answer in answers.items() if answer.value is not None}
    for question in sorted(session.content.questions.questions, key=lambda one: (one.id not in asked, one.id in given)):
        opener = _opener(question, asked, given)
        if opener is not None:
            link = SettleLink(address_on(at_hand, opener), _link_words(session, opener, wording))
            for rule in question.facts:
                if rule.gives:  # one that only waits settles nothing by itself
                    links.setdefault(rule.fact, link)
    return links


def _link_words(session: OpenVault, question: Question, wording: Wording) -> str:
    """The question itself; for the private check its title alone, since others may see the panel."""
    section = next(one for one in session.content.questions.sections if one.id == question.section)
    if section.private:
        return wording.text(f"section.{section.id}.title", section.title)
    return wording.text(f"question.{question.id}.prompt", question.prompt)


def _opener(question: Question, asked: Mapping[str, Question], given: Collection[str]) -> Question | None:
    """The question itself when it is asked now, else one whose answer would bring it up; the unanswered come first."""
    if question.id in asked or question.ask_when is None:
        return asked.get(question.id)
    openers = sorted(subjects(question.ask_when), key=lambda name: (name in given, name))
    return next((asked[name] for name in openers if name in asked), None)
