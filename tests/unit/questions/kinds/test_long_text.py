from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Text
from intake.clock import FixedClock
from intake.questions.kinds.long_text import KIND, LIMIT
from intake.questions.text_answer import EMPTY, NOT_TEXT
from tests.unit.questions.invented import question

CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))
ASKED = question("one.first", kind="long_text")
TOO_LONG = KIND.messages[-1]


@given(strategies.text(max_size=200))
def test_words_come_back_as_they_were_kept(raw: str) -> None:
    value = KIND.parse(raw, ASKED, CLOCK)
    if isinstance(value, Text):
        assert KIND.parse(KIND.to_json(value), ASKED, CLOCK) == value
    else:
        assert value in (EMPTY, TOO_LONG)


@pytest.mark.parametrize("raw", ["", "   ", "\n\t\n", "\x00\x00", "\u200b"], ids=repr)
def test_blanks_are_no_answer(raw: str) -> None:
    assert KIND.parse(raw, ASKED, CLOCK) is EMPTY


def test_a_list_is_not_text() -> None:
    assert KIND.parse(("a", "b"), ASKED, CLOCK) is NOT_TEXT


def test_the_limit_itself_still_fits() -> None:
    assert KIND.parse("x" * LIMIT, ASKED, CLOCK) == Text("x" * LIMIT)
    assert KIND.parse("x" * (LIMIT + 1), ASKED, CLOCK) is TOO_LONG


def test_a_paste_of_ten_megabytes_is_told_of_and_not_cut() -> None:
    assert KIND.parse("word " * 2_000_000, ASKED, CLOCK) is TOO_LONG


def test_control_characters_go_and_other_scripts_stay() -> None:
    assert KIND.parse("\x00\u05e9\u05dc\u05d5\u05dd \u200fe\u0301\x1b", ASKED, CLOCK) == Text(
        "\u05e9\u05dc\u05d5\u05dd \u200f\u00e9"
    )


def test_lines_and_tabs_stay() -> None:
    assert KIND.parse("one\r\n\n\ttwo", ASKED, CLOCK) == Text("one\n\n\ttwo")


def test_the_message_says_what_to_do_and_that_nothing_was_lost() -> None:
    assert "Nothing is lost" in TOO_LONG.english
    assert "split" in TOO_LONG.english
