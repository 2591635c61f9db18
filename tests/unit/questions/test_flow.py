from __future__ import annotations

import pytest

from intake.answers.model import Answer, AnswerStatus
from intake.conditions.model import AllOf, AnyOf, Includes, Is, Known, Not, OnOrAfter
from intake.questions.flow import (
    applicable,
    asked_questions,
    before,
    first_of_section,
    is_asked,
    is_unlocked,
    next_after,
    walk,
)
from intake.questions.model import Question, Questions
from tests.unit.questions.invented import dated, declined, given, interview, question, typed

YES_NO = ("yes", "no")
START = question("limits.start", kind="short_text")
GO_ON = question("limits.go_on", ("yes", "stop", "another_day"))
RAIN = question("weather.rain", YES_NO)
UMBRELLA = question("weather.umbrella", YES_NO, ask_when=Is("weather.rain", ("yes",)))
COLOUR = question("weather.colour", kind="short_text", ask_when=Is("weather.umbrella", ("yes",)))
SNOW = question("winter.snow", YES_NO)
WEATHER = interview(START, GO_ON, RAIN, UMBRELLA, COLOUR, SNOW, gates=("limits",))
OPEN = {"limits.go_on": given("yes")}


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [one.id for one in questions]


def test_a_question_without_a_condition_is_always_asked() -> None:
    assert is_asked(RAIN, {})


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (given("yes"), True),
        (given("no"), False),
        (declined(), False),
        (Answer(AnswerStatus.NOT_KNOWN), False),
        (Answer(AnswerStatus.SKIPPED), False),
        (Answer(AnswerStatus.LATER), False),
        (None, False),
    ],
)
def test_only_a_given_answer_opens_a_question(answer: Answer | None, asked: bool) -> None:
    assert is_asked(UMBRELLA, {"weather.rain": answer} if answer else {}) is asked


def test_choices_dates_and_texts_can_open_questions() -> None:
    storm = question("w.storm", ask_when=Includes("w.kinds", ("storm",)))
    recent = question("w.recent", ask_when=OnOrAfter("w.day", dated("2024-01-01").value.earliest))  # type: ignore[union-attr]  # a date it is
    named = question("w.named", ask_when=Known("w.name"))
    assert is_asked(storm, {"w.kinds": given(("rain", "storm"))})
    assert not is_asked(storm, {"w.kinds": given(())})
    assert is_asked(recent, {"w.day": dated("2024-05")})
    assert not is_asked(recent, {"w.day": dated("2023")})
    assert is_asked(named, {"w.name": typed("Ana")})
    assert not is_asked(named, {})


def test_an_answer_that_is_no_longer_asked_opens_nothing_further() -> None:
    answers = {
        **OPEN,
        "weather.rain": given("no"),
        "weather.umbrella": given("yes"),
        "weather.colour": typed("red"),
    }
    assert "weather.colour" not in ids(asked_questions(WEATHER, answers))
    assert applicable(WEATHER, answers) == {**OPEN, "weather.rain": given("no")}


def test_an_answer_to_a_question_nobody_knows_counts_for_nothing() -> None:
    assert applicable(WEATHER, {"gone.question": given("yes")}) == {}


def test_declined_answers_stay_with_the_case() -> None:
    assert applicable(WEATHER, {"weather.rain": declined()}) == {"weather.rain": declined()}


def test_the_sections_behind_the_gate_open_with_a_yes_and_with_nothing_else() -> None:
    limits, weather, _ = WEATHER.sections
    assert is_unlocked(limits, WEATHER, {})
    assert is_unlocked(weather, WEATHER, OPEN)
    for answer in (given("stop"), given("another_day"), declined(), Answer(AnswerStatus.SKIPPED)):
        assert not is_unlocked(weather, WEATHER, {"limits.go_on": answer})
    assert not is_unlocked(weather, WEATHER, {})


def test_a_yes_to_consent_that_is_no_longer_asked_unlocks_nothing() -> None:
    consent = question("limits.go_on", YES_NO, ask_when=Is("limits.start", ("yes",)))
    questions = interview(question("limits.start", YES_NO), consent, RAIN, gates=("limits",))
    assert not is_unlocked(questions.sections[1], questions, {"limits.start": given("no"), **OPEN})


def test_going_forward_passes_over_what_is_not_asked() -> None:
    answers = {**OPEN, "weather.rain": given("no")}
    assert next_after(WEATHER, answers, "limits.go_on") == RAIN
    assert next_after(WEATHER, answers, "weather.rain") == SNOW
    assert next_after(WEATHER, answers, "weather.umbrella") == SNOW
    assert next_after(WEATHER, answers, "winter.snow") is None


def test_going_forward_stops_at_a_locked_door() -> None:
    assert next_after(WEATHER, {}, "limits.start") == GO_ON
    assert next_after(WEATHER, {}, "limits.go_on") is None


def test_going_back_passes_over_what_is_not_asked() -> None:
    answers = {**OPEN, "weather.rain": given("no")}
    assert before(WEATHER, answers, "winter.snow") == RAIN
    assert before(WEATHER, answers, "limits.start") is None
    assert before(WEATHER, {}, "winter.snow") == GO_ON


def test_a_section_starts_with_its_first_question_that_is_asked() -> None:
    assert first_of_section(WEATHER, {}, "limits") == START
    assert first_of_section(WEATHER, {}, "weather") is None
    assert first_of_section(WEATHER, OPEN, "weather") == RAIN
    assert first_of_section(WEATHER, OPEN, "nowhere") is None


@pytest.mark.parametrize("move", [next_after, before])
def test_moving_from_a_question_that_does_not_exist_is_a_mistake_of_the_caller(move: object) -> None:
    assert callable(move)
    with pytest.raises(KeyError):
        move(WEATHER, OPEN, "weather.sun")


def may_follow(questions: Questions, answers: dict[str, Answer]) -> list[str]:
    return ids(walk(questions, answers).may_follow)


def test_what_an_open_answer_may_still_bring_up_is_known() -> None:
    assert may_follow(WEATHER, {}) == ["weather.umbrella", "weather.colour"]
    assert may_follow(WEATHER, {"weather.rain": declined()}) == ["weather.umbrella", "weather.colour"]
    assert may_follow(WEATHER, {"weather.rain": given("yes")}) == ["weather.colour"]
    assert may_follow(WEATHER, {"weather.rain": given("no")}) == []


def test_joined_conditions_follow_three_valued_logic() -> None:
    both = question("w.both", ask_when=AllOf((Is("w.a", ("yes",)), Not(Is("w.b", ("yes",))))))
    either = question("w.either", ask_when=AnyOf((Is("w.a", ("yes",)), Is("w.b", ("yes",)))))
    questions = interview(question("w.a", YES_NO), question("w.b", YES_NO), both, either)
    assert ids(asked_questions(questions, {"w.a": given("yes")})) == ["w.a", "w.b", "w.either"]
    assert may_follow(questions, {"w.a": given("yes")}) == ["w.both"]
    assert ids(asked_questions(questions, {"w.a": given("yes"), "w.b": given("no")}))[-2:] == ["w.both", "w.either"]


def test_what_the_person_said_is_in_no_repr() -> None:
    assert "SECRET-MARKER" not in repr(walk(WEATHER, {**OPEN, "limits.start": typed("SECRET-MARKER")}))
