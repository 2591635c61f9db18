"""Whether somebody should go over an instrument again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from intake.protections.model import Instrument, Review

_ZONES = timedelta(days=1)


class ReviewState(StrEnum):
    """Checked, to be checked again, or not to be told because the clock says a day before the last check."""

    CHECKED = "checked"
    DUE = "due"
    CLOCK_BEHIND = "clock_behind"


def review_state(review: Review, today: date) -> ReviewState:
    """How the review stands on a day. A clock that was set back settles nothing, so it never hides what is due."""
    if today >= review.due_on:
        return ReviewState.DUE
    return ReviewState.CLOCK_BEHIND if today + _ZONES < review.on else ReviewState.CHECKED


def due_again(instruments: Iterable[Instrument], today: date) -> tuple[Instrument, ...]:
    """The instruments to be gone over again, those included of which the clock tells nothing."""
    return tuple(one for one in instruments if review_state(one.review, today) is not ReviewState.CHECKED)
