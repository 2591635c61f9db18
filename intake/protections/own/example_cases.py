"""Invented cases for the ticks of the form: one in which all fits, and for each condition one that fails and one open.

What each case must come to is worked out from the ticks alone, never by asking the rules that it is to test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from intake.answers.approximate_date import approximate_date
from intake.protections.model import Outcome
from intake.protections.own.choices import CRIMES, SMALLER
from intake.protections.own.form import PolicyForm

ExampleFacts = Mapping[str, object]
_SPEAKS_OF = {
    "role": "role",
    "crimes": "crimes",
    "place": "incident_place",
    "involvement": "involvement",
    "offences": "exposures",
    "reporting": "reporting",
    "told_to": "reporting_to",
    "truthful": "truthful",
}
_FAILS = {
    "role": "Neither hurt nor there",
    "crimes": "Something that the policy does not name",
    "place": "It happened elsewhere",
    "involvement": "No part in the sex trade",
    "offences": "Fears no charge",
    "reporting": "Does not want to report",
    "told_to": "Tells a community group only",
    "truthful": "Something in the account is known to be untrue",
}
_OPEN = {
    "role": "Not known if they were hurt or saw it",
    "crimes": "Not known what happened",
    "place": "Not known where it happened",
    "involvement": "Not known what part they had",
    "offences": "Not known what they fear",
    "reporting": "Not known if they want to report",
    "told_to": "Not known who they would tell",
    "truthful": "Not known if all of it is true",
}


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """One invented case and what each promise must come to in it, on a given day."""

    name: str
    facts: ExampleFacts
    outcomes: Mapping[str, str]
    today: date


def example_cases(form: PolicyForm, place: str, uses: Mapping[str, tuple[str, ...]]) -> Iterator[ExampleCase]:
    """The cases for promises that use the conditions named in ``uses``."""
    today = _day(form)
    fits = _all_fits(form, place, uses)
    yield ExampleCase("Everything fits", fits, _outcomes(uses, "", Outcome.APPLIES), today)
    for name in dict.fromkeys(condition for used in uses.values() for condition in used):
        fact = _SPEAKS_OF[name]
        failing = dict(fits) | {fact: _failing(name, form, place)}
        yield ExampleCase(_FAILS[name], failing, _outcomes(uses, name, Outcome.DOES_NOT_APPLY), today)
        open_facts = {key: value for key, value in fits.items() if key != fact}
        yield ExampleCase(_OPEN[name], open_facts, _outcomes(uses, name, Outcome.NEEDS_INFO), today)
    if "warrant" in form.limits:
        warrant = dict(fits) | {"warrants": "yes"}
        yield ExampleCase("There may be a warrant", warrant, dict.fromkeys(uses, Outcome.LIMITED.value), today)
    made = approximate_date(form.made_on)
    if made:
        never = dict.fromkeys(uses, Outcome.NOT_IN_FORCE.value)
        yield ExampleCase("Before the policy was made", fits, never, made.earliest - timedelta(days=1))


def _outcomes(uses: Mapping[str, tuple[str, ...]], changed: str, then: Outcome) -> Mapping[str, str]:
    return {rule: (then if changed in used else Outcome.APPLIES).value for rule, used in uses.items()}


def _all_fits(form: PolicyForm, place: str, uses: Mapping[str, tuple[str, ...]]) -> ExampleFacts:
    facts: dict[str, object] = {
        "role": list(form.roles[:1]),
        "crimes": list(form.crimes[:1]),
        "incident_place": place,
        "involvement": list(form.involvement[:1]),
        "warrants": "no",
    }
    used = {condition for names in uses.values() for condition in names}
    if "offences" in used:
        record = {"offence": form.offences[0], "charged": "no", "related": "at_or_around_incident"}
        facts["exposures"] = [record]
    if "reporting" in used:
        facts |= {"reporting": "planned", "reporting_to": ["emergency_call"]}
    if "truthful" in used:
        facts["truthful"] = "yes"
    return facts


def _failing(name: str, form: PolicyForm, place: str) -> object:
    match name:
        case "crimes":
            smaller = [crime for crime in SMALLER if crime not in form.crimes]
            others = smaller if form.crimes_open else [crime for crime in CRIMES if crime not in form.crimes]
            return (smaller or others)[:1]
        case "place":
            return "us-wa" if place.startswith("us-dc") else "us-dc"
        case "reporting":
            return "none"
        case "told_to":
            return ["community_organisation"]
        case "truthful":
            return "no"
        case _:
            return []


def _day(form: PolicyForm) -> date:
    """A day on which the policy holds: the day of the check, or the nearest to it."""
    day = date.fromisoformat(form.checked_on)
    made, ended = approximate_date(form.made_on), approximate_date(form.ended_on)
    day = max(day, made.latest) if made else day
    return min(day, ended.earliest) if ended else day
