"""Answers outlive the questions they were given to: kept, and counted only where they still fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as assume
from hypothesis import strategies

from intake.answers.model import Answer, AnswerStatus, Choice, Choices, Rows, Text
from intake.conditions.model import Includes, Is
from intake.questions.fitting import fitting
from intake.questions.flow import applicable, standing
from tests.unit.questions.invented import dated, declined, given, interview, question, typed

ONE = replace(question("w.one", ("yes", "no")), value_type=Choice)
MANY = replace(question("w.many", ("red", "blue"), kind="multiple_choice"), value_type=Choices)
WORDS = replace(question("w.words", kind="short_text"), value_type=Text)
ROWS = Answer(AnswerStatus.GIVEN, Rows(((("words", "a door"), ("tag", "sure")),)))


def test_an_answer_that_fits_is_itself() -> None:
    for asked, answer in ((ONE, given("yes")), (MANY, given(("red",))), (WORDS, typed("rain")), (ONE, declined())):
        assert fitting(asked, answer) is answer


@pytest.mark.parametrize(
    "answer", [typed("yes"), given(("yes",)), dated("2024"), ROWS], ids=["text", "several", "day", "rows"]
)
def test_an_answer_of_another_kind_does_not_fit(answer: Answer) -> None:
    assert fitting(ONE, answer) is None


def test_a_choice_that_is_gone_does_not_fit_and_of_several_the_others_stay() -> None:
    assert fitting(ONE, given("perhaps")) is None
    assert fitting(MANY, given(("red", "green"))) == given(("red",))
    assert fitting(MANY, given(("green",))) is None


def test_none_of_them_stays_an_answer() -> None:
    nothing = Answer(AnswerStatus.GIVEN, Choices(()))
    assert fitting(MANY, nothing) is nothing


def test_what_does_not_fit_opens_nothing_and_feeds_nothing() -> None:
    follows = question("w.follows", ("yes", "no"), ask_when=Is("w.one", ("yes",)))
    more = question("w.more", ("yes", "no"), ask_when=Includes("w.many", ("red",)))
    asked = interview(ONE, MANY, follows, more, gates=("w",))
    told = {"w.one": typed("yes"), "w.many": typed("red"), "w.follows": given("yes"), "w.more": given("yes")}
    assert applicable(asked, told) == {}
    assert [one.id for one in standing(asked, told).open] == ["w.one", "w.many"]


answers = strategies.sampled_from(
    [given("yes"), given("gone"), given(("red", "gone")), given(()), typed("yes"), dated("2024-05"), declined(), ROWS]
)


@assume(strategies.dictionaries(strategies.sampled_from(["w.one", "w.many", "w.words", "gone.question"]), answers))
def test_whatever_is_kept_the_interview_goes_on(told: dict[str, Answer]) -> None:
    asked = interview(ONE, MANY, WORDS, gates=("w",))
    counted = applicable(asked, told)
    assert counted.keys() <= told.keys() - {"gone.question"}
    assert [one.id for one in standing(asked, told).open] == ["w.one", "w.many", "w.words"]
