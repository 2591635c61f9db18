"""The examples of a policy in words, so that a person can say of each whether that is what the text means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake.conditions.facts import FactValue
from intake.protections.explain import Explainer
from intake.protections.model import Example, FactKind, Instrument, Outcome, Protections, Rule
from intake.protections.own.record import digest_of
from intake.wording.catalogue import Wording

COMES_TO: Mapping[Outcome, str] = {
    Outcome.APPLIES: "holds",
    Outcome.LIMITED: "holds in part",
    Outcome.NEEDS_INFO: "we cannot tell yet",
    Outcome.NOT_IN_FORCE: "was not in force",
    Outcome.DOES_NOT_APPLY: "does not hold",
}

_ASKED: Mapping[str, str] = {
    "role": "Who",
    "crimes": "What happened",
    "incident_place": "Where",
    "involvement": "Part in the sex trade",
    "exposures": "Fears",
    "reporting": "Report",
    "reporting_to": "Tells",
    "truthful": "True, as far as known",
    "warrants": "A warrant",
}


@dataclass(frozen=True, slots=True)
class ExampleInWords:
    """One invented case to confirm. The digest changes with the facts, the outcomes and the words of the promises."""

    digest: str
    name: str
    facts: tuple[str, ...]
    outcomes: tuple[str, ...]


def examples_in_words(instrument: Instrument, protections: Protections) -> tuple[ExampleInWords, ...]:
    """Every example of an instrument, in the order of its file."""
    explainer = Explainer(protections, Wording())
    rules = {rule.id: rule for rule in instrument.promises}
    return tuple(_in_words(example, rules, explainer) for example in instrument.examples)


def _in_words(example: Example, rules: Mapping[str, Rule], explainer: Explainer) -> ExampleInWords:
    facts = tuple(_fact(name, value, explainer) for name, value in example.facts.items())
    outcomes = tuple(f"{rules[name].title}: {COMES_TO[outcome]}." for name, outcome in example.rules.items())
    if example.outcome is not None:
        outcomes = (*outcomes, f"All together: {COMES_TO[example.outcome]}.")
    if example.today is not None and Outcome.NOT_IN_FORCE in example.rules.values():
        facts = (*facts, f"The day: {example.today.isoformat()}")
    promised = [(rules[name].title, rules[name].effect) for name in example.rules]
    digest = digest_of(repr((example.name, dict(example.facts), outcomes, promised, example.today)))
    return ExampleInWords(digest, example.name, facts, outcomes)


def _fact(name: str, value: FactValue, explainer: Explainer) -> str:
    asked = _ASKED.get(name) or explainer.asks_for(name)
    words = explainer.protections.facts.get(name)
    if isinstance(value, str):
        is_yes_no = words is not None and words.kind is FactKind.YES_NO
        return f"{asked}: {value if is_yes_no else explainer.values(name, (value,))}"
    if any(not isinstance(item, str) for item in value):
        return f"{asked}: {'; '.join(', '.join(dict(item).values()) for item in value if not isinstance(item, str))}"
    return f"{asked}: {explainer.values(name, tuple(item for item in value if isinstance(item, str))) or 'nothing'}"
