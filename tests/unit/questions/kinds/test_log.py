from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies

from intake.answers.model import Rows
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.log import COLUMNS, KIND
from intake.questions.load import load_questions
from intake.questions.model import Fate
from intake.questions.told_rows import MOST_ROWS, ROW_TOO_LONG, TOO_MANY
from tests.unit.questions.invented import question

CLOCK = FixedClock(datetime(2026, 11, 21, tzinfo=UTC))
ASKED = question("h.log", ("called", "followed"), kind="log")
LINES = strategies.lists(
    strategies.fixed_dictionaries(
        {},
        optional={
            "day": strategies.sampled_from(["", "2026-11-20", "2026-05", "2025"]),
            "way": strategies.sampled_from(["", "called", "followed"]),
            "words": strategies.text(alphabet="ab é漢", max_size=20),
        },
    ),
    max_size=8,
)


def read(lines: object) -> Rows | NotUnderstood:
    return KIND.parse(lines if isinstance(lines, str) else json.dumps(lines), ASKED, CLOCK)


@given(LINES)
def test_lines_come_back_as_they_were_told_and_empty_ones_are_left_out(lines: list[dict[str, str]]) -> None:
    value = read(lines)
    told = [one for one in lines if any(text.strip() for text in one.values())]
    if not told:
        assert isinstance(value, NotUnderstood)
        return
    assert isinstance(value, Rows)
    assert [(row["day"], row["way"]) for row in value.as_list()] == [
        (one.get("day", ""), one.get("way", "")) for one in told
    ]
    assert all(tuple(name for name, _ in row) == COLUMNS for row in value.rows)
    assert KIND.parse(KIND.to_json(value), ASKED, CLOCK) == value


def test_a_way_alone_a_day_alone_and_words_alone_are_each_a_line() -> None:
    value = read([{"way": "called"}, {"day": "2026"}, {"words": "at night"}])
    assert isinstance(value, Rows)
    assert len(value.rows) == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"day": "2026-13"}, "The calendar has no such day."),
        ({"day": "2027-01"}, "That day is still to come."),
        ({"day": "1720"}, "more than a lifetime ago"),
        ({"day": "-5-"}, "The calendar has no such day."),
        ({"way": "shouted"}, "This could not be read."),
        ({"who": "x"}, "This could not be read."),
        ({"way": ["called"]}, "This could not be read."),
        ("called", "This could not be read."),
    ],
)
def test_what_does_not_fit_is_said_gently_and_without_what_was_typed(line: object, words: str) -> None:
    answer = read([{"words": "a line that is fine"}, line])
    assert isinstance(answer, NotUnderstood)
    assert words in answer.english
    assert answer in KIND.messages


def test_too_much_is_said_too() -> None:
    assert read([{"words": "x" * 301}]) == ROW_TOO_LONG
    assert read([{"way": "called"}] * (MOST_ROWS + 1)) == TOO_MANY
    assert isinstance(read("[{"), NotUnderstood)


def test_the_log_of_the_interview_stays_and_the_ticks_before_it_are_asked_as_ever() -> None:
    questions = load_questions()[0]
    log, ticks = questions.question("happened.follow_log"), questions.question("happened.following")
    assert (log.fate, log.recipients, log.kind) == (Fate.STAYS, (), "log")
    assert log.part is not CasePart.SHAREABLE
    assert (ticks.kind, ticks.catalogue, log.catalogue) == ("multiple_choice", "H15", "H15")
    assert [one.id for one in log.options] == [one.id for one in ticks.options]
