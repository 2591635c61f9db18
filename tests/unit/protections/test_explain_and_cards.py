from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from intake.conditions.facts import Facts
from intake.protections.assess import assess_instrument
from intake.protections.cards import FindingCard, Shape, finding_card
from intake.protections.explain import Explainer
from intake.protections.findings import Because
from intake.protections.model import (
    Currency,
    CurrencyStatus,
    Instrument,
    Limit,
    LimitSource,
    LimitWords,
    Narrows,
    Outcome,
    Rule,
    RuleRole,
    Verification,
)
from intake.wording.catalogue import Wording
from tests.unit.protections.invented import SAW_IT, TODAY, WANTS, as_model, day, instrument, protections, rule

WITNESS = Facts({"role": ("witness",)})
LIMITED = replace(instrument(), limits=(Limit("first"), Limit("second")))


def card(one: Instrument, facts: Facts = WITNESS, wording: Wording | None = None) -> FindingCard:
    finding = assess_instrument(one, facts, TODAY, ("first", "second", "text_unverified"))
    return finding_card(finding, protections(one), wording or Wording())


def test_what_holds_is_said_with_the_number_of_its_limits() -> None:
    found = card(LIMITED)
    assert found.outcome_word == "Holds, with 2 limits"
    assert found.shape is Shape.FULL
    assert [line.short for line in found.limits] == ["first short", "second short"]
    one_limit = replace(instrument(), limits=(Limit("first"),))
    assert card(one_limit).outcome_word == "Holds, with 1 limit"


def test_no_answer_is_asked_for_where_only_a_court_can_say() -> None:
    open_to_answers = card(instrument(), Facts())
    assert (open_to_answers.outcome_word, open_to_answers.settle) == ("One answer would settle it", ("role",))
    for_a_court = card(instrument(replace(rule(), at_best=Outcome.NEEDS_INFO)), Facts())
    assert (for_a_court.outcome_word, for_a_court.settle) == ("Not settled: ask a lawyer first", ())
    assert for_a_court.rules[0].outcome_word == for_a_court.outcome_word


def test_what_holds_in_part_names_the_narrowing_limit_first() -> None:
    narrowed = replace(instrument(), limits=(Limit("first"), Limit("second", None, Narrows.WHEN_YES)))
    found = card(narrowed)
    assert found.outcome_word == "Holds in part, with 2 limits"
    assert found.shape is Shape.HALF
    assert [(line.tag, line.narrows) for line in found.limits] == [("second", True), ("first", False)]


def test_wording_that_nobody_read_never_says_that_it_holds() -> None:
    found = card(replace(LIMITED, verification=Verification.SECONDARY))
    assert found.outcome is Outcome.APPLIES
    assert found.outcome_word == "Wording not checked: ask first"
    assert found.shape is Shape.HALF
    assert found.confirm_first
    assert found.source_line == "As reported in: Exampleland Safety Act, section 1"
    assert card(replace(LIMITED, verification=Verification.UNVERIFIED)).source_line.startswith("Not yet looked up")


def test_a_model_never_says_that_it_holds_here() -> None:
    found = card(as_model(LIMITED))
    assert found.outcome_word == "A model only: it binds nobody here"
    assert found.shape is Shape.HALF


@pytest.mark.parametrize(
    ("facts", "word", "shape"),
    [
        ({}, "One answer would settle it", Shape.OPEN),
        ({"role": ("victim",)}, "Does not reach this", Shape.NONE),
    ],
)
def test_what_is_open_or_out_of_reach_has_its_own_word_and_shape(
    facts: dict[str, tuple[str, ...]], word: str, shape: Shape
) -> None:
    found = card(instrument(), Facts(facts))
    assert (found.outcome_word, found.shape) == (word, shape)


def test_an_open_card_says_what_to_ask() -> None:
    found = card(instrument(rule("A"), rule("B", WANTS)), Facts())
    assert found.outcome_word == "A few answers would settle it"
    assert found.settle == ("role", "reporting")
    assert found.settle_words == ("what you are", "if you want to report")
    assert [line.settle for line in found.rules] == [("role",), ("reporting",)]


