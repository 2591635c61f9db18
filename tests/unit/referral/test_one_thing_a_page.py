"""A page is about one thing that happened and one person. Nothing that was told of another is on it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, AnswerValue, Choice, Choices, Text
from intake.cases.model import CasePart, ShareableView
from intake.cases.told_of import FIRST, Desk, Repeats
from intake.export.forbidden_values import forbidden_values
from intake.questions.facts import facts_from_answers
from intake.questions.model import Question
from intake.questions.occasions import address, seen_from
from intake.referral.compose import PageTerms, compose
from tests.shipped import shipped_content

CONTENT = shipped_content()
REPEATING = [one for one in CONTENT.questions.questions if one.repeats is not Repeats.ONCE]
SECOND = Desk(2, 2)


def value_of(question: Question, picks: st.DataObject) -> AnswerValue:
    options = [option.id for option in question.options]
    if question.kind in ("multiple_choice", "body_map"):
        chosen = picks.draw(st.sets(st.sampled_from(options), max_size=3))
        return Choices(tuple(one for one in options if one in chosen))
    if options and question.kind == "single_choice":
        return Choice(picks.draw(st.sampled_from(options)))
    if question.kind == "approximate_date":
        day = approximate_date(picks.draw(st.sampled_from(["2026-11-03", "2026-10", "2026"])))
        assert day is not None
        return day
    return Text("Marker")


def told(number: int, picks: st.DataObject) -> dict[str, Answer]:
    asked = picks.draw(st.sets(st.sampled_from([one.id for one in REPEATING]), max_size=25))
    return {
        address(one.id, number): Answer(AnswerStatus.GIVEN, value_of(one, picks))
        for one in REPEATING
        if one.id in asked and one.kind not in ("pieces", "senses", "log", "things")
    }


def pages(answers: dict[str, Answer], desk: Desk) -> list[list[str]]:
    """The page of each recipient, with everything ticked that a permission can name."""
    parts = {one.id: one.part for one in CONTENT.questions.questions}
    seen = seen_from(desk, answers, CONTENT.questions.questions)
    view = ShareableView({name: one for name, one in seen.items() if parts[name] is CasePart.SHAREABLE})
    made = []
    for recipient in CONTENT.referral.recipients.values():
        terms = PageTerms(frozenset(recipient.fields), "", "Harbor Program, 415 555 0134", "AB2C", date(2026, 12, 1))
        composed = compose(view, recipient, terms, CONTENT.referral, CONTENT.wording("en"))
        made.append([*(composed.page.texts() if composed.page else ()), *(one.check for one in composed.refusals)])
    return made


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_the_page_about_the_second_thing_is_the_same_whatever_was_told_of_the_first(picks: st.DataObject) -> None:
    first, second = told(1, picks), told(2, picks)
    assert pages({**first, **second}, SECOND) == pages(second, SECOND)
    assert pages({**first, **second}, FIRST) == pages(first, FIRST)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_what_may_protect_for_the_second_thing_hangs_on_nothing_of_the_first(picks: st.DataObject) -> None:
    first, second = told(1, picks), told(2, picks)
    both, asked = {**first, **second}, CONTENT.questions.questions
    assert facts_from_answers(CONTENT.questions, seen_from(SECOND, both, asked)) == facts_from_answers(
        CONTENT.questions, seen_from(SECOND, second, asked)
    )


@pytest.mark.parametrize("of", ["vehicle.plate", "other_person.name", "account.exact_words"])
def test_what_was_typed_of_the_first_may_not_stand_on_the_page_about_the_second(of: str) -> None:
    field = CONTENT.questions.question(of).field
    answers = {of: Answer(AnswerStatus.GIVEN, Text("7KLM 903"))}
    names = ("comfort.name", "reported.number")
    asked = CONTENT.questions
    about_first = forbidden_values(answers, asked, names, seen_from(FIRST, answers, asked.questions))
    about_second = forbidden_values(answers, asked, names, seen_from(SECOND, answers, asked.questions))
    assert about_first.is_told_as(field, "7KLM903")
    assert not about_second.is_told_as(field, "7KLM903")
    assert about_second.is_told_elsewhere(field, "7KLM903")
