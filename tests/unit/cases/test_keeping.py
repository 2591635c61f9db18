"""A day until which something is kept, asked of clocks that are right, fast, slow, and set back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, strategies

from intake.cases.keeping import Keeping, keeping

DAY = date(2026, 8, 4)
MIDNIGHT = datetime(2026, 8, 4)
MINUTES = strategies.integers(-400 * 24 * 60, 400 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
OFF = strategies.integers(-5 * 60, 5 * 60).map(lambda minutes: timedelta(minutes=minutes))


@given(true=MINUTES, off=OFF)
def test_a_clock_five_hours_off_brings_nothing_forward_and_hides_it_for_less_than_half_a_day(
    true: timedelta, off: timedelta
) -> None:
    shown = keeping(DAY, MIDNIGHT + true + off, None)
    if true < timedelta():
        assert shown is Keeping.KEPT
    if true >= timedelta(hours=11):
        assert shown is Keeping.DUE


@given(now=MINUTES, noted=strategies.integers(1, 4000))
def test_a_clock_set_back_never_erases_and_never_hides_what_the_vault_knows_is_due(now: timedelta, noted: int) -> None:
    told = MIDNIGHT + now
    newest = told.date() + timedelta(days=noted)
    shown = keeping(DAY, told, newest)
    assert shown is not Keeping.DUE
    assert (shown is Keeping.ASK_THE_CLOCK) is (newest >= DAY)


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (datetime(2026, 8, 4, 5, 59), Keeping.KEPT),
        (datetime(2026, 8, 4, 6, 0), Keeping.DUE),
        (datetime(2031, 1, 1, 12, 0), Keeping.DUE),
    ],
)
def test_the_day_itself_counts_from_six_in_the_morning(now: datetime, shown: Keeping) -> None:
    assert keeping(DAY, now, None) is shown
