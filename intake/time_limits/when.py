"""When it happened, as far as it was said: a stretch of time, and what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from intake.answers.model import Answer, ApproximateDate, Choice

DAY = "when_where.day"
TIME_OF_DAY = "when_where.time"
HOW_RECENT = "safety.how_recent"
QUESTIONS = (HOW_RECENT, DAY)
"""What settles it, the one asked first at the front."""

_ONE_DAY = timedelta(days=1)
_LONG_AGO = timedelta(days=3650)
_DAYS_AGO: Mapping[str, tuple[int, int]] = {
    "today": (0, 0),
    "one_day": (1, 1),
    "two_three_days": (3, 2),
    "four_five_days": (5, 4),
}
# wide on purpose: where one band ends is not the same for everybody, and a night reaches into the next day
_HOURS: Mapping[str, tuple[int, int]] = {"morning": (4, 13), "day": (9, 19), "evening": (16, 24), "night": (0, 30)}


class Doubt(StrEnum):
    """Why the time cannot be told, or not for sure."""

    NONE = "none"
    NOT_SAID = "not_said"
    AHEAD = "ahead"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class Happened:
    """Not before ``earliest`` and not after ``latest``, in the time of the desk, without a zone."""

    earliest: datetime | None = field(default=None, repr=False)
    latest: datetime | None = field(default=None, repr=False)
    doubt: Doubt = Doubt.NOT_SAID


def when_it_happened(answers: Mapping[str, Answer], recent_said_on: date | None, now: datetime) -> Happened:
    """Join what two questions say. ``recent_said_on``: the day on which *how long ago* was answered.

    Where the two do not fit, the stretch holds both, so that nobody is told of more time than there may be.
    """
    said = [one for one in (_by_day(answers), _by_recent(answers, recent_said_on)) if one is not None]
    if not said:
        return Happened()
    earliest, latest = max(one[0] for one in said), min(one[1] for one in said)
    doubt = Doubt.NONE
    if earliest > latest:
        doubt = Doubt.DIFFER if earliest - latest > _ONE_DAY else Doubt.NONE
        earliest, latest = min(one[0] for one in said), max(one[1] for one in said)
    if earliest > now + _ONE_DAY:
        return Happened(doubt=Doubt.AHEAD)
    return Happened(min(earliest, now), min(latest, now), doubt)


def _by_day(answers: Mapping[str, Answer]) -> tuple[datetime, datetime] | None:
    value = _value(answers, DAY)
    if not isinstance(value, ApproximateDate):
        return None
    start = datetime.combine(value.earliest, time())
    end = datetime.combine(value.latest, time()) + _ONE_DAY
    band = _value(answers, TIME_OF_DAY)
    if value.earliest == value.latest and isinstance(band, Choice) and band.option in _HOURS:
        first, last = _HOURS[band.option]
        return start + timedelta(hours=first), start + timedelta(hours=last)
    return start, end


def _by_recent(answers: Mapping[str, Answer], said_on: date | None) -> tuple[datetime, datetime] | None:
    value = _value(answers, HOW_RECENT)
    if not isinstance(value, Choice) or said_on is None:
        return None
    told = datetime.combine(said_on, time())
    if value.option == "longer":
        return told - _LONG_AGO, told - timedelta(days=5)
    if value.option not in _DAYS_AGO:
        return None
    most, least = _DAYS_AGO[value.option]
    return told - timedelta(days=most), told - timedelta(days=least) + _ONE_DAY


def _value(answers: Mapping[str, Answer], question_id: str) -> object:
    answer = answers.get(question_id)
    return answer.value if answer else None
