from __future__ import annotations

from datetime import UTC, datetime

import pytest

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.coming_date import KIND
from tests.unit.questions.invented import question

ASKED = question("one.deadline", kind="coming_date")
CLOCK = FixedClock(datetime(2026, 11, 21, tzinfo=UTC))


def read(raw: object) -> ApproximateDate | NotUnderstood:
    return KIND.parse(raw, ASKED, CLOCK)


@pytest.mark.parametrize("raw", ["2026-11-21", "2026-11-22", "2026-11", "2026", "2027-05", "2046"])
def test_today_and_what_is_not_over_is_still_to_come(raw: str) -> None:
    assert read(raw) == approximate_date(raw)


@pytest.mark.parametrize("raw", ["2026-11-20", "2026-10", "2025", "1999-01-01"])
def test_a_day_gone_by_is_told_gently_and_leads_to_a_lawyer(raw: str) -> None:
    told = read(raw)
    assert isinstance(told, NotUnderstood)
    assert told.english.startswith("That day has gone by.")
    assert "lawyer" in told.english


@pytest.mark.parametrize(
    ("raw", "says"), [("2047", "very far off"), ("2026-02-30", "no such day"), ("", "no such day")]
)
def test_a_slip_of_the_keys_asks_for_another_look(raw: str, says: str) -> None:
    told = read(raw)
    assert isinstance(told, NotUnderstood)
    assert says in told.english


def test_it_is_kept_as_precise_as_it_was_given() -> None:
    when = read("2027-05")
    assert isinstance(when, ApproximateDate)
    assert KIND.to_json(when) == "2027-05"
