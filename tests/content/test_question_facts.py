"""What the questions give must be facts that the instruments can read, and no more than what was said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from intake.answers.model import Answer
from intake.conditions.evaluate import evaluate
from intake.conditions.facts import Facts, FactValue
from intake.conditions.model import AnyOf, Condition, Includes, Is, Truth
from intake.protections.facts_json import facts_from_json
from intake.protections.load import load_protections
from intake.questions.facts import ANY_VALUE, FROM_FACT, facts_from_answers
from intake.questions.load import load_questions
from intake.questions.model import FactRule, Question
from tests.content.question_facts import EXPECTED, NEVER_SAID, NOBODY_ASKS
from tests.unit.questions.invented import dated, given

QUESTIONS = load_questions()[0]
PROTECTIONS = load_protections()[0]
RULES = [(question, rule) for question in QUESTIONS.questions for rule in question.facts]
COPIED = {
    text.removeprefix(FROM_FACT)
    for _, rule in RULES
    for value in rule.gives.values()
    if isinstance(value, tuple)
    for record in value
    if isinstance(record, Mapping)
    for text in record.values()
    if text.startswith(FROM_FACT)
}
"""Facts that only fill the records of others and are no facts of their own for an instrument."""
OPTIONS = [(question_id, option) for question_id, options in EXPECTED.items() for option in options]
MANY = {
    "crimes",
    "role",
    "involvement",
    "exposures",
    "reporting_to",
}


def as_given(value: FactValue) -> object:
    if isinstance(value, str):
        return "2024-05" if value == ANY_VALUE else value
    return [
        item
        if isinstance(item, str)
        else {name: "unknown" if text.startswith(FROM_FACT) else text for name, text in item.items()}
        for item in value
    ]


def answered(question: Question, option: str) -> dict[str, Answer]:
    """The answer, and before it whatever brings the question up."""
    if question.kind == "approximate_date":
        answer = dated("2026-05")
    else:
        answer = given((option,) if question.kind == "multiple_choice" else option)
    return {**(openers(question.ask_when) if question.ask_when else {}), question.id: answer}


def openers(condition: Condition) -> dict[str, Answer]:
    match condition:
        case Is() | Includes():
            return answered(QUESTIONS.question(condition.subject), condition.values[0])
        case AnyOf():
            return openers(condition.parts[0])
    raise AssertionError(condition)


def copied_as_unknown(value: object) -> object:
    if not isinstance(value, list):
        return value
    return tuple(
        {name: "unknown" if text.startswith(FROM_FACT) else text for name, text in item.items()}
        if isinstance(item, dict)
        else item
        for item in value
    )


@pytest.mark.parametrize(("question_id", "option"), OPTIONS, ids=[" ".join(one) for one in OPTIONS])
def test_an_answer_gives_these_facts_and_no_others(question_id: str, option: str) -> None:
    question = QUESTIONS.question(question_id)
    facts = facts_from_answers(QUESTIONS, answered(question, option))
    before = answered(question, option)
    del before[question_id]
    expected = {name: copied_as_unknown(value) for name, value in EXPECTED[question_id][option].items()}
    already = dict(facts_from_answers(QUESTIONS, before).values)
    assert facts.values == already | expected


def test_every_question_that_gives_a_fact_is_written_down_with_every_option() -> None:
    asked = {question.id: question for question, _ in RULES}
    assert set(EXPECTED) == set(asked)
    for question_id, options in EXPECTED.items():
        known = tuple(option.id for option in asked[question_id].options) or (ANY_VALUE,)
        assert set(options) == set(known), question_id


def test_a_fact_that_no_question_gives_is_known_by_name() -> None:
    given_by_some = {name for options in EXPECTED.values() for facts in options.values() for name in facts}
    assert set(PROTECTIONS.facts) - given_by_some == NOBODY_ASKS
    assert given_by_some - set(PROTECTIONS.facts) == COPIED


def test_a_value_that_no_question_gives_is_known_by_name() -> None:
    said: dict[str, set[str]] = {}
    for options in EXPECTED.values():
        for facts in options.values():
            for name, value in facts.items():
                items = value if isinstance(value, list) else [value]
                said.setdefault(name, set()).update(item for item in items if isinstance(item, str))
    for name, words in PROTECTIONS.facts.items():
        if name not in NOBODY_ASKS:
            assert set(words.values) - said.get(name, set()) - {"unknown"} == NEVER_SAID.get(name, set()), name


@pytest.mark.parametrize(("question", "rule"), RULES, ids=[f"{question.id}-{rule.fact}" for question, rule in RULES])
def test_every_option_gives_a_fact_that_instruments_know(question: object, rule: FactRule) -> None:
    for value in rule.gives.values():
        if rule.fact not in COPIED:
            assert isinstance(facts_from_json({rule.fact: as_given(value)}, PROTECTIONS), Facts)


def test_what_fills_a_record_is_a_value_that_the_record_may_have() -> None:
    record = {"charged": "charged", "trade_offence": "offence", "helper_offence": "offence"}
    assert set(record) == COPIED
    for _, rule in RULES:
        if rule.fact in COPIED:
            for value in rule.gives.values():
                filled = {"offence": "other", record[rule.fact]: value}
                assert isinstance(facts_from_json({"exposures": [filled]}, PROTECTIONS), Facts)


@pytest.mark.parametrize(
    ("place", "offence"),
    [("us-ca-sf", "us-ca-pc-647b"), ("us-wa", "us-wa-prostitution"), ("us-dc", "unknown"), (None, "unknown")],
)
def test_the_charge_that_is_feared_is_one_of_the_place_where_it_happened(place: str | None, offence: str) -> None:
    answers = answered(QUESTIONS.question("private.trade_part"), "selling")
    if place:
        answers["when_where.city"] = given(place)
    records = facts_from_answers(QUESTIONS, answers).records("exposures")
    assert records is not None
    assert [record["offence"] for record in records] == [offence]


@pytest.mark.parametrize("fact", sorted(MANY))
def test_a_question_that_is_still_open_leaves_its_list_open(fact: str) -> None:
    facts = facts_from_answers(QUESTIONS, {})
    assert fact in facts.unfinished
    assert evaluate(Includes(fact, ()), facts).truth is Truth.CANNOT_TELL
