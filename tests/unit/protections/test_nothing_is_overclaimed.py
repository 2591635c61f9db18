"""What must hold of every shipped instrument, whatever is told."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.conditions.facts import Facts
from intake.conditions.model import Known
from intake.protections.assess import assess, assess_instrument, least_favourable
from intake.protections.data_files.condition_checks import leaves
from intake.protections.in_force import dates_that_fit
from intake.protections.model import Instrument, Kind, Outcome, Verification
from tests.unit.protections.any_case import PROTECTIONS, cases

TODAY = date(2026, 11, 21)
CALM = settings(deadline=None)  # a busy machine is no fault
HOLDS = {Outcome.APPLIES, Outcome.LIMITED}
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
