"""What one line of the log holds, and what a check of the whole log can find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

KEPT_DAYS = 90
"""A line older than this rolls off with the next line that is written."""


class Action(StrEnum):
    """What may stand in the log. No line says more than this, a day, a staff code and a random token."""

    OPENED = "opened"
    EXPORTED = "exported"
    ERASED = "erased"
    RELEASE_SIGNED = "release_signed"
    RELEASE_REVOKED = "release_revoked"
    RELEASE_ENDED = "release_ended"
    STAFF_CHANGED = "staff_changed"
    COPY_MADE = "copy_made"
    HOLD_SET = "hold_set"
    HOLD_RELEASED = "hold_released"
    SECOND_AGREED = "second_agreed"
    RULE_CHANGED = "rule_changed"
    LEGAL_REQUEST = "legal_request"
    ORDER_ANSWERED = "order_answered"
    RESTORED = "restored"
    WENT_ON = "went_on"
    POLICY_ADDED = "policy_added"
    FALSE_ALARM = "false_alarm"
    WORDS_CHANGED = "words_changed"
    QUESTIONS_CHANGED = "questions_changed"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line. ``token`` is random; it ties the lines of one report together and says nothing else."""

    number: int
    action: str
    staff_code: str = field(repr=False)
    on: date
    token: str = field(repr=False)


class Fault(StrEnum):
    """What is wrong with a log."""

    CHANGED = "changed"
    MISSING = "missing"
    CUT_OFF = "cut_off"
    START = "start"


@dataclass(frozen=True, slots=True)
class LogCheck:
    """Whether every line is there as it was written; if not, the first that is not, and the day where known."""

    is_whole: bool = True
    fault: Fault | None = None
    number: int = 0
    on: date | None = None
