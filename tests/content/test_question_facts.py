"""What the questions give must be facts that the instruments can read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from intake.conditions.facts import Facts, FactValue
from intake.protections.facts_json import facts_from_json
from intake.protections.load import load_protections
from intake.questions.facts import ANY_VALUE, FROM_FACT
from intake.questions.load import load_questions
from intake.questions.model import FactRule

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


def as_given(value: FactValue) -> object:
    if isinstance(value, str):
        return "2024-05" if value == ANY_VALUE else value
    return [
        item
        if isinstance(item, str)
        else {name: "unknown" if text.startswith(FROM_FACT) else text for name, text in item.items()}
        for item in value
    ]


@pytest.mark.parametrize(("question", "rule"), RULES, ids=[f"{question.id}-{rule.fact}" for question, rule in RULES])
def test_every_option_gives_a_fact_that_instruments_know(question: object, rule: FactRule) -> None:
    for value in rule.gives.values():
        if rule.fact not in COPIED:
            assert isinstance(facts_from_json({rule.fact: as_given(value)}, PROTECTIONS), Facts)


def test_facts_that_are_only_copied_say_yes_no_or_unknown() -> None:
    said = {value for _, rule in RULES if rule.fact in COPIED for value in rule.gives.values()}
    assert said <= {"yes", "no", "unknown"}
