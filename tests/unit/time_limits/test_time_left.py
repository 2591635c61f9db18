"""How much time there is: never more than there may be, in words that a tired person understands."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, Choice
from intake.time_limits.left import Left, Standing, time_left
from intake.time_limits.model import Manner, Window
from intake.time_limits.when import DAY, HOW_RECENT, TIME_OF_DAY, Doubt, Happened, when_it_happened
from intake.time_limits.words import WORDS, about, how_it_stands
from intake.wording.catalogue import Wording

ENGLISH = Wording()
NOON = datetime(2026, 5, 20, 12)
THREE_DAYS = Window(timedelta(hours=72), timedelta(hours=72), timedelta(hours=24))
LONGEST_FIRST = (
    "years", "year", "months", "weeks", "week", "days", "two_and_half_days", "two_days", "day_and_half", "day",
    "hours", "hour", "less_than_hour",
)  # fmt: skip


def said(day: str = "", time: str = "", recent: str = "") -> dict[str, Answer]:
    answers = {}
    if day:
        when = approximate_date(day)
        assert when is not None
        answers[DAY] = Answer(AnswerStatus.GIVEN, when)
    for name, option in ((TIME_OF_DAY, time), (HOW_RECENT, recent)):
        if option:
            answers[name] = Answer(AnswerStatus.GIVEN, Choice(option))
    return answers


def left(day: str = "", time: str = "", recent: str = "", said_on: date | None = None, now: datetime = NOON) -> Left:
    return time_left(THREE_DAYS, when_it_happened(said(day, time, recent), said_on or now.date(), now), now)


def words(left: Left, manner: Manner = Manner.CARE) -> str:
    return how_it_stands(left, manner, "Go all the same.", ENGLISH)


def test_yesterday_evening_leaves_about_two_days_and_a_bit() -> None:
    assert (
        words(left("2026-05-19", "evening"))
        == "There is time: at least about two days left, maybe about two and a half days."
    )


def test_a_day_without_an_hour_is_counted_from_its_first_hour() -> None:
    seen = left("2026-05-19")
    assert (seen.least, seen.most) == (timedelta(hours=36), timedelta(hours=60))
    assert words(seen) == "There is time: at least about a day and a half left, maybe about two and a half days."


def test_after_the_best_time_it_says_so_without_alarm() -> None:
    assert (
        words(left("2026-05-18", "morning"))
        == "Go as soon as you can: at least about 16 hours left, maybe about a day."
    )


def test_when_it_may_be_over_the_person_is_sent_all_the_same() -> None:
    assert words(left(recent="two_three_days")).startswith("Go today. The usual time may be over")


def test_when_it_is_over_it_says_what_still_helps() -> None:
    assert words(left("2026-05-01")) == "The usual time is over. Go all the same."


@pytest.mark.parametrize("month", ["2026-05", "2026"])
def test_a_month_or_a_year_is_never_told_as_a_certain_time(month: str) -> None:
    assert left(month).standing is Standing.MAYBE_OVER


def test_unsaid_is_asked_for_and_never_guessed() -> None:
    assert words(left()) == "When did it happen? Then we can say how long there is."


def test_a_day_that_lies_ahead_is_questioned() -> None:
    assert words(left("2026-05-23")) == "The day lies ahead of today. Please look at it again."


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_some_hours_off_does_not_put_today_ahead(hours: int) -> None:
    seen = left("2026-05-20", now=datetime(2026, 5, 20, 2) + timedelta(hours=hours))
    assert seen.standing is not Standing.CHECK_DAY


def test_how_long_ago_counts_from_the_day_it_was_said_not_from_today() -> None:
    assert left(recent="today", said_on=date(2026, 5, 19)).most == timedelta(hours=60)


def test_two_answers_that_do_not_fit_are_named_and_the_earlier_counts() -> None:
    seen = left("2026-05-10", recent="today")
    assert seen.doubt is Doubt.DIFFER
    assert "do not fit together" in words(seen)
    assert seen.least == timedelta()


def test_last_night_may_be_today_or_yesterday() -> None:
    assert left("2026-05-19", "night", recent="today").doubt is Doubt.NONE


def test_things_that_fade_are_told_from_the_earliest() -> None:
    window = Window(timedelta(hours=48), timedelta(hours=504))
    seen = time_left(window, when_it_happened(said("2026-05-19"), NOON.date(), NOON), NOON)
    assert words(seen, Manner.FADES) == "May be gone in about 12 hours."


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))
SPANS = st.timedeltas(timedelta(), timedelta(days=4000))


@given(MOMENTS, SPANS, SPANS, SPANS, SPANS)
def test_an_hour_later_never_leaves_more_time(
    now: datetime, ago: timedelta, unsure: timedelta, window: timedelta, later: timedelta
) -> None:
    earliest = now - ago - unsure
    happened = Happened(earliest, earliest + unsure, Doubt.NONE)
    open_for = Window(window, window)
    before, after = time_left(open_for, happened, now), time_left(open_for, happened, now + later)
    assert before.least is not None
    assert after.least is not None
    assert after.least <= before.least
    order = [Standing.OPEN, Standing.MAYBE_OVER, Standing.OVER]
    assert order.index(after.standing) >= order.index(before.standing)


@given(SPANS, SPANS)
def test_longer_is_never_said_as_shorter(one: timedelta, two: timedelta) -> None:
    shorter, longer = sorted((one, two))
    assert rank(about(shorter, ENGLISH)) <= rank(about(longer, ENGLISH))


def rank(said: str) -> tuple[int, int]:
    for place, name in enumerate(reversed(LONGEST_FIRST)):
        start, _, end = WORDS[name].partition("{count}")
        if said == WORDS[name]:
            return place, 1
        if "{count}" in WORDS[name] and said.startswith(start) and said.endswith(end):
            return place, int(said.removeprefix(start).removesuffix(end))
    raise AssertionError(said)
