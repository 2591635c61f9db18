"""Shipped questions and the changes of an office become the questions that are asked here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from intake.cases.model import CasePart
from intake.conditions.model import AnyOf
from intake.questions.kinds import discover
from intake.questions.model import Fate, Option, Question, Questions, Section
from intake.questions.office.model import OfficeChanges, OwnQuestion, Words, always_asked, may_hold_own
from intake.questions.office.order import in_office_order
from intake.questions.office.texts import OfficeTexts, Said
from intake.wording.catalogue import ENGLISH

CATALOGUE = "own"
"""What stands in the place of the catalogue's id for a question of an office."""

_NEVER = AnyOf(())


@dataclass(frozen=True, slots=True)
class Applied:
    """The questions that are asked here, and their words in other languages.

    ``left_over``: ids that a change speaks of and that this version does not have, or that it always asks.
    ``outdated``: reworded questions whose shipped words are others since.
    """

    questions: Questions
    texts: OfficeTexts
    left_over: tuple[str, ...] = ()
    outdated: frozenset[str] = frozenset()


def apply_changes(shipped: Questions, changes: OfficeChanges) -> Applied:
    """Lay the changes over the shipped questions. What does not fit is left out and told."""
    awaited = awaited_by_others(shipped)
    hidden: list[Question] = []
    said: list[Said] = []
    here: list[Question] = []
    for section in shipped.sections:
        for question in in_office_order(
            every_question(section, shipped, changes), changes.order.get(section.id, ()), awaited
        ):
            reworded = _reworded(question, changes)
            said += _said(question, reworded, changes)
            if is_hidden(question, shipped, changes):
                hidden.append(reworded)
                reworded = replace(reworded, ask_when=_NEVER)
            here.append(reworded)
    known = {one.id: one for one in shipped.questions}
    return Applied(
        Questions(shipped.sections, tuple(here), tuple(hidden)),
        OfficeTexts(tuple(said)),
        tuple(dict.fromkeys(_left_over(shipped, changes))),
        frozenset(name for name, one in changes.reworded.items() if name in known and one.of != digest(known[name])),
    )


def awaited_by_others(shipped: Questions) -> frozenset[str]:
    """The questions behind which others come that are put off."""
    return frozenset(one.put_off_behind for one in shipped.questions if one.put_off_behind)


def may_hide(name: str, shipped: Questions) -> bool:
    """Whether there is such a question or part, and nothing in it that is always asked."""
    found = [one for one in shipped.questions if name in (one.id, one.section)]
    return bool(found) and not any(always_asked(one) for one in found)


def is_hidden(question: Question, shipped: Questions, changes: OfficeChanges) -> bool:
    """Whether the office asks this shipped question no more."""
    if question.catalogue == CATALOGUE:
        return False
    return any(name in changes.hidden and may_hide(name, shipped) for name in (question.id, question.section))


def digest(question: Question) -> str:
    """Tells whether the shipped words of a question are still the same."""
    return sha256(f"{question.prompt}\0{question.why_we_ask}\0{question.help}".encode()).hexdigest()[:16]


def in_one_language(words: Mapping[str, Words], language: str = ENGLISH) -> Words:
    """The words in this language, else in the first that there is."""
    return words.get(language) or next((words[name] for name in sorted(words)), Words())


def own_as_question(own: OwnQuestion, section: Section) -> Question:
    """It names no recipient, no row of a page and no fact, and lies in the part that never leaves."""
    words = in_one_language(own.words)
    return Question(
        id=own.id,
        catalogue=CATALOGUE,
        section=own.section,
        kind=own.kind,
        prompt=words.prompt,
        why_we_ask=words.why,
        help=words.help,
        fate=Fate.STAYS if own.is_saved else Fate.NOT_SAVED,
        part=CasePart.WALLED_OFF,
        options=tuple(Option(one.id, _label(one.labels)) for one in own.choices),
        ask_when=_NEVER if own.is_retired else section.ask_when,
        value_type=discover()[own.kind].value_type,
    )


def every_question(section: Section, shipped: Questions, changes: OfficeChanges) -> list[Question]:
    """The questions of one part, hidden ones too, in the order of the program; those of the office come last."""
    own = [one for one in changes.own if one.section == section.id] if may_hold_own(section) else []
    return [*shipped.of_section(section.id), *(own_as_question(one, section) for one in own)]


def _reworded(question: Question, changes: OfficeChanges) -> Question:
    rewording = changes.reworded.get(question.id)
    words = rewording.words.get(ENGLISH) if rewording else None
    if words is None:
        return question
    return replace(question, prompt=words.prompt, why_we_ask=words.why, help=words.help)


def _said(shipped: Question, now: Question, changes: OfficeChanges) -> Iterator[Said]:
    own, rewording = changes.own_question(shipped.id), changes.reworded.get(shipped.id)
    words = own.words if own else rewording.words if rewording else {}
    base = f"question.{shipped.id}"
    if words:
        for name, text, before, spoken in (
            ("prompt", now.prompt, shipped.prompt, {code: one.prompt for code, one in words.items()}),
            ("why", now.why_we_ask, shipped.why_we_ask, {code: one.why for code, one in words.items()}),
            ("help", now.help, shipped.help, {code: one.help for code, one in words.items()}),
        ):
            yield Said(f"{base}.{name}", text, before, spoken)
    for choice in own.choices if own else ():
        label = _label(choice.labels)
        yield Said(f"option.{shipped.id}.{choice.id}", label, label, choice.labels)


def _label(labels: Mapping[str, str]) -> str:
    return labels.get(ENGLISH) or next((labels[name] for name in sorted(labels)), "")


def _left_over(shipped: Questions, changes: OfficeChanges) -> Iterator[str]:
    questions = {one.id for one in shipped.questions}
    sections = {one.id: one for one in shipped.sections}
    yield from (name for name in sorted(changes.hidden) if not may_hide(name, shipped))
    yield from (name for name in sorted(changes.reworded) if name not in questions)
    yield from (name for name in sorted(changes.order) if name not in sections)
    yield from (one.id for one in changes.own if one.section not in sections or not may_hold_own(sections[one.section]))
