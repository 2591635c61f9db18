"""Questions of the office itself: write one, change its words, ask it no more."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.office_questions.change import gone, not_plain
from intake.actions.office_questions.kept import NOT_CHANGED, keep_changes
from intake.actions.office_questions.laid_over import office_changes
from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.questions.office.document import tidy
from intake.questions.office.model import (
    FEWEST_CHOICES,
    KINDS,
    KINDS_WITH_CHOICES,
    MOST_CHOICES,
    OWN_START,
    OwnChoice,
    OwnQuestion,
    Words,
    may_hold_own,
)
from intake.questions.office.plain_words import word_faults


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """What the form holds. ``labels`` are the choices by language, line by line; an empty ``id`` is a new question."""

    section: str = field(repr=False)
    kind: str
    words: Mapping[str, Words]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_saved: bool = True
    id: str = ""


def save_own(session: OpenVault, draft: OwnDraft) -> str:
    """Keep an own question and return its id.

    Raises Mishap supervisor_needed, no_own_here, words_not_plain, choices_unfinished, choices_answered, question_gone.
    """
    require_supervisor(session)
    changes = office_changes(session)
    section = next((one for one in session.shipped.questions.sections if one.id == draft.section), None)
    if section is None or not may_hold_own(section) or draft.kind not in KINDS:
        raise Mishap(
            "no_own_here",
            "No question of your own can stand in this part.",
            NOT_CHANGED,
            "Choose a part that comes after the limits, and that may be kept.",
        )
    before = changes.own_question(draft.id)
    if draft.id and before is None:
        raise gone()
    own = _made(draft, before)
    if any(word_faults(words, _labels(own, code), code) for code, words in own.words.items()):
        raise not_plain()
    _check_choices(own, before, is_answered=before is not None and session.store.is_answered(own.id))
    others = [one for one in changes.own if one.id != own.id]
    place = [one.id for one in changes.own].index(own.id) if before else len(others)
    keep_changes(session, replace(changes, own=(*others[:place], own, *others[place:])))
    return own.id


def take_off_own(session: OpenVault, question_id: str) -> bool:
    """Ask an own question no more. True: some report holds an answer, so it is retired; else it is gone."""
    require_supervisor(session)
    changes = office_changes(session)
    own = changes.own_question(question_id)
    if own is None:
        raise gone()
    is_answered = session.store.is_answered(question_id)
    kept = tuple(
        replace(one, is_retired=True) if one.id == question_id else one
        for one in changes.own
        if one.id != question_id or is_answered
    )
    for told in (session.memory, session.memory_drafts):
        for answers in told.values():
            answers.pop(question_id, None)
    keep_changes(session, replace(changes, own=kept))
    return is_answered


def ask_own_again(session: OpenVault, question_id: str) -> None:
    """Bring a retired question back, with the answers that there are."""
    require_supervisor(session)
    changes = office_changes(session)
    own = tuple(replace(one, is_retired=False) if one.id == question_id else one for one in changes.own)
    keep_changes(session, replace(changes, own=own))


def _made(draft: OwnDraft, before: OwnQuestion | None) -> OwnQuestion:
    """The draft as a question. Kind and fate of one that exists stay; a choice keeps its id by its line."""
    words = {
        code: Words(tidy(one.prompt), tidy(one.why), tidy(one.help))
        for code, one in draft.words.items()
        if tidy(one.prompt) or tidy(one.why)
    } or {"en": Words()}
    kind = before.kind if before else draft.kind
    return OwnQuestion(
        before.id if before else f"{draft.section}.{OWN_START}{secrets.token_hex(4)}",
        kind,
        words,
        _choices(draft, before, tuple(words)) if kind in KINDS_WITH_CHOICES else (),
        before.is_saved if before else draft.is_saved,
        before.is_retired if before else False,
    )


def _choices(draft: OwnDraft, before: OwnQuestion | None, languages: tuple[str, ...]) -> tuple[OwnChoice, ...]:
    known = [one.id for one in before.choices] if before else []
    lines = max((len(draft.labels.get(code, ())) for code in languages), default=0)
    made = []
    for number in range(lines):
        labels = {code: tidy(_line(draft, code, number)) for code in languages}
        if any(labels.values()):
            name = known[number] if number < len(known) else f"c{secrets.token_hex(3)}"
            made.append(OwnChoice(name, labels))
    return tuple(made)


def _line(draft: OwnDraft, code: str, number: int) -> str:
    lines = draft.labels.get(code, ())
    return lines[number] if number < len(lines) else ""


def _labels(own: OwnQuestion, code: str) -> tuple[str, ...]:
    return tuple(one.labels.get(code, "") for one in own.choices)


def _check_choices(own: OwnQuestion, before: OwnQuestion | None, *, is_answered: bool) -> None:
    if own.kind not in KINDS_WITH_CHOICES:
        return
    alike = any(len(set(_labels(own, code))) < len(own.choices) for code in own.words)
    if not FEWEST_CHOICES <= len(own.choices) <= MOST_CHOICES or alike:
        raise Mishap(
            "choices_unfinished",
            "The choices are not finished.",
            NOT_CHANGED,
            "Write {fewest} to {most} choices, each with words of its own.",
            fewest=str(FEWEST_CHOICES),
            most=str(MOST_CHOICES),
        )
    if is_answered and before and not {one.id for one in before.choices} <= {one.id for one in own.choices}:
        raise Mishap(
            "choices_answered",
            "Somebody has answered this question, so no choice can be taken away.",
            NOT_CHANGED,
            "Put the choice back, or take this question off and write a new one.",
        )
