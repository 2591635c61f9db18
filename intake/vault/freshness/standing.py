"""How far the chain of changes has come, and what can be found wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

FIRST_SEAL = "0" * 64


@dataclass(frozen=True, slots=True)
class Mark:
    """One state of the records: its number, its seal, by which device, at which logical time, since which base.

    A base is drawn anew whenever a person has deliberately taken a state for the right one (put a copy back, gone on).
    """

    seq: int = 0
    seal: str = field(default=FIRST_SEAL, repr=False)
    device: str = field(default="", repr=False)
    time: int = 0
    base: str = field(default="", repr=False)


class DoubtKind(StrEnum):
    """What can be found."""

    CHANGES_MISSING = "changes_missing"
    FORKED = "forked"
    CHAIN_BROKEN = "chain_broken"
    OFFICE_CHANGED = "office_changed"
    CASE_CHANGED = "case_changed"
    CASES_DIFFER = "cases_differ"
    LOG_CHANGED = "log_changed"
    HEAD_GONE = "head_gone"
    HEAD_DAMAGED = "head_damaged"
    HEAD_NOT_WRITTEN = "head_not_written"
    BEFORE_NEW_KEY = "before_new_key"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing found. ``count``: changes or cases that are missing, where that is known; 0 where it is not."""

    kind: DoubtKind
    case_id: str | None = None
    count: int = 0
