"""The models bind nobody, and what holds in one place is never told of another."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.conditions.facts import Facts
from intake.protections.assess import assess, assess_instrument
from intake.protections.model import Outcome
from tests.unit.protections.any_case import PROTECTIONS, cases

TODAY = date(2026, 11, 21)
CALM = settings(deadline=None)  # a busy machine is no fault
HOLDS = {Outcome.APPLIES, Outcome.LIMITED}


@CALM
@given(cases(), st.sampled_from(("us-ca-sf", "us-wa", "us-dc", "us")))
def test_a_model_never_holds_and_always_says_that_nobody_here_took_it_up(facts: Facts, place: str) -> None:
    models = [one for one in assess(PROTECTIONS, place, facts, TODAY) if one.instrument.startswith("model-")]
    assert [one.instrument for one in models] == ["model-fjp-2025", "model-ghjp"]
    for finding in models:
        assert "not_adopted_here" in finding.mention
        assert all(rule.outcome is not Outcome.APPLIES for rule in finding.rules)


@CALM
@given(cases())
def test_a_checklist_is_told_and_never_judged(facts: Facts) -> None:
    finding = assess_instrument(PROTECTIONS.instrument("model-ghjp"), facts, TODAY)
    assert finding.rules == ()
    assert finding.outcome is Outcome.DOES_NOT_APPLY
    assert len(PROTECTIONS.instrument("model-ghjp").rules) == 11


@CALM
@given(cases())
def test_federal_visa_privacy_is_for_a_lawyer_to_settle_and_never_holds_on_facts_we_ask_for(facts: Facts) -> None:
    finding = assess_instrument(PROTECTIONS.instrument("us-8-usc-1367"), facts, TODAY)
    assert all(rule.outcome not in HOLDS for rule in finding.rules)
    assert "immigration_lawyer" in finding.mention


@CALM
@given(cases())
def test_the_district_of_columbia_gives_a_grown_person_nothing(facts: Facts) -> None:
    grown = Facts(dict(facts.values) | {"age_group": "adult"})
    finding = assess_instrument(PROTECTIONS.instrument("us-dc-22-2701"), grown, TODAY)
    assert finding.outcome is Outcome.DOES_NOT_APPLY


@CALM
@given(cases(), st.sampled_from(("no", "unknown", None)))
def test_washington_needs_a_call_for_help(facts: Facts, called: str | None) -> None:
    told = {name: value for name, value in facts.values.items() if name != "seeking_emergency_help"}
    known = Facts(told | ({"seeking_emergency_help": called} if called else {}))
    finding = assess_instrument(PROTECTIONS.instrument("us-wa-rcw-9a.88.200"), known, TODAY)
    assert all(rule.outcome not in HOLDS for rule in finding.rules)


@CALM
@given(cases(), st.sampled_from(("us-wa", "us-dc", "us")))
def test_other_places_are_told_of_no_law_of_california(facts: Facts, place: str) -> None:
    reached = {finding.instrument for finding in assess(PROTECTIONS, place, facts, TODAY)}
    assert not [one for one in reached if one.startswith("us-ca")]
    assert "us-8-usc-1367" in reached
