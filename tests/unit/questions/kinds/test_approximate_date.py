from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import ApproximateDate
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.approximate_date import EARLIEST_YEAR, KIND
from tests.unit.questions.invented import question

TODAY = date(2025, 6, 15)
CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))
ASKED = question("one.first", kind="approximate_date")

days = strategies.dates(date(EARLIEST_YEAR, 1, 1), TODAY)


@given(days, strategies.sampled_from([4, 7, 10]))
def test_days_months_and_years_come_back_as_they_were_kept(day: date, length: int) -> None:
    value = KIND.parse(day.isoformat()[:length], ASKED, CLOCK)
    assert isinstance(value, ApproximateDate)
    assert value.earliest <= day <= value.latest
    assert KIND.parse(KIND.to_json(value), ASKED, CLOCK) == value


@given(strategies.text(max_size=12))
def test_no_text_at_all_makes_it_fail(raw: str) -> None:
    assert isinstance(KIND.parse(raw, ASKED, CLOCK), ApproximateDate | NotUnderstood)


def reason(raw: object) -> str:
    found = KIND.parse(raw, ASKED, CLOCK)
    assert isinstance(found, NotUnderstood)
    return found.message_id.rpartition(".")[2]


@pytest.mark.parametrize(
    "raw",
    [
        "2025-02-31",
        "2023-02-29",
        "2025-13",
        "2025-00",
        "0000",
        "31.2.2025",
        "5/17/2024",
        "May 2024",
        "2024-5-17",
        "20240517",
        "\u0662\u0660\u0662\u0664",
        "2024-05-17T10:00",
        "",
        " ",
        "-2024",
        "2024\x00",
        ("2024",),
        20240517,
        "2" * 10_000_000,
    ],
    ids=lambda raw: repr(raw)[:20],
)
def test_what_is_in_no_calendar_is_answered_gently(raw: object) -> None:
    assert reason(raw) == "no_such_day"


@pytest.mark.parametrize("raw", ["2025-06-16", "2025-07", "2026", "9999-12-31"])
def test_a_day_to_come_is_questioned(raw: str) -> None:
    assert reason(raw) == "still_to_come"


@pytest.mark.parametrize("raw", ["2025-06-15", "2025-06", "2025", "2024-02-29", " 2024-05 "])
def test_today_and_a_month_or_year_that_has_begun_are_fine(raw: str) -> None:
    value = KIND.parse(raw, ASKED, CLOCK)
    assert isinstance(value, ApproximateDate)
    assert value.iso == raw.strip()


@pytest.mark.parametrize("raw", ["1024-05-17", "0225", "1899-12"])
def test_a_slip_in_the_year_is_noticed(raw: str) -> None:
    assert reason(raw) == "long_ago"


def test_another_day_at_the_desk_decides_otherwise() -> None:
    later = FixedClock(datetime(2027, 1, 1, tzinfo=UTC))
    assert isinstance(KIND.parse("2026", ASKED, later), ApproximateDate)
