from __future__ import annotations

from datetime import UTC, datetime

import pytest

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.keep_date import KIND
from tests.unit.questions.invented import question

ASKED = question("one.until", kind="keep_date")
CLOCK = FixedClock(datetime(2026, 11, 21, tzinfo=UTC))


def read(raw: object) -> ApproximateDate | NotUnderstood:
    return KIND.parse(raw, ASKED, CLOCK)


@pytest.mark.parametrize("raw", ["2026-11-21", "2027-02-21", "2026-11", "2027", "2033-12-31"])
def test_a_day_a_month_or_a_year_that_is_not_over_can_be_kept_until(raw: str) -> None:
    assert read(raw) == approximate_date(raw)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ("2026-11-20", "gone by. To erase it now"),
        ("2034", "years from now"),
        ("2026-02-30", "no such day"),
        ("", "no such day"),
    ],
)
def test_any_other_day_asks_for_another_look(raw: str, says: str) -> None:
    told = read(raw)
    assert isinstance(told, NotUnderstood)
    assert says in told.english
