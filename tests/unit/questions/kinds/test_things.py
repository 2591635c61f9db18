"""The list of what may show it: ticks alone, and nothing that was not offered gets in."""

from __future__ import annotations

import json

import pytest

from intake.answers.model import Rows
from intake.clock import MachineClock
from intake.questions.answer_kind import NotUnderstood
from intake.questions.kinds.things import KIND
from tests.shipped import shipped_content

CONTENT = shipped_content()
QUESTION = CONTENT.questions.question("evidence.things")


def read(raw: object) -> Rows | NotUnderstood:
    return KIND.parse(raw, QUESTION, MachineClock())


def test_a_list_is_read_and_written_back_the_same() -> None:
    told = [{"what": "messages", "where": "with_me", "soon": "hours", "private": "yes", "safe": ""}]
    value = read(json.dumps(told))
    assert isinstance(value, Rows)
    assert value.as_list() == told
    assert read(KIND.to_json(value)) == value


def test_choices_may_stay_open_and_a_kind_may_stand_twice() -> None:
    value = read('[{"what": "video"}, {"what": "video", "soon": "days"}]')
    assert isinstance(value, Rows)
    assert [row["soon"] for row in value.as_list()] == ["", "days"]


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "words",
        "{}",
        "[1]",
        '[{"what": "diary"}]',
        '[{"where": "with_me"}]',
        '[{"what": "video", "where": "at the corner of a street"}]',
        '[{"what": "video", "notes": "typed"}]',
        '[{"what": ["video"]}]',
        None,
        ("video",),
    ],
)
def test_nothing_typed_can_get_in(raw: object) -> None:
    assert isinstance(read(raw), NotUnderstood)


def test_sixty_things_are_enough() -> None:
    assert isinstance(read(json.dumps([{"what": "video"}] * 60)), Rows)
    refused = read(json.dumps([{"what": "video"}] * 61))
    assert isinstance(refused, NotUnderstood)
    assert "more than 60" in refused.english


def test_everything_on_it_is_in_spanish() -> None:
    spanish = CONTENT.wording("es")
    base = f"option.{QUESTION.id}"
    for option in QUESTION.options:
        assert spanish.covers(f"{base}.{option.id}", option.label)
        assert spanish.covers(f"{base}.{option.id}.tip", option.tip)
    for column in QUESTION.columns:
        assert spanish.covers(f"column.{QUESTION.id}.{column.id}", column.label)
        assert all(spanish.covers(f"column.{QUESTION.id}.{column.id}.{one.id}", one.label) for one in column.options)
