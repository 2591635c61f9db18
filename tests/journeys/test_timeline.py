"""What was said, by day: it follows from the answers alone, and holds none that does not count."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.actions.interview.record_answer import Recorded, clear_answer, record_answer
from intake.actions.interview.timeline import look_at_timeline
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content

CONTENT = shipped_content()
CLOCK = FixedClock(datetime(2026, 11, 21, 10, tzinfo=UTC))
Raw = str | tuple[str, ...]


@pytest.fixture(scope="module")
def session() -> Iterator[OpenVault]:
    session = OpenVault(create_memory_vault(), CONTENT, CLOCK)
    yield session
    session.store.close()


def report(session: OpenVault, told: dict[str, Raw]) -> str:
    case = session.store.new_case(CLOCK.today())
    for name, raw in {"limits.go_on": "yes", **told}.items():
        assert isinstance(record_answer(session, case.id, name, AnswerStatus.GIVEN, raw), Recorded), name
    return case.id


def log(*lines: tuple[str, str, str]) -> str:
    return json.dumps([{"day": day, "way": way, "words": words} for day, way, words in lines])


PIECES = json.dumps([{"words": "a red door", "tag": "sure"}, {"words": "a bell", "tag": ""}])
FOLLOWED: dict[str, Raw] = {
    "account.pieces": PIECES,
    "happened.kinds": ("hit", "followed"),
    "happened.follow_log": log(
        ("2026-05-03", "called", "late"), ("", "waited_nearby", ""), ("2025", "messaged", ""), ("2026-05", "called", "")
    ),
    "when_where.day": "2026-05-02",
    "when_where.time": "night",
}


def test_what_has_a_day_stands_by_it_and_the_rest_stands_below_in_the_order_of_telling(session: OpenVault) -> None:
    timeline = look_at_timeline(session, report(session, FOLLOWED))
    assert [(line.day, line.title, line.words) for line in timeline.with_day] == [
        ("2025", "Sent messages", ""),
        ("May 2026", "Called me", ""),
        ("May 2, 2026, Night", "Hit or hurt, Followed or stalked", ""),
        ("May 3, 2026", "Called me", "late"),
    ]
    assert [(line.title, line.words) for line in timeline.without_day] == [
        ("Sure", "a red door"),
        ("What do you recall, piece by piece? Is there a part you are not sure of?", "a bell"),
        ("Waited near me", ""),
    ]
    assert {line.question_id for line in timeline.with_day} == {"happened.follow_log", "when_where.day"}


def test_nothing_told_is_an_empty_timeline_and_not_a_fault(session: OpenVault) -> None:
    timeline = look_at_timeline(session, report(session, {}))
    assert (timeline.with_day, timeline.without_day) == ((), ())


def test_what_is_not_asked_any_more_is_not_on_it(session: OpenVault) -> None:
    case_id = report(session, FOLLOWED)
    record_answer(session, case_id, "happened.kinds", AnswerStatus.GIVEN, ("hit",))
    assert "happened.follow_log" not in {line.question_id for line in look_at_timeline(session, case_id).with_day}
    clear_answer(session, case_id, "when_where.day")
    assert look_at_timeline(session, case_id).with_day == ()


def test_a_declined_day_is_not_on_it(session: OpenVault) -> None:
    case_id = report(session, FOLLOWED)
    record_answer(session, case_id, "when_where.day", AnswerStatus.DECLINED, None)
    assert "when_where.day" not in {line.question_id for line in look_at_timeline(session, case_id).with_day}


def test_it_speaks_the_language_of_the_report(session: OpenVault) -> None:
    case_id = report(session, FOLLOWED)
    session.language = "es"
    try:
        lines = look_at_timeline(session, case_id).with_day
    finally:
        session.language = "en"
    assert lines[1].day == "mayo de 2026"
    assert lines[1].title == "Me llamó"


DAYS = st.sampled_from(["", "2024", "2025", "2026-05", "2026-05-03", "2026-05-31", "2026-06"])


@given(st.lists(st.tuples(DAYS, st.sampled_from(["called", "followed"]), st.text("abc", max_size=3)), max_size=12))
def test_every_line_is_on_it_once_and_days_never_run_backwards(lines: list[tuple[str, str, str]]) -> None:
    session = OpenVault(create_memory_vault(), CONTENT, CLOCK)
    told: dict[str, Raw] = {"happened.kinds": ("followed",)}
    case_id = report(session, told | ({"happened.follow_log": log(*lines)} if lines else {}))
    timeline = look_at_timeline(session, case_id)
    session.store.close()
    assert len(timeline.with_day) == sum(bool(day) for day, _, _ in lines)
    assert len(timeline.without_day) == sum(not day for day, _, _ in lines)
    said = sorted(day for day, _, _ in lines if day)
    years = [line.day[-4:] for line in timeline.with_day]
    assert years == [day[:4] for day in said]


def test_its_words_are_in_no_repr(session: OpenVault) -> None:
    shown = repr(look_at_timeline(session, report(session, FOLLOWED)))
    assert "late" not in shown
    assert "Called" not in shown
    assert "2026" not in shown
