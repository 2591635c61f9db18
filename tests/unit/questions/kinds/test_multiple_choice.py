from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Choices
from intake.clock import FixedClock
from intake.questions.kinds.multiple_choice import KIND
from tests.unit.questions.invented import question

CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))
OPTIONS = ("rain", "snow", "hail", "fog")
ASKED = question("one.first", OPTIONS)


@given(strategies.lists(strategies.sampled_from(OPTIONS)))
def test_options_are_kept_once_in_the_order_of_the_question_and_come_back(raw: list[str]) -> None:
    value = KIND.parse(tuple(raw), ASKED, CLOCK)
    assert value == Choices(tuple(option for option in OPTIONS if option in raw))
    assert isinstance(value, Choices)
    assert KIND.parse(KIND.to_json(value), ASKED, CLOCK) == value


def test_nothing_ticked_says_that_none_fits() -> None:
    assert KIND.parse((), ASKED, CLOCK) == Choices(())


@pytest.mark.parametrize("raw", ["rain", "", ("rain", "sun"), ("",), ("Rain",), {"rain"}], ids=repr)
def test_one_unlisted_option_is_enough_not_to_be_understood(raw: object) -> None:
    assert KIND.parse(raw, ASKED, CLOCK) in KIND.messages
