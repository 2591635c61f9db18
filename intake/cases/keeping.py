"""A report is kept until a day. When that day has come is asked of a clock that may be wrong."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum, auto

_DAWN = timedelta(hours=6)
"""A day begins six hours after midnight here, so a clock that is five hours fast brings nothing forward."""


class Keeping(Enum):
    """How a report stands to the day until which it is kept."""

    KEPT = auto()
    DUE = auto()
    ASK_THE_CLOCK = auto()
    """By the newest day that is noted here it has come, by the clock it has not: the clock was set back."""


def keeping(until: date, now: datetime, newest_noted: date | None) -> Keeping:
    """``now`` is the time at the desk; ``newest_noted`` a day that stands in the vault where the clock is behind it.

    A clock set back hides nothing, and neither the clock nor the vault alone makes a report due where they differ.
    """
    is_behind = newest_noted is not None and newest_noted > now.date()
    if is_behind:
        return Keeping.ASK_THE_CLOCK if newest_noted is not None and until <= newest_noted else Keeping.KEPT
    return Keeping.DUE if until <= (now - _DAWN).date() else Keeping.KEPT
