"""Record one answer: understood, stored in one transaction, durable when this returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake.actions.interview.at_hand import question_of
from intake.actions.interview.on_hold import refuse_to_lose
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus
from intake.questions.kinds import NotUnderstood, discover
from intake.questions.model import Fate, Question


@dataclass(frozen=True, slots=True)
class Recorded:
    """The answer is safe: on disk, or in memory when it is one that is not saved."""

    question_id: str


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """The words could not be read as an answer; nothing was changed. ``message`` is for the person."""

    message: str


def record_answer(
    session: OpenVault, case_id: str, question_id: str, status: AnswerStatus, raw: str | tuple[str, ...] | None
) -> Recorded | NotRecorded:
    """Take an answer in. A given answer is parsed by its kind; the four others carry nothing.

    Raises Mishap legal_hold where one of these four would stand instead of what was said in a report on hold.
    """
    question = question_of(session, case_id, question_id)
    if status is not AnswerStatus.GIVEN:
        _keep(session, case_id, question_id, question, Answer(status))
        return Recorded(question_id)
    value = discover()[question.kind].parse(raw if raw is not None else "", question, session.clock)
    if isinstance(value, NotUnderstood):
        wording = session.content.wording(session.language)
        return NotRecorded(wording.text(value.message_id, value.english))
    _keep(session, case_id, question_id, question, Answer(status, value))
    return Recorded(question_id)


def clear_answer(session: OpenVault, case_id: str, question_id: str) -> None:
    """Take an answer back; the question is as if it had not been met.

    Raises Mishap legal_hold where the answer was given in a report on hold.
    """
    refuse_to_lose(session, case_id, question_id)
    session.store.remove_answer(case_id, question_id)
    forget_from_memory(session, case_id, (question_id,))


def forget_from_memory(session: OpenVault, case_id: str, question_ids: Iterable[str]) -> None:
    """Let go of what is only in memory of these; last of all, since it cannot be had back when the vault fails."""
    for question_id in question_ids:
        session.memory.get(case_id, {}).pop(question_id, None)
        session.memory_drafts.get(case_id, {}).pop(question_id, None)


def _keep(session: OpenVault, case_id: str, question_id: str, question: Question, answer: Answer) -> None:
    if question.fate is Fate.NOT_SAVED:
        session.memory.setdefault(case_id, {})[question_id] = answer
        session.memory_drafts.get(case_id, {}).pop(question_id, None)
        return
    if answer.value is None:
        refuse_to_lose(session, case_id, question_id)
    session.store.put_answer(
        case_id,
        question_id,
        question.part,
        answer,
        language=session.language,
        content_fingerprint=session.content.fingerprint,
        at=session.clock.now(),
    )
