"""How much time is left, as a stretch: at least so much, at the most so much."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from intake.time_limits.model import Window
from intake.time_limits.when import Doubt, Happened


class Standing(StrEnum):
    """How it stands with the time."""

    OPEN = "open"
    MAYBE_OVER = "maybe_over"
    OVER = "over"
    UNKNOWN = "unknown"
    CHECK_DAY = "check_day"


@dataclass(frozen=True, slots=True)
class Left:
    """``least`` and ``most`` are never below nothing; both are None when nothing can be told."""

    standing: Standing
    least: timedelta | None = field(default=None, repr=False)
    most: timedelta | None = field(default=None, repr=False)
    is_past_best: bool = False
    doubt: Doubt = Doubt.NONE


def time_left(window: Window, happened: Happened, now: datetime) -> Left:
    """What is left of a window at a moment, both in the time of the desk."""
    if happened.doubt is Doubt.AHEAD:
        return Left(Standing.CHECK_DAY, doubt=happened.doubt)
    if happened.earliest is None or happened.latest is None:
        return Left(Standing.UNKNOWN, doubt=happened.doubt)
    least = happened.earliest + window.least - now
    most = happened.latest + window.most - now
    none = timedelta()
    past_best = window.best is not None and happened.latest + window.best <= now
    if most <= none:
        return Left(Standing.OVER, none, none, past_best, happened.doubt)
    standing = Standing.OPEN if least > none else Standing.MAYBE_OVER
    return Left(standing, max(least, none), most, past_best, happened.doubt)
