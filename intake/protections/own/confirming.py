"""The examples of a policy in words, so that a person can say of each whether that is what the text means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intake.conditions.facts import FactValue
from intake.protections.explain import Explainer
from intake.protections.model import Example, FactKind, Instrument, Outcome, Protections, Rule
from intake.protections.own.record import digest_of
from intake.wording.catalogue import Wording

WORDS: Mapping[str, str] = {
    "applies": "holds",
    "limited": "holds in part",
    "needs_info": "we cannot tell yet",
    "not_in_force": "was not in force",
    "does_not_apply": "does not hold",
    "all_together": "All together",
    "the_day": "The day",
    "nothing": "nothing",
    "yes": "yes",
    "no": "no",
    "unknown": "not known",
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
"""English by name; the message id is ``own_policy.<name>``."""


@dataclass(frozen=True, slots=True)
class ExampleInWords:
    """One invented case to confirm. The digest changes with the facts, the outcomes and the words of the promises."""

    digest: str
    name: str
    facts: tuple[str, ...]
    outcomes: tuple[str, ...]


def examples_in_words(
    instrument: Instrument, protections: Protections, wording: Wording | None = None
) -> tuple[ExampleInWords, ...]:
    """Every example of an instrument, in the order of its file; promises stay in the words of the file."""
    said = _Said(Explainer(protections, wording or Wording()))
    rules = {rule.id: rule for rule in instrument.promises}
    return tuple(_in_words(example, rules, said) for example in instrument.examples)


def messages() -> Iterator[tuple[str, str]]:
    """Every text with its message id."""
    for name, english in WORDS.items():
        yield f"own_policy.{name}", english


@dataclass(frozen=True, slots=True)
class _Said:
    explainer: Explainer

    def word(self, name: str) -> str:
        return self.explainer.wording.text(f"own_policy.{name}", WORDS[name])

    def fact(self, name: str, value: FactValue) -> str:
        asked = self.word(name) if name in WORDS else self.explainer.asks_for(name)
        words = self.explainer.protections.facts.get(name)
        if isinstance(value, str):
            is_yes_no = words is not None and words.kind is FactKind.YES_NO
            return f"{asked}: {self.word(value) if is_yes_no else self.explainer.values(name, (value,))}"
        records = [item for item in value if not isinstance(item, str)]
        if records:
            return f"{asked}: {'; '.join(', '.join(dict(item).values()) for item in records)}"
        listed = self.explainer.values(name, tuple(item for item in value if isinstance(item, str)))
        return f"{asked}: {listed or self.word('nothing')}"


def _in_words(example: Example, rules: Mapping[str, Rule], said: _Said) -> ExampleInWords:
    facts = tuple(said.fact(name, value) for name, value in example.facts.items())
    if example.today is not None and Outcome.NOT_IN_FORCE in example.rules.values():
        facts = (*facts, f"{said.word('the_day')}: {example.today.isoformat()}")
    promised = [(rules[name].title, rules[name].effect) for name in example.rules]
    english = _outcomes(example, rules, _Said(Explainer(said.explainer.protections, Wording())))
    # the same in every language: what was confirmed in one is confirmed in the other
    digest = digest_of(repr((example.name, dict(example.facts), english, promised, example.today)))
    return ExampleInWords(digest, example.name, facts, _outcomes(example, rules, said))


def _outcomes(example: Example, rules: Mapping[str, Rule], said: _Said) -> tuple[str, ...]:
    outcomes = tuple(f"{rules[name].title}: {said.word(outcome)}." for name, outcome in example.rules.items())
    if example.outcome is not None:
        outcomes = (*outcomes, f"{said.word('all_together')}: {said.word(example.outcome)}.")
    return outcomes
