from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, strategies

from intake.answers.model import Answer, AnswerStatus, Choices
from intake.clock import FixedClock
from intake.questions.fitting import fitting
from intake.questions.kinds import multiple_choice
from intake.questions.kinds.body_map import KIND
from intake.questions.load import load_questions

CLOCK = FixedClock(datetime(2026, 11, 21, tzinfo=UTC))
QUESTIONS = load_questions()[0]
ON_A_BODY = [question for question in QUESTIONS.questions if question.kind == "body_map"]


def test_the_questions_that_ask_where_on_the_body_have_the_drawing() -> None:
    assert {question.catalogue for question in ON_A_BODY} == {"H6", "L1"}


@given(strategies.sets(strategies.sampled_from([option.id for option in ON_A_BODY[0].options])))
def test_what_is_kept_is_what_the_list_of_places_kept_before(places: set[str]) -> None:
    for question in ON_A_BODY:
        before = multiple_choice.KIND.parse(tuple(places), question, CLOCK)
        assert isinstance(before, Choices)
        kept = Answer(AnswerStatus.GIVEN, before)
        assert KIND.parse(tuple(places), question, CLOCK) == before
        assert KIND.parse(KIND.to_json(before), question, CLOCK) == before
        assert fitting(question, kept) == kept


def test_a_place_that_is_not_asked_about_is_not_understood() -> None:
    assert KIND.parse(("neck", "tail"), ON_A_BODY[0], CLOCK) in KIND.messages