def test_what_the_law_leaves_open_is_not_put_on_the_person() -> None:
    found = card(instrument(rule(condition=WANTS)), Facts({"reporting": "made"}))
    assert found.outcome_word == "Not settled: ask a lawyer first"


def test_a_past_law_says_so() -> None:
    over = replace(instrument(), in_force_until=day("2020"))
    assert card(over).outcome_word == "Not in force then"


def test_the_card_says_when_it_was_checked_and_if_to_ask() -> None:
    assert card(instrument()).checked_line == "Checked on January 1, 2026."
    stale = replace(instrument(), currency=Currency(CurrencyStatus.UNCONFIRMED, date(2026, 2, 3), "Nobody knows."))
    found = card(stale)
    assert found.checked_line == "Checked on February 3, 2026. Ask first if it still holds."
    assert found.checked_how == "Nobody knows."


def test_an_exception_stands_on_the_card_as_a_note() -> None:
    note = Rule("H", RuleRole.EXCEPTION, "Note", "The other side may see it.")
    assert card(instrument(rule(), note)).notes == ("The other side may see it.",)


def test_a_limit_that_states_law_says_where() -> None:
    one = replace(instrument(), limits=(Limit("first"),))
    words = LimitWords("first", "short", "sentence.", LimitSource("Some Act", "section 9", Verification.UNVERIFIED))
    everything = replace(protections(one), limits={"first": words})
    found = finding_card(assess_instrument(one, WITNESS, TODAY), everything, Wording())
    assert found.limits[0].source_line == "Not yet looked up: Some Act, section 9"


def test_reasons_quote_the_answers_and_nothing_of_them_shows_in_the_repr() -> None:
    found = card(instrument())
    assert found.because == ("You are someone who saw it.",)
    assert "someone" not in repr(found)
    finding = assess_instrument(instrument(), WITNESS, TODAY)
    assert "witness" not in repr(finding)


def test_another_language_replaces_every_part() -> None:
    wording = Wording(
        "es",
        {
            ("reason.exampleland-safety", "You are {values}."): "{values}: usted.",
            ("fact.role.witness", "someone who saw it"): "alguien que lo vio",
            ("protections.holds", "Holds, with {count} limits"): "Vale, con {count} límites",
            ("instrument.exampleland-safety.short_title", "Safety Act"): "Ley",
        },
    )
    found = card(LIMITED, wording=wording)
    assert found.title == "Ley"
    assert found.outcome_word == "Vale, con 2 límites"
    assert found.because == ("Alguien que lo vio: usted.",)
    assert found.checked_line == "Checked on 1 de enero de 2026."


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (Because("It was {values}.", "when", ("2024-05-31",)), "It was May 31, 2024."),
        (Because("It was {values}.", "when", ("2024-05",)), "It was May 2024."),
        (Because("It was {values}.", "when", ("2024",)), "It was 2024."),
        (Because("It was {values}.", "when", ("soon",)), "It was soon."),
        (Because("In {values}.", "where", ("exampleland-north",)), "In the North."),
        (Because("In {values}.", "where", ("mars",)), "In mars."),
        (Because("{values}.", "role", ("victim", "witness")), "Hurt and someone who saw it."),
        (Because("{values}.", "role", ()), "Neither."),
        (Because("{values}.", "nothing", ("x",)), "X."),
        (Because("{values}", "nothing", ()), ""),
        (Because("Plain.", "role", ("victim",)), "Plain."),
    ],
)
def test_values_are_said_as_people_say_them(because: Because, said: str) -> None:
    assert Explainer(protections(), Wording("xx")).reason("exampleland-safety", because) == said


def test_a_tag_or_a_fact_that_nobody_described_stands_for_itself() -> None:
    explainer = Explainer(protections(), Wording())
    assert explainer.limit("strange").short == "strange"
    assert explainer.asks_for("strange") == "strange"


def test_the_same_reason_is_said_once() -> None:
    found = card(instrument(rule("A"), rule("B", SAW_IT)))
    assert found.because == ("You are someone who saw it.",)
