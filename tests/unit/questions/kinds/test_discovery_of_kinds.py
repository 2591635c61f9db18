from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies

from intake.answers.model import ApproximateDate, Choice, Choices, Text
from intake.clock import FixedClock
from intake.errors import Defect
from intake.questions.kinds import AnswerKind, NotUnderstood, discover
from tests.unit.questions.invented import question

KINDS = discover()
CLOCK = FixedClock(datetime(2025, 6, 15, tzinfo=UTC))
ASKED = question("one.first", ("yes", "no"))


class Foreign:
    """Of no type that a screen or a file hands over; named, so that parallel runs call its test the same."""

    def __repr__(self) -> str:
        return "Foreign()"


OF_OTHER_TYPES = (None, 7, 2.5, True, b"yes", {"yes": "no"}, {"yes"}, Foreign, ("yes", 7), ["yes", ["no"]], [None])


def kind_files() -> set[str]:
    folder = Path(__file__).parents[4] / "intake" / "questions" / "kinds"
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_every_file_is_a_kind_named_after_it() -> None:
    assert set(KINDS) == kind_files()


@pytest.mark.parametrize("kind_id", sorted(KINDS))
def test_every_kind_has_a_test_file(kind_id: str) -> None:
    assert (Path(__file__).parent / f"test_{kind_id}.py").is_file()


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@pytest.mark.parametrize("raw", OF_OTHER_TYPES, ids=repr)
def test_what_is_of_no_known_form_is_gently_not_understood(kind: AnswerKind, raw: object) -> None:
    assert kind.parse(raw, ASKED, CLOCK) in kind.messages


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@given(raw=strategies.text() | strategies.lists(strategies.text()).map(tuple))
def test_a_kind_returns_a_value_of_its_type_or_one_of_its_messages(
    kind: AnswerKind, raw: str | tuple[str, ...]
) -> None:
    read = kind.parse(raw, ASKED, CLOCK)
    assert isinstance(read, kind.value_type) or read in kind.messages


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_value_of_another_kind_is_our_mistake(kind: AnswerKind) -> None:
    day = CLOCK.today()
    for value in (Choice("yes"), Choices(("yes",)), Text("yes"), ApproximateDate("2025-06-15", day, day)):
        if not isinstance(value, kind.value_type):
            with pytest.raises(Defect) as raised:
                kind.to_json(value)
            assert "yes" not in str(raised.value)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_messages_are_gentle_and_can_be_translated(kind: AnswerKind) -> None:
    for message in kind.messages:
        assert isinstance(message, NotUnderstood)
        assert message.message_id.startswith("kind.")
        lowered = message.english.lower()
        assert message.english.endswith(".")
        for harsh in ("!", "invalid", "error", "wrong", "must", "failed", "illegal", "you did"):
            assert harsh not in lowered


def test_message_ids_belong_to_one_sentence_each() -> None:
    messages = {message for kind in KINDS.values() for message in kind.messages}
    assert len({message.message_id for message in messages}) == len(messages)
