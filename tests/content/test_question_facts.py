"""What the questions give must be facts that the instruments can read, and no more than what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from intake.answers.model import Answer
from intake.conditions.evaluate import evaluate
from intake.conditions.facts import Facts, FactValue
from intake.conditions.model import AllOf, AnyOf, Condition, Includes, Is, Not, Truth
from intake.protections.assess import assess_instrument
from intake.protections.facts_json import facts_from_json
from intake.protections.load import load_protections
from intake.protections.model import Outcome
from intake.questions.facts import ANY_VALUE, FROM_FACT, facts_from_answers
from intake.questions.load import load_questions
from intake.questions.model import FactRule, Fate, Question
from intake.resource_files import resources_folder
from tests.content.question_facts import BESIDE, EXPECTED, NEVER_SAID, NOBODY_ASKS, Said
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


def options_of(question_id: str) -> tuple[str, ...]:
    return tuple(option.id for option in QUESTIONS.question(question_id).options)


def every_entry() -> Iterator[Mapping[str, object]]:
    """What every option gives, alone and beside others."""
    for options in EXPECTED.values():
        yield from options.values()
    for _, _, options in BESIDE.values():
        yield from options.values()


def before_the_examples() -> Iterator[str]:
    """What each instrument's file says of the law."""
    for path in (resources_folder() / "instruments").rglob("*.toml"):
        yield path.read_text(encoding="utf-8").partition("[[examples]]")[0]


def answered(question: Question, option: str) -> dict[str, Answer]:
    """The answer, and before it whatever brings the question up."""
    if question.kind == "approximate_date":
        answer = dated("2026-05")
    else:
        answer = given((option,) if question.kind in ("multiple_choice", "body_map") else option)
    return {**(openers(question.ask_when) if question.ask_when else {}), question.id: answer}


def openers(condition: Condition) -> dict[str, Answer]:
    match condition:
        case Is() | Includes():
            return answered(QUESTIONS.question(condition.subject), condition.values[0])
        case AnyOf():
            return openers(condition.parts[0])
        case Not():
            return {}
        case AllOf():
            return {name: answer for part in reversed(condition.parts) for name, answer in openers(part).items()}
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


BY_ANOTHER = [(name, option) for name, (question_id, _, _) in BESIDE.items() for option in options_of(question_id)]


@pytest.mark.parametrize(("name", "option"), BY_ANOTHER, ids=[" - ".join(one) for one in BY_ANOTHER])
def test_an_answer_beside_another_gives_these_facts_and_no_others(name: str, option: str) -> None:
    question_id, beside, expected = BESIDE[name]
    answers = {
        **answered(QUESTIONS.question(question_id), option),
        **{key: given(said) for key, said in beside.items()},
    }
    without = {key: answer for key, answer in answers.items() if key != question_id}
    already = dict(facts_from_answers(QUESTIONS, without).values)
    told = {fact: copied_as_unknown(value) for fact, value in expected.get(option, {}).items()}
    assert facts_from_answers(QUESTIONS, answers).values == already | told


def test_every_answer_that_hangs_on_another_is_written_down_beside_it() -> None:
    assert {question.id for question, rule in RULES if rule.when} == {one[0] for one in BESIDE.values()}


def test_who_told_decides_if_the_report_is_the_reporters() -> None:
    told = answered(QUESTIONS.question("reported.yet"), "da")
    quiet = {name: given("no") for name in ("help.da", "help.police")}
    for who, is_open in (("me", False), ("someone_else", False), (None, True)):
        more = {"reported.who_told": given(who)} if who else {}
        facts = facts_from_answers(QUESTIONS, {**told, **quiet, **more})
        assert evaluate(Includes("reporting_to", ("sf_da",)), facts).truth is (
            Truth.CANNOT_TELL if is_open else Truth.YES if who == "me" else Truth.NO
        )


def test_what_the_private_check_could_add_leaves_no_other_crime_open() -> None:
    said: Said = {"happened.kinds": ("hit",), "happened.who": "to_me", "other_person.known": "not_at_all"}
    facts = facts_from_answers(QUESTIONS, {name: given(value) for name, value in said.items()})
    assert evaluate(Includes("crimes", ("robbery",)), facts).truth is Truth.NO
    assert evaluate(Includes("crimes", ("refusal_to_pay",)), facts).truth is Truth.CANNOT_TELL


