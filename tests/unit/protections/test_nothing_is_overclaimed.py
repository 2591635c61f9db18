"""What must hold of every shipped instrument, whatever is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.conditions.evaluate import evaluate, subjects
from intake.conditions.facts import Facts
from intake.conditions.model import Condition, Known, Truth
from intake.protections.assess import assess, assess_instrument, least_favourable
from intake.protections.data_files.condition_checks import leaves
from intake.protections.in_force import dates_that_fit
from intake.protections.model import DateThatCounts, Instrument, Kind, Outcome, Rule, Verification
from tests.unit.protections.any_case import PROTECTIONS, cases, fact

TODAY = date(2026, 11, 21)
CALM = settings(deadline=None)  # a busy machine is no fault
HOLDS = {Outcome.APPLIES, Outcome.LIMITED}
FAILS = {Outcome.DOES_NOT_APPLY, Outcome.NOT_IN_FORCE}
INSTRUMENTS = st.sampled_from(PROTECTIONS.instruments)
ON_NO_LIST = ("theft", "refusal_to_pay", "condom_refusal", "image_abuse", "property_damage")
PROMISES_ABOUT_SECTIONS = {
    ("us-ca-sf-da-safety", "B"),
    ("us-ca-sf-da-safety", "D"),
    ("us-ca-pc-647.3", "no_arrest"),
    ("us-ca-evid-782.1", "condoms"),
    ("us-ca-sb-1322", "not_an_offence"),
}


def count_only_when_told(instrument: Instrument) -> set[str]:
    """The facts that an instrument heeds once they are told and passes over while they are not."""
    found = set()
    for rule in instrument.promises:
        for stop in (*rule.fails_when, *rule.not_in_force_when, *rule.cannot_tell_when):
            found |= {leaf.subject for leaf in leaves(stop.when)}
        for leaf in leaves(rule.applies_when) if rule.applies_when else ():
            if isinstance(leaf, Known):
                found.add(leaf.subject)
    return found


@CALM
@given(cases(), INSTRUMENTS, st.data())
def test_forgetting_a_fact_never_makes_a_promise_hold(
    facts: Facts, instrument: Instrument, data: st.DataObject
) -> None:
    names = sorted(set(facts.values) - count_only_when_told(instrument))
    if not names:
        return
    gone = data.draw(st.sampled_from(names))
    fewer = Facts({name: value for name, value in facts.values.items() if name != gone})
    before, after = (assess_instrument(instrument, known, TODAY).outcome for known in (facts, fewer))
    assert after is not Outcome.APPLIES or before in HOLDS


@CALM
@given(cases(), INSTRUMENTS)
def test_exposures_that_are_blurred_never_make_a_promise_hold(facts: Facts, instrument: Instrument) -> None:
    blurred = tuple({"offence": record["offence"]} for record in facts.records("exposures") or ())
    fewer = Facts(dict(facts.values) | {"exposures": blurred})
    if not blurred:
        return
    before, after = (assess_instrument(instrument, known, TODAY).outcome for known in (facts, fewer))
    assert after is not Outcome.APPLIES or before in HOLDS


@CALM
@given(cases(), st.lists(st.sampled_from(ON_NO_LIST), max_size=3).map(tuple))
def test_no_promise_holds_for_crimes_that_are_on_no_list(facts: Facts, crimes: tuple[str, ...]) -> None:
    # being made to sell sex is a crime of its own, told under the person's part
    told = dict(facts.values) | {"crimes": crimes, "involvement": ("selling",)}
    for finding in assess(PROTECTIONS, "us-ca-sf", Facts(told), TODAY):
        instrument = PROTECTIONS.instrument(finding.instrument)
        if instrument.kind is Kind.MODEL:
            continue  # a model may name more crimes than any law does; it never holds in full
        for rule, found in zip(instrument.promises, finding.rules, strict=True):
            asks = rule.applies_when is not None and any(leaf.subject == "crimes" for leaf in leaves(rule.applies_when))
            assert not asks or found.outcome not in HOLDS | {Outcome.NEEDS_INFO}


@CALM
@given(cases(), st.sampled_from(("2023-01-01", "2023", "2024-05", "2026-11-20")))
def test_the_loitering_section_never_holds_after_its_end(facts: Facts, when: str) -> None:
    only = ({"offence": "us-ca-pc-653.22", "charged": "no", "related": "at_or_around_incident"},)
    later = dates_that_fit(Facts(dict(facts.values) | {"exposures": only, "incident_on": when}))
    if later.one("incident_on") is None:
        return
    for finding in assess(PROTECTIONS, "us-ca-sf", later, TODAY):
        for rule in finding.rules:
            if (finding.instrument, rule.rule) in PROMISES_ABOUT_SECTIONS:
                assert rule.outcome is Outcome.NOT_IN_FORCE


@CALM
@given(cases())
def test_every_finding_carries_its_caveats(facts: Facts) -> None:
    for finding in assess(PROTECTIONS, "us-ca-sf", facts, TODAY):
        headline = tuple(rule.outcome for rule in finding.rules if rule.headline)
        assert finding.outcome is least_favourable(headline)
        assert set(finding.mention) <= set(PROTECTIONS.limits)
        assert finding.outcome not in HOLDS or finding.mention
        if finding.verification is not Verification.TEXT_READ:
            assert "text_unverified" in finding.mention
            assert finding.confirm_first
        if finding.instrument in {"us-ca-sf-da-safety", "us-ca-sf-pd-2017"}:
            assert "currency" in finding.mention
            assert finding.confirm_first


@CALM
@given(cases())
def test_the_police_bulletin_never_holds_in_full(facts: Facts) -> None:
    finding = assess_instrument(PROTECTIONS.instrument("us-ca-sf-pd-2017"), facts, TODAY)
    assert all(rule.outcome is not Outcome.APPLIES for rule in finding.rules)


@CALM
@given(cases())
def test_an_open_rule_gives_a_reason_and_a_settled_one_asks_for_nothing(facts: Facts) -> None:
    for finding in assess(PROTECTIONS, "us-ca-sf", facts, TODAY):
        for rule in finding.rules:
            assert rule.because
            assert rule.outcome is Outcome.NEEDS_INFO or not rule.missing
            assert set(rule.missing) <= set(PROTECTIONS.facts)


def test_nothing_is_known_so_nothing_holds_and_nothing_is_denied() -> None:
    for finding in assess(PROTECTIONS, "us-ca-sf", Facts(), TODAY):
        assert finding.outcome not in HOLDS


@CALM
@given(cases())
def test_another_county_is_never_told_of_san_francisco(facts: Facts) -> None:
    reached = {finding.instrument for finding in assess(PROTECTIONS, "us-ca-alameda", facts, TODAY)}
    assert not reached & {"us-ca-sf-da-safety", "us-ca-sf-pd-2017"}


@CALM
@given(cases(), INSTRUMENTS)
def test_no_promise_comes_to_more_than_its_file_says(facts: Facts, instrument: Instrument) -> None:
    for rule, found in zip(instrument.promises, assess_instrument(instrument, facts, TODAY).rules, strict=True):
        assert least_favourable((rule.at_best, found.outcome)) is found.outcome or found.outcome not in HOLDS


@pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)
def test_without_any_answer_a_promise_is_open_or_does_not_reach(instrument: Instrument) -> None:
    for found in assess_instrument(instrument, Facts(), TODAY).rules:
        assert found.outcome in {Outcome.NEEDS_INFO, Outcome.DOES_NOT_APPLY}


@CALM
@given(cases(), INSTRUMENTS, st.data())
def test_one_answer_more_never_turns_round_a_condition_that_is_settled(
    facts: Facts, instrument: Instrument, data: st.DataObject
) -> None:
    if not facts.values:
        return
    told = data.draw(st.sampled_from(sorted(facts.values)))
    fewer = Facts({name: value for name, value in facts.values.items() if name != told})
    for condition in conditions(instrument):
        if any(isinstance(leaf, Known) and leaf.subject == told for leaf in leaves(condition)):
            continue  # this one asks whether it was told at all
        before, after = (evaluate(condition, known).truth for known in (fewer, facts))
        assert before in {Truth.CANNOT_TELL, after}


@CALM
@given(cases(), INSTRUMENTS, st.data())
def test_an_answer_that_a_promise_does_not_name_changes_nothing_of_it(
    facts: Facts, instrument: Instrument, data: st.DataObject
) -> None:
    named = subjects_of(instrument)
    name = data.draw(st.sampled_from(sorted(set(PROTECTIONS.facts) - named)))
    more = Facts(dict(facts.values) | {name: data.draw(fact(PROTECTIONS.facts[name]))})
    assert assess_instrument(instrument, more, TODAY) == assess_instrument(instrument, facts, TODAY)


@CALM
@given(cases(), INSTRUMENTS, st.data())
def test_a_settled_finding_is_turned_round_only_by_an_answer_that_ends_the_promise(
    facts: Facts, instrument: Instrument, data: st.DataObject
) -> None:
    if not facts.values:
        return
    told = data.draw(st.sampled_from(sorted(facts.values)))
    fewer = Facts({name: value for name, value in facts.values.items() if name != told})
    before, after = (assess_instrument(instrument, known, TODAY).rules for known in (fewer, facts))
    for rule, with_less, with_more in zip(instrument.promises, before, after, strict=True):
        turned = (with_less.outcome in HOLDS and with_more.outcome in FAILS) or (
            with_less.outcome in FAILS and with_more.outcome in HOLDS
        )
        assert not turned or told in counts_when_told(instrument, rule)


def conditions(instrument: Instrument) -> Iterator[Condition]:
    """Every condition of an instrument, wherever it stands."""
    for rule in instrument.rules:
        if rule.applies_when:
            yield rule.applies_when
        for stop in (*rule.not_in_force_when, *rule.fails_when, *rule.cannot_tell_when):
            yield stop.when
    for limit in (*instrument.limits, *(limit for rule in instrument.rules for limit in rule.limits)):
        if limit.when:
            yield limit.when


def subjects_of(instrument: Instrument) -> set[str]:
    """Every fact that can change a finding of the instrument, the day that counts included."""
    days = {
        DateThatCounts.TODAY: set[str](),
        DateThatCounts.INCIDENT: {"incident_on"},
        DateThatCounts.REPORT: {"reporting", "reported_on", "incident_on"},
    }
    named = days[instrument.date_that_counts].union(*(subjects(condition) for condition in conditions(instrument)))
    for heeded, with_it in (
        ("incident_on", "reported_on"),
        ("reported_on", "incident_on"),
        ("reporting_to", "reporting"),
    ):
        if heeded in named:
            named.add(with_it)  # dates must fit each other; a plan may yet name somebody
    return named


def counts_when_told(instrument: Instrument, rule: Rule) -> set[str]:
    """The facts that a stop of the promise or the day that counts heeds only once they are told."""
    found = subjects_of(replace(instrument, rules=(), limits=()))
    for stop in (*rule.fails_when, *rule.not_in_force_when):
        found |= subjects(stop.when)
    for leaf in leaves(rule.applies_when) if rule.applies_when else ():
        if isinstance(leaf, Known):
            found.add(leaf.subject)
    return found
