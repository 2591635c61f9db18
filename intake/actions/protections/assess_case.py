"""What may protect the person, from the answers of one report; worked out anew each time, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.actions.interview.page import open_questions
from intake.actions.session import OpenVault
from intake.answers.model import Answer
from intake.conditions.evaluate import subjects
from intake.conditions.facts import Facts
from intake.protections.assess import assess
from intake.protections.cards import FindingCard as CardWords
from intake.protections.cards import finding_card
from intake.protections.model import Outcome
from intake.questions.facts import facts_from_answers
from intake.questions.model import Question
from intake.wording.catalogue import Wording

UNCHECKED = "text_unverified"
"""The limit that the headline of a card says already; it is not said twice on a folded card."""

DESK_PLACE = "us-ca-sf"
"""The cards shown until somebody says where it happened: the one place that this program ships in full."""


@dataclass(frozen=True, slots=True)
class SettleLink:
    """A question that could settle a *cannot tell yet*, to jump to."""

    question_id: str
    prompt: str


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One promise of an instrument."""

    title: str
    outcome: Outcome
    headline: str
    because: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One instrument on the panel. ``shape`` is full, half, open or none, beside the words of ``headline``."""

    instrument: str
    title: str
    outcome: Outcome
    headline: str
    shape: str
    plain_words: str
    because: tuple[str, ...] = field(repr=False)
    limits: tuple[str, ...]
    limits_short: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    notes: tuple[str, ...]
    source_line: str
    verification_line: str
    checked_line: str
    confirm_first: bool
    settle: tuple[SettleLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectionsPanel:
    """All cards for one report."""

    cards: tuple[FindingCard, ...]


def assess_case(session: OpenVault, case_id: str) -> ProtectionsPanel:
    """Judge every instrument of the place on what has been answered so far, memory-only answers included."""
    content = session.content
    answers = session.answers(session.store.case(case_id))
    facts = facts_from_answers(content.questions, answers)
    links = _settling_questions(session, answers)
    wording = content.wording(session.language)
    found = assess(content.protections, _place(facts), facts, session.clock.today())
    return ProtectionsPanel(
        tuple(
            _card(finding_card(finding, content.protections, wording), links)
            for finding in found
            if finding.rules  # a checklist for policies promises nobody anything
        )
    )


def _place(facts: Facts) -> str:
    """Where it happened decides which cards are shown, but never what they say; a wider place shows the desk's."""
    place = facts.one("incident_place")
    return place if place and not DESK_PLACE.startswith(place) else DESK_PLACE


def _settling_questions(session: OpenVault, answers: Mapping[str, Answer]) -> dict[str, SettleLink]:
    """For each fact the first open question that could still tell it; one that has no answer yet comes first."""
    wording = session.content.wording(session.language)
    asked = {one.id: one for one in open_questions(session, answers)}
    links: dict[str, SettleLink] = {}
    for question in sorted(
        session.content.questions.questions, key=lambda one: (one.id not in asked, one.id in answers)
    ):
        opener = _opener(question, asked)
        if opener is not None:
            link = SettleLink(opener.id, _link_words(session, opener, wording))
            for rule in question.facts:
                links.setdefault(rule.fact, link)
    return links


def _link_words(session: OpenVault, question: Question, wording: Wording) -> str:
    """The question itself; for the private check its title alone, since others may see the panel."""
    section = next(one for one in session.content.questions.sections if one.id == question.section)
    if section.private:
        return wording.text(f"section.{section.id}.title", section.title)
    return wording.text(f"question.{question.id}.prompt", question.prompt)


def _opener(question: Question, asked: Mapping[str, Question]) -> Question | None:
    """The question itself when it is asked now, else the one whose answer would bring it up."""
    if question.id in asked or question.ask_when is None:
        return asked.get(question.id)
    return next((asked[name] for name in sorted(subjects(question.ask_when)) if name in asked), None)


def _card(words: CardWords, links: Mapping[str, SettleLink]) -> FindingCard:
    return FindingCard(
        words.instrument,
        words.title,
        words.outcome,
        words.outcome_word,
        words.shape.value,
        words.plain_words,
        words.because,
        tuple(line.sentence for line in words.limits),
        tuple(line.short for line in words.limits if line.tag != UNCHECKED),
        tuple(RuleLine(rule.title, rule.outcome, rule.outcome_word, rule.because) for rule in words.rules),
        words.notes,
        words.source_line,
        words.verification_sentence,
        words.checked_line,
        words.confirm_first,
        tuple(dict.fromkeys(links[fact] for fact in words.settle if fact in links)),
    )
