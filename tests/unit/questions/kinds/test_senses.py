from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Rows
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.senses import KIND
from intake.questions.told_rows import LIMIT, NO_ROWS, NOT_ROWS, ROW_TOO_LONG
from tests.unit.questions.invented import question

SENSES = ("saw", "heard", "smelled", "tasted", "felt")
ASKED = question("one.senses", SENSES, kind="senses")
CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))


def read(told: dict[str, str]) -> Rows | NotUnderstood:
    return KIND.parse(json.dumps([{"sense": name, "words": words} for name, words in told.items()]), ASKED, CLOCK)


def test_each_box_is_optional_and_they_come_in_the_order_of_the_question() -> None:
    assert read({"felt": "cold", "saw": "a red light", "heard": " "}) == Rows(
        ((("sense", "saw"), ("words", "a red light")), (("sense", "felt"), ("words", "cold")))
    )


def test_five_empty_boxes_are_nothing_yet() -> None:
    assert read(dict.fromkeys(SENSES, "")) is NO_ROWS
    assert KIND.parse("[]", ASKED, CLOCK) is NO_ROWS


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "ZEBRA",
        "{}",
        '[{"sense": "sixth", "words": "a"}]',
        '[{"words": "a"}]',
        '[{"sense": [], "words": "a"}]',
        '[{"sense": "saw", "words": 7}]',
        '[{"sense": "saw", "words": "a", "more": ""}]',
        '["saw"]',
    ],
)
def test_what_is_no_such_set_of_boxes_is_gently_not_understood(raw: str) -> None:
    assert KIND.parse(raw, ASKED, CLOCK) is NOT_ROWS


def test_a_box_that_is_too_full_says_so() -> None:
    assert isinstance(read({"saw": "x" * LIMIT}), Rows)
    assert read({"saw": "x" * (LIMIT + 1)}) is ROW_TOO_LONG


@given(strategies.dictionaries(strategies.sampled_from(SENSES), strategies.text(max_size=40)))
def test_what_was_read_reads_back_to_the_same(told: dict[str, str]) -> None:
    first = read(told)
    if isinstance(first, Rows):
        assert KIND.parse(KIND.to_json(first), ASKED, CLOCK) == first
