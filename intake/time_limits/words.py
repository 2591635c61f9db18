"""Time in words first: never a figure that is more exact than what was said, never more time than there may be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from intake.time_limits.left import Left, Standing
from intake.time_limits.model import Manner
from intake.time_limits.when import Doubt
from intake.wording.catalogue import Wording

WORDS: Mapping[str, str] = {
    "less_than_hour": "less than an hour",
    "hour": "about an hour",
    "hours": "about {count} hours",
    "day": "about a day",
    "day_and_half": "about a day and a half",
    "two_days": "about two days",
    "two_and_half_days": "about two and a half days",
    "days": "about {count} days",
    "week": "about a week",
    "weeks": "about {count} weeks",
    "months": "about {count} months",
    "year": "about a year",
    "years": "about {count} years",
    "care_open": "There is time: {least} left.",
    "care_open_more": "There is time: at least {least} left, maybe {most}.",
    "care_past_best": "Go as soon as you can: {least} left.",
    "care_past_best_more": "Go as soon as you can: at least {least} left, maybe {most}.",
    "care_maybe_over": "Go today. The usual time may be over, or {most} may be left.",
    "care_over": "The usual time is over. {after}",
    "fades_open": "May be gone in {least}.",
    "fades_maybe_over": "May be gone any time now.",
    "fades_over": "May be gone by now. {after}",
    "now": "Better today than tomorrow.",
    "unknown": "When did it happen? Then we can say how long there is.",
    "check_day": "The day lies ahead of today. Please look at it again.",
    "differ": "The day and how long ago it was do not fit together. We count from the earlier one.",
    "clock": "The clock of this computer may be wrong. Please look at its day and time.",
    "title": "Time matters",
    "changed": "What is better done soon has changed.",
    "settled": "Done or put aside ({count})",
    "done": "Done",
    "going": "We are going now",
    "declined": "Declined",
    "later": "Later",
    "why": "Why it matters",
    "steps": "What helps",
    "say": "You can say",
    "text_read": "We have read the source.",
    "secondary": "We have not read the source itself. This is how others tell it. Ask the clinic or the office.",
    "unverified": "Nobody here has checked this yet. Ask the clinic or the office.",
    "written_in": "From: {citation}, {locator}",
    "go_to": "Go to the question: {prompt}",
    "today_line": "{title}: {left}",
}
"""English by name; the message id is ``time_limits.<name>``."""

_HOUR, _DAY, _WEEK = 3600, 86400, 7 * 86400
_MONTH, _YEAR = 30 * _DAY, 365 * _DAY


def say(wording: Wording, name: str, **filled: str) -> str:
    """One of the fixed sentences in the language of the screen, its gaps filled."""
    text = wording.text(f"time_limits.{name}", WORDS[name])
    for gap, words in filled.items():
        text = text.replace("{" + gap + "}", words)
    return text


def about(span: timedelta, wording: Wording) -> str:
    """A length of time, rounded down to what people say: a person who counts on it still comes in time."""
    name, count = _named(max(int(span.total_seconds()), 0))
    return say(wording, name, count=str(count))


def how_it_stands(left: Left, manner: Manner, after_it: str, wording: Wording) -> str:
    """The one line that is shown."""
    if left.standing is Standing.UNKNOWN:
        return say(wording, "unknown")
    if left.standing is Standing.CHECK_DAY:
        return say(wording, "check_day")
    least, most = about(left.least or timedelta(), wording), about(left.most or timedelta(), wording)
    name = f"{manner.value}_{left.standing.value}"
    if left.standing is Standing.OPEN and manner is Manner.CARE:
        name = "care_past_best" if left.is_past_best else "care_open"
        name += "" if least == most else "_more"
    line = say(wording, name, least=least, most=most, after=after_it).strip()
    return f"{line} {say(wording, 'differ')}" if left.doubt is Doubt.DIFFER else line


def _named(seconds: int) -> tuple[str, int]:
    """The name of the words for this length and the number in them; longer lengths never get words for less."""
    if seconds < 2 * _HOUR:
        return ("hour" if seconds >= _HOUR else "less_than_hour"), 1
    if seconds < _DAY:
        return "hours", seconds // _HOUR
    if seconds < 3 * _DAY:
        names = ("day", "day_and_half", "two_days", "two_and_half_days")
        return names[(seconds - _DAY) // (_DAY // 2)], 1
    for unit, one, many in ((_YEAR, "year", "years"), (2 * _MONTH, "months", "months"), (_WEEK, "week", "weeks")):
        if seconds >= unit:
            count = seconds // (_MONTH if many == "months" else unit)
            return (one if count == 1 else many), count
    return "days", seconds // _DAY
