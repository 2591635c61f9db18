from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Rows
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.pieces import KIND
from intake.questions.told_rows import LIMIT, MOST_ROWS, NO_ROWS, NOT_ROWS, ROW_TOO_LONG, TOO_MANY
from tests.unit.questions.invented import question

ASKED = question("one.pieces", ("sure", "not_sure"), kind="pieces")
CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))

a_piece = strategies.fixed_dictionaries(
    {"words": strategies.text(max_size=40), "tag": strategies.sampled_from(("", "sure", "not_sure"))}
)


def read(listed: object) -> Rows | NotUnderstood:
    return KIND.parse(json.dumps(listed), ASKED, CLOCK)


def test_pieces_stay_in_the_order_in_which_they_were_told() -> None:
    told = [{"words": "a door", "tag": "not_sure"}, {"words": "a voice", "tag": "sure"}, {"words": "a car"}]
    assert read(told) == Rows(
        (
            (("words", "a door"), ("tag", "not_sure")),
            (("words", "a voice"), ("tag", "sure")),
            (("words", "a car"), ("tag", "")),
        )
    )


def test_a_piece_without_words_is_left_out_and_a_list_of_such_is_nothing_yet() -> None:
    assert read([{"words": " ", "tag": "sure"}, {"words": "rain"}]) == Rows(((("words", "rain"), ("tag", "")),))
    assert read([{"words": "  "}]) is NO_ROWS
    assert read([]) is NO_ROWS


def test_line_breaks_and_tabs_become_blanks() -> None:
    assert read([{"words": "one\n  two\tthree"}]) == Rows(((("words", "one two three"), ("tag", "")),))


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "ZEBRA",
        "{}",
        "7",
        "null",
        '[["words"]]',
        '[{"words": 7}]',
        '[{"words": "a", "more": "b"}]',
        "[" * 90000,
        '[{"words": "a", "tag": "ZEBRA"}]',
        '[{"words": "a", "tag": []}]',
    ],
    ids=lambda raw: raw[:20],
)
def test_what_is_no_list_of_pieces_is_gently_not_understood(raw: str) -> None:
    read = KIND.parse(raw, ASKED, CLOCK)
    assert read is NOT_ROWS
    assert "ZEBRA" not in NOT_ROWS.english


def test_too_long_and_too_many_are_told_with_what_to_do() -> None:
    assert isinstance(read([{"words": "x" * LIMIT}]), Rows)
    assert read([{"words": "x" * (LIMIT + 1)}]) is ROW_TOO_LONG
    assert read([{"words": "x"}] * MOST_ROWS) != TOO_MANY
    assert read([{"words": "x"}] * (MOST_ROWS + 1)) is TOO_MANY
    assert "make two of it" in ROW_TOO_LONG.english
    assert "join some" in TOO_MANY.english


@given(strategies.lists(a_piece, max_size=6))
def test_what_was_read_reads_back_to_the_same(listed: list[dict[str, str]]) -> None:
    first = read(listed)
    if isinstance(first, Rows):
        assert KIND.parse(KIND.to_json(first), ASKED, CLOCK) == first
