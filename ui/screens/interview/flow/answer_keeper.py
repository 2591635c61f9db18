"""Knows of the one question on the screen what is stored and what is not. No Qt."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum

from intake.actions.interview.page import AskedQuestion
from intake.actions.interview.record_answer import NotRecorded
from intake.answers.model import Answer, AnswerStatus, ApproximateDate, Choice, Choices, Rows, Text
from intake.questions.model import Fate
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.screens.interview.flow.report import Report


class Saving(StrEnum):
    """What the line in the footer says."""

    NOTHING = "nothing"
    NOT_YET = "not_yet"
    SAVED = "saved"
    IN_MEMORY = "in_memory"
    AS_TYPED = "as_typed"


@dataclass(frozen=True, slots=True)
class Pending:
    """One change on its way to the vault. ``status`` None takes the answer back."""

    question_id: str
    revision: int
    status: AnswerStatus | None
    raw: Raw = field(default=None, repr=False)
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of it: durable, and ``advice`` when it was kept as typed instead of as an answer."""

    pending: Pending
    is_answer: bool
    advice: str = ""


def store(report: Report, pending: Pending) -> Stored:
    """Runs in the worker. Text that cannot be read as an answer is kept as typed."""
    raw = pending.raw
    if pending.status is None:
        report.clear(pending.question_id)
        return Stored(pending, is_answer=True)
    if isinstance(raw, HalfTyped):
        report.keep_draft(pending.question_id, raw.text)
        return Stored(pending, is_answer=False)
    outcome = report.record(pending.question_id, pending.status, raw)
    if not isinstance(outcome, NotRecorded):
        return Stored(pending, is_answer=True)
    if isinstance(raw, str) and pending.is_typed:
        report.keep_draft(pending.question_id, raw)
    return Stored(pending, is_answer=False, advice=outcome.message)


def keep_as_typed(report: Report, pending: Pending) -> None:
    """Runs in the worker, on leaving and hiding: words in mid-sentence stay words, the rest is stored."""
    if isinstance(pending.raw, str) and pending.is_typed:
        report.keep_draft(pending.question_id, pending.raw)
    else:
        store(report, pending)


def raw_of(answer: Answer | None) -> Raw:
    """A recorded answer in the form in which its widget hands it over."""
    value = answer.value if answer else None
    match value:
        case Text():
            return value.text
        case Choice():
            return value.option
        case Choices():
            return value.options or None
        case ApproximateDate():
            return value.iso
        case Rows():
            return json.dumps(value.as_list(), ensure_ascii=False)
        case _:
            return None


class AnswerKeeper:
    """Counts changes. What is shown as saved is what came back from the vault, never what was sent."""

    def __init__(self) -> None:
        self._question: AskedQuestion | None = None
        self._revision = 0
        self._stored = 0
        self._sent = 0
        self._status: AnswerStatus | None = None
        self._raw: Raw = None
        self._kept: tuple[AnswerStatus | None, Raw] = (None, None)
        self._is_typed = False
        self._is_as_typed = False
        self._advice = ""

    def begin(self, question: AskedQuestion | None) -> None:
        """Another question is on the screen; a half-typed text that came with it still wants to be an answer."""
        self._question = question
        self._revision = self._stored = self._sent = 0
        answer, draft = (question.answer, question.draft) if question else (None, None)
        self._status = answer.status if answer else None
        self._raw = raw_of(answer)
        self._kept = (self._status, self._raw)
        self._is_typed = self._is_as_typed = bool(draft) and draft != self._raw
        self._advice = ""
        if self._is_as_typed:
            self._revision, self._status, self._raw = 1, AnswerStatus.GIVEN, draft

    def change(self, status: AnswerStatus | None, raw: Raw, *, is_typed: bool) -> None:
        """The person answered, typed, or took the answer back."""
        self._revision += 1
        self._status, self._raw, self._is_typed = status, raw, is_typed
        self._is_as_typed = False
        self._advice = ""

    @property
    def status(self) -> AnswerStatus | None:
        """How the question is met on the screen now."""
        return self._status

    @property
    def is_pending(self) -> bool:
        """Whether the screen shows something that is not stored as an answer."""
        return self._question is not None and self._stored < self._revision

    @property
    def is_on_its_way(self) -> bool:
        """Whether what the screen shows was sent and has not come back."""
        return self.is_pending and self._sent == self._revision

    @property
    def advice(self) -> str:
        """Why what the screen shows is no answer yet; empty while nobody has judged it."""
        return self._advice

    @property
    def mark(self) -> str:
        """Names this question in this state, and no other."""
        return f"{self._question.id if self._question else ''} {self._revision}"

    @property
    def is_judged(self) -> bool:
        """Whether what the screen shows was kept as typed because it is no answer yet."""
        return bool(self._advice)

    @property
    def saving(self) -> Saving:
        """What may be said truthfully now."""
        if self._question is None:
            return Saving.NOTHING
        is_memory_only = self._question.fate is Fate.NOT_SAVED
        if self._is_as_typed:
            return Saving.IN_MEMORY if is_memory_only else Saving.AS_TYPED
        if self.is_pending:
            return Saving.NOT_YET
        if self._status is None:
            return Saving.NOTHING
        return Saving.IN_MEMORY if is_memory_only else Saving.SAVED

    def send(self) -> Pending:
        """What has to be stored now."""
        self._sent = self._revision
        return self.pending()

    def pending(self) -> Pending:
        """The same, without sending it."""
        question_id = self._question.id if self._question else ""
        raw = self._raw
        if raw is None and self._status is AnswerStatus.GIVEN:
            return Pending(question_id, self._revision, None)
        return Pending(question_id, self._revision, self._status, raw, self._is_typed)

    def came_back(self, stored: Stored) -> bool:
        """Take note of what was stored. Says whether it is still what the screen shows."""
        pending = stored.pending
        if self._question is None or pending.question_id != self._question.id:
            return False
        if stored.is_answer:
            self._kept = (pending.status, pending.raw)
        if pending.revision != self._revision:
            return False
        self._sent = 0
        if stored.is_answer:
            self._stored = self._revision
            self._is_as_typed = False
        else:
            self._is_as_typed = True
            half = pending.raw.advice if isinstance(pending.raw, HalfTyped) else ""
            self._advice = stored.advice or half
        return True

    def put_back(self) -> Raw:
        """What was stored last counts again, as if nothing had been changed since."""
        self._status, self._raw = self._kept
        self._is_typed = self._is_as_typed = False
        self._stored, self._sent = self._revision, 0
        return self._raw

    def failed(self) -> None:
        """It did not come back; the next try may send it again."""
        self._sent = 0
