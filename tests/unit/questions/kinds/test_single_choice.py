from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Choice
from intake.clock import FixedClock
from intake.questions.kinds.single_choice import KIND
from tests.unit.questions.invented import question

CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))
OPTIONS = ("yes", "no", "not_sure")
ASKED = question("one.first", OPTIONS)


@given(strategies.sampled_from(OPTIONS))
def test_an_option_comes_back_as_it_was_kept(option: str) -> None:
    value = KIND.parse(option, ASKED, CLOCK)
    assert isinstance(value, Choice)
    assert KIND.parse(KIND.to_json(value), ASKED, CLOCK) == value == Choice(option)


@pytest.mark.parametrize(
    "raw", ["", "maybe", "YES", " yes", "yes\x00", "x" * 10_000_000, ("yes",), ["yes"]], ids=lambda raw: str(raw)[:9]
)
def test_anything_but_one_listed_option_is_not_understood(raw: object) -> None:
    assert KIND.parse(raw, ASKED, CLOCK) in KIND.messages


def test_a_question_without_options_has_no_answer() -> None:
    assert KIND.parse("yes", question("one.first"), CLOCK) in KIND.messages