def test_with_all_cards_what_nobody_is_asked_stays_open() -> None:
    said: Said = {
        "happened.kinds": ("hit",),
        "happened.who": "to_me",
        "other_person.known": "not_at_all",
        "private.show": "all",
        "private.trade": "read",
        "private.drugs": "read",
        "private.helpers": "read",
    }
    facts = facts_from_answers(QUESTIONS, {name: given(value) for name, value in said.items()})
    for fact, word in (("crimes", "refusal_to_pay"), ("involvement", "selling"), ("exposures", "us-ca-drug-sale")):
        assert evaluate(Includes(fact, (word,)), facts).truth is Truth.CANNOT_TELL, fact
    assert evaluate(Includes("crimes", ("robbery",)), facts).truth is Truth.NO


def test_what_incriminates_is_asked_in_memory_alone() -> None:
    facts = {"involvement", "exposures", "charged", "fear_time", "truthful", "warrants", "prior_drug_convictions"}
    facts |= {"perpetrator_is_buyer", "immigration_question", "seeks_record_relief"}
    asked = [question for question, rule in RULES if rule.fact in facts]
    assert {question.fate for question in asked} == {Fate.NOT_SAVED}
    assert {question.section for question in asked} == {"private"}


def test_every_charge_that_an_instrument_names_can_be_told() -> None:
    offence = re.compile(r'"(us-[a-z]+-(?:pc-[0-9.]+[a-z]?|drug-[a-z]+|prostitution))"')
    named = {one for text in before_the_examples() for one in offence.findall(text)}
    named -= {one.id for one in PROTECTIONS.instruments}
    given_by = {record["offence"] for facts in every_entry() for record in facts.get("exposures", ())}  # type: ignore[attr-defined]  # a list of records
    place = {"us-ca-pc-647b", "us-ca-pc-653.23", "us-wa-prostitution", "us-dc-prostitution"}
    assert named - given_by - place == set()


@pytest.mark.parametrize("value", sorted(set().union(*NEVER_SAID.values())))
def test_a_value_that_nobody_is_asked_for_is_one_that_no_instrument_turns_on(value: str) -> None:
    for text in before_the_examples():
        assert f'"{value}"' not in text


def test_every_question_that_gives_a_fact_is_written_down_with_every_option() -> None:
    asked = {question.id: question for question, _ in RULES}
    assert set(EXPECTED) == set(asked)
    for question_id, options in EXPECTED.items():
        known = tuple(option.id for option in asked[question_id].options) or (ANY_VALUE,)
        assert set(options) == set(known), question_id


def test_a_fact_that_no_question_gives_is_known_by_name() -> None:
    given_by_some = {name for facts in every_entry() for name in facts}
    assert set(PROTECTIONS.facts) - given_by_some == NOBODY_ASKS
    assert given_by_some - set(PROTECTIONS.facts) == COPIED


def test_a_value_that_no_question_gives_is_known_by_name() -> None:
    said: dict[str, set[str]] = {}
    for facts in every_entry():
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
    record = {"charged": "charged", "trade_offence": "offence", "helper_offence": "offence", "fear_time": "related"}
    assert set(record) == COPIED
    for _, rule in RULES:
        if rule.fact in COPIED:
            for value in rule.gives.values():
                filled = {"offence": "other", record[rule.fact]: value}
                assert isinstance(facts_from_json({"exposures": [filled]}, PROTECTIONS), Facts)


@pytest.mark.parametrize(
    ("place", "offence"),
    [
        ("us-ca-sf", "us-ca-pc-647b"),
        ("us-wa", "us-wa-prostitution"),
        ("us-dc", "us-dc-prostitution"),
        ("us", "unknown"),
        (None, "unknown"),
    ],
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


@pytest.mark.parametrize(("place", "instrument"), [("us-ca-sf", "us-ca-sb-1322"), ("us-dc", "us-dc-22-2701")])
def test_what_protects_people_under_18_can_be_settled_by_the_interview(place: str, instrument: str) -> None:
    said: Said = {
        "limits.adult": "no",
        "happened.who": "to_me",
        "when_where.day": "2026-05",
        "when_where.city": place,
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.other_charges": ("none",),
        "private.drugs": "read",
        "private.drug_kind": "none",
        "private.charged": "no",
        "private.warrant": "read",
        "private.warrant_open": "no",
    }
    answers = {name: dated(str(value)) if name == "when_where.day" else given(value) for name, value in said.items()}
    facts = facts_from_answers(QUESTIONS, answers)
    finding = assess_instrument(PROTECTIONS.instrument(instrument), facts, date(2026, 11, 21))
    assert finding.outcome in {Outcome.APPLIES, Outcome.LIMITED}
