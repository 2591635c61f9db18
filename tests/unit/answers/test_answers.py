"""Answers: a value belongs to a given answer alone, and dates are as precise as memory."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, ApproximateDate, Choice, Choices, Text


@pytest.mark.parametrize("status", [one for one in AnswerStatus if one is not AnswerStatus.GIVEN])
def test_the_four_other_answers_carry_nothing(status: AnswerStatus) -> None:
    assert Answer(status).value is None
    with pytest.raises(ValueError, match="belongs to a given answer"):
        Answer(status, Text("words"))


def test_a_given_answer_without_a_value_is_no_answer() -> None:
    with pytest.raises(ValueError, match="belongs to a given answer"):
        Answer(AnswerStatus.GIVEN)


@pytest.mark.parametrize("value", [Text("SECRET"), Choice("SECRET"), Choices(("SECRET",))])
def test_what_was_said_is_not_in_the_repr(value: Text | Choice | Choices) -> None:
    assert "SECRET" not in repr(Answer(AnswerStatus.GIVEN, value))
    assert "2026" not in repr(approximate_date("2026-01-02"))


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_itself(day: date) -> None:
    assert approximate_date(day.isoformat()) == ApproximateDate(day.isoformat(), day, day)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(9998, 1, 1)))
def test_a_month_and_a_year_span_their_days(day: date) -> None:
    for iso in (day.isoformat()[:7], day.isoformat()[:4]):
        span = approximate_date(iso)
        assert span is not None
        assert span.earliest <= day <= span.latest


@pytest.mark.parametrize(
    "iso", ["2026-02-31", "2026-13", "0000", "26-1-1", "", "2026-1-1", "yesterday", "٢٠٢٦", "2026-02-30\n2026"]
)
def test_what_is_no_date_is_none(iso: str) -> None:
    assert approximate_date(iso) is None
