"""The District Attorney's promises written a second time, as plain code, and compared on any case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import given, settings

from intake.answers.approximate_date import approximate_date
from intake.conditions.facts import Facts, Record
from intake.protections.assess import assess_instrument
from intake.protections.model import Outcome
from tests.unit.protections.any_case import PROTECTIONS, cases

TODAY = date(2026, 11, 21)
CALM = settings(deadline=None, max_examples=400)  # a busy machine is no fault
LIST = {
    *("sexual_assault", "sexual_battery", "human_trafficking", "stalking", "robbery", "assault", "kidnapping"),
    *("assault_weapon_or_injury", "threats", "blackmail", "extortion", "burglary", "burglary_inhabited"),
}
OPEN_CRIMES = {"other_violent", "false_imprisonment", "domestic_violence"}
AGENCIES = {"sf_pd", "sf_da", "sf_sheriff", "emergency_call"}
OPEN_AGENCIES = {"other_police", "other_prosecutor", "federal", "hospital"}
SECTIONS = {"us-ca-pc-647a", "us-ca-pc-647b", "us-ca-pc-372"}
LOITERING = "us-ca-pc-653.22"
POSSESSION, SALE = {"us-ca-drug-possession", "drug-possession"}, {"us-ca-drug-sale", "drug-sale"}
ENDED, CHANGED, BEGAN = date(2023, 1, 1), date(2024, 12, 18), date(2018, 1, 11)

Truth = bool | None  # None: cannot tell


def every(parts: Iterable[Truth]) -> Truth:
    known = tuple(parts)
    return False if False in known else (None if None in known else True)


def some(parts: Iterable[Truth]) -> Truth:
    known = tuple(parts)
    return True if True in known else (None if None in known else False)


def listed(held: tuple[str, ...] | None, yes: set[str], unclear: set[str]) -> Truth:
    if held is None:
        return None
    return True if yes & set(held) else (None if unclear & set(held) else False)


def before(facts: Facts, day: date) -> Truth:
    iso = facts.one("incident_on")
    when = approximate_date(iso) if iso else None
    if when is None:
        return None
    return True if when.latest < day else (None if when.earliest < day else False)


def given_as(record: Record, field: str, wanted: str) -> Truth:
    value = record.get(field, "unknown")
    return True if value == wanted else (None if value == "unknown" else False)


def in_the_city(facts: Facts) -> Truth:
    return {None: None, "us-ca-sf": True, "us-ca": None, "us": None}.get(facts.one("incident_place"), False)


def reporting(facts: Facts) -> Truth:
    wanted, told = facts.one("reporting"), facts.many("reporting_to")
    named = told or (None if wanted == "planned" else told)  # whoever only plans it may yet name anybody
    return every((None if wanted is None else wanted != "none", listed(named, AGENCIES, OPEN_AGENCIES)))


def uncharged(record: Record, facts: Facts) -> Truth:
    offence, free, minor = (
        record["offence"],
        given_as(record, "charged", "no"),
        given_as(record, "class", "misdemeanor"),
    )
    if offence in SECTIONS:
        return free
    if offence == LOITERING:
        return every((free, before(facts, ENDED)))
    if offence in SALE:
        return every((free, minor))
    past = None if facts.one("prior_drug_convictions") == "yes" and before(facts, CHANGED) is not True else True
    return every((free, minor, past)) if offence in POSSESSION else False


def this_event(record: Record, facts: Facts) -> Truth:
    offence, near = record["offence"], given_as(record, "related", "at_or_around_incident")
    known = None if record.get("charged", "unknown") == "unknown" else True
    if offence in SECTIONS:
        return every((near, known))
    return every((near, known, before(facts, ENDED))) if offence == LOITERING else False


def promise(rule: str, facts: Facts) -> Truth:
    records = facts.records("exposures")
    common = every(
        (
            listed(facts.many("role"), {"victim", "witness"}, set()),
            listed(facts.many("crimes"), LIST, OPEN_CRIMES),
            in_the_city(facts),
        )
    )
    part = listed(facts.many("involvement"), {"selling", "trafficked"}, {"buying", "third_party"})
    truthful = {"yes": True, "no": False}.get(facts.one("truthful") or "")
    free = None if records is None else some(uncharged(record, facts) for record in records)
    about = None if records is None else some(this_event(record, facts) for record in records)
    return {
        "A": every((common, part)),
        "B": every((common, reporting(facts), free)),
        "C": every((common, reporting(facts), part)),
        "D": every((common, reporting(facts), truthful, about)),
        "E": common,
        "F": every((common, reporting(facts))),
    }[rule]


def only_old_loitering(facts: Facts) -> bool:
    records = facts.records("exposures") or ()
    return bool(records) and all(one["offence"] == LOITERING for one in records) and before(facts, ENDED) is False


def in_force(facts: Facts) -> Truth:
    reported, happened = (approximate_date(facts.one(name) or "") for name in ("reported_on", "incident_on"))
    if reported:
        return False if reported.latest < BEGAN else (None if reported.earliest < BEGAN else True)
    if facts.one("reporting") != "made":
        return True
    return True if happened and happened.earliest >= BEGAN else None


@CALM
@given(cases())
def test_the_data_file_says_the_same_as_a_second_reading(facts: Facts) -> None:
    finding = assess_instrument(PROTECTIONS.instrument("us-ca-sf-da-safety"), facts, TODAY)
    for rule in finding.rules:
        held = every((promise(rule.rule, facts), in_force(facts))) if promise(rule.rule, facts) is not False else False
        if in_force(facts) is False or (rule.rule in "BD" and only_old_loitering(facts)):
            assert rule.outcome is Outcome.NOT_IN_FORCE
        elif held is False:
            assert rule.outcome is Outcome.DOES_NOT_APPLY
        elif held is None:
            assert rule.outcome is Outcome.NEEDS_INFO
        elif rule.rule == "D":
            assert rule.outcome in {Outcome.APPLIES, Outcome.LIMITED, Outcome.NEEDS_INFO}
        else:
            assert rule.outcome in {Outcome.APPLIES, Outcome.LIMITED}


@CALM
@given(cases())
def test_a_promise_that_holds_in_full_has_nothing_beside_it(facts: Facts) -> None:
    finding = assess_instrument(PROTECTIONS.instrument("us-ca-sf-da-safety"), facts, TODAY)
    records = facts.records("exposures") or ()
    drugs = [one for one in records if one["offence"] in POSSESSION | SALE]
    held = {rule.rule for rule in finding.rules if rule.headline and rule.outcome is Outcome.APPLIES}
    if facts.one("warrants") == "yes":
        assert not held
    if "federal" in (facts.many("reporting_to") or ()):
        assert not held & set("BCD")
    if drugs:
        assert not held & set("AD")
    if "B" in held:
        assert all(one.get("charged") == "no" and uncharged(one, facts) for one in records)
    if "D" in held:
        assert all(this_event(one, facts) and one["charged"] == "no" for one in records)
