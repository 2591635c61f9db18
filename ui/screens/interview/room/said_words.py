"""What was answered, as it is read back: lines as they are, a day with its month as a word."""

from __future__ import annotations

from intake.actions.interview.in_words import SaidWords
from intake.answers.model import ApproximateDate
from ui.day_words import day_words, month_words

_MONTH, _YEAR = 7, 4  # characters of an ISO date of that precision


def said_words(said: SaidWords) -> tuple[str, ...]:
    """Every line."""
    return said.lines if said.day is None else (*said.lines, _when(said.day))


def _when(day: ApproximateDate) -> str:
    if len(day.iso) == _YEAR:
        return day.iso
    return month_words(day.earliest) if len(day.iso) == _MONTH else day_words(day.earliest)
