"""What is due is said calmly on the day, and a clock that was set back never hides it."""

from __future__ import annotations

from datetime import date

import pytest

from intake.conditions.facts import Facts
from intake.protections.assess import assess
from intake.protections.cards import finding_card
from intake.protections.model import Review
from intake.protections.review import ReviewState, due_again, review_state
from tests.shipped import shipped_content

REVIEW = Review("the project", date(2026, 11, 21), date(2027, 5, 21), "none yet")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 11, 19), ReviewState.CLOCK_BEHIND),
        (date(2026, 11, 20), ReviewState.CHECKED),
        (date(2027, 5, 20), ReviewState.CHECKED),
        (date(2027, 5, 21), ReviewState.DUE),
        (date(2030, 1, 1), ReviewState.DUE),
    ],
)
def test_a_review_is_due_from_its_day_on(today: date, state: ReviewState) -> None:
    assert review_state(REVIEW, today) is state


def test_shipped_instruments_are_counted_once_they_are_due() -> None:
    instruments = shipped_content().protections.instruments
    assert due_again(instruments, date(2026, 11, 21)) == ()
    assert {one.id for one in due_again(instruments, date(2027, 2, 21))} == {"us-ca-sf-da-safety", "us-ca-sf-pd-2017"}
    assert due_again(instruments, date(2028, 1, 1)) == instruments


@pytest.mark.parametrize(
    ("today", "line"),
    [
        (date(2026, 12, 1), ""),
        (date(2028, 1, 1), "Checked on November 21, 2026; due to be checked again."),
        (date(2020, 1, 1), "Checked on November 21, 2026. The clock of this computer says an earlier day."),
    ],
)
def test_the_card_says_it_in_one_calm_line(today: date, line: str) -> None:
    content = shipped_content()
    for finding in assess(content.protections, "us-ca-sf", Facts({}), today):
        assert finding_card(finding, content.protections, content.wording("en"), today).review_line == line
