"""A report that is kept until a day: told at home when the day has come, erased by a person, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.erasing.before_erasing import before_erasing
from intake.actions.erasing.due_to_erase import due_to_erase, erase_due
from intake.actions.erasing.legal_hold import release_hold, set_hold
from intake.actions.interview.looking_over import look_over
from intake.actions.interview.record_answer import record_answer
from intake.actions.interview.take_back import take_back
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content

NOW = datetime(2026, 5, 4, 15, 0, tzinfo=UTC)
LAST_DAY = date(2026, 8, 4)


@pytest.fixture
def session() -> Iterator[OpenVault]:
    session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(NOW))
    yield session
    session.store.close()


def kept(session: OpenVault, until: str = "2026-08-04", wish: str = "keep_until") -> str:
    case_id = session.store.new_case(session.clock.today()).id
    record_answer(session, case_id, "leaving.keep", AnswerStatus.GIVEN, "keep_until")
    record_answer(session, case_id, "leaving.keep_until", AnswerStatus.GIVEN, until)
    record_answer(session, case_id, "leaving.keep", AnswerStatus.GIVEN, wish)
    return case_id


def on(session: OpenVault, day: date) -> None:
    session.clock = FixedClock(datetime(day.year, day.month, day.day, 15, 0, tzinfo=UTC))


def due(session: OpenVault) -> list[str]:
    return [one.case_id for one in due_to_erase(session)]


def test_the_day_stands_in_the_list_and_in_what_is_read_back(session: OpenVault) -> None:
    case_id = kept(session)
    assert [line.kept_until for line in list_cases(session)] == [LAST_DAY]
    assert look_over(session, case_id).kept_until == LAST_DAY


def test_a_hold_stands_in_the_list_while_it_is_on(session: OpenVault) -> None:
    case_id = kept(session)
    assert [line.held_since for line in list_cases(session)] == [None]
    day = session.clock.today()
    session.store.put_hold(case_id, day)
    assert [line.held_since for line in list_cases(session)] == [day]
    session.store.release_hold(case_id, day)
    assert [line.held_since for line in list_cases(session)] == [None]


def test_of_a_month_its_last_day_counts(session: OpenVault) -> None:
    kept(session, "2026-08")
    assert [line.kept_until for line in list_cases(session)] == [date(2026, 8, 31)]


def test_when_the_day_has_come_it_is_told_and_nothing_goes_by_itself(session: OpenVault) -> None:
    case_id = kept(session)
    on(session, LAST_DAY - timedelta(days=1))
    assert due(session) == []
    on(session, LAST_DAY + timedelta(days=900))
    assert due(session) == [case_id]
    assert session.store.case(case_id).all_answers()
    erase_due(session, case_id)
    assert list_cases(session) == ()
    assert due(session) == []


def test_before_its_day_one_step_does_not_erase(session: OpenVault) -> None:
    case_id = kept(session)
    with pytest.raises(Mishap) as told:
        erase_due(session, case_id)
    assert told.value.code == "not_due"
    assert "has not surely come" in str(told.value.what_happened)
    assert [line.id for line in list_cases(session)] == [case_id]


def test_where_the_clock_was_set_back_it_is_told_and_one_step_is_not_enough(session: OpenVault) -> None:
    case_id = kept(session)
    session.newest_seen = LAST_DAY + timedelta(days=3)
    (told,) = due_to_erase(session)
    assert (told.case_id, told.is_one_step) == (case_id, False)
    with pytest.raises(Mishap, match="not_due"):
        erase_due(session, case_id)


@pytest.mark.parametrize("wish", ["facts_only", "erase", "some_parts"])
def test_another_wish_takes_the_place_of_the_day(session: OpenVault, wish: str) -> None:
    kept(session, wish=wish)
    on(session, LAST_DAY)
    assert due(session) == []
    assert [line.kept_until for line in list_cases(session)] == [None]


def test_a_day_that_is_taken_back_counts_no_more(session: OpenVault) -> None:
    case_id = kept(session)
    take_back(session, case_id, ("leaving.keep_until",))
    on(session, LAST_DAY)
    assert due(session) == []


def test_on_hold_it_stays_and_is_told_again_when_the_hold_ends(session: OpenVault) -> None:
    case_id = kept(session)
    set_hold(session, case_id)
    on(session, LAST_DAY)
    assert due(session) == []
    with pytest.raises(Mishap, match="legal_hold"):
        erase_due(session, case_id)
    release_hold(session, case_id)
    assert due(session) == [case_id]
    assert before_erasing(session, case_id).hold_ended == LAST_DAY


def test_the_longest_due_comes_first(session: OpenVault) -> None:
    later, sooner = kept(session, "2026-07-02"), kept(session, "2026-06-30")
    on(session, LAST_DAY)
    assert due(session) == [sooner, later]


def test_the_days_are_found_without_reading_every_answer(session: OpenVault) -> None:
    kept(session)
    plan = session.store._database.rows(
        "EXPLAIN QUERY PLAN SELECT case_id, value FROM walled_off_answers "
        "WHERE question_id = 'leaving.keep_until' AND value IS NOT NULL"
    )
    assert "kept_until" in str(plan)
