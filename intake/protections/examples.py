"""Run the examples that stand beside the rules: an instrument is only as good as what they show."""

from __future__ import annotations

from collections.abc import Iterator

from intake.conditions.facts import Facts
from intake.protections.assess import assess_instrument
from intake.protections.findings import Finding, RuleFinding
from intake.protections.model import Example, Instrument


def surprises(instrument: Instrument, example: Example) -> tuple[str, ...]:
    """Everything that comes out otherwise than ``example`` says, in plain words; empty when all is as told."""
    today = example.today or instrument.currency.checked_on
    return tuple(_differences(assess_instrument(instrument, Facts(example.facts), today), example))


def _differences(finding: Finding, example: Example) -> Iterator[str]:
    if example.outcome and finding.outcome is not example.outcome:
        yield f"'{example.name}' comes to {finding.outcome}, not {example.outcome}."
    for rule in finding.rules:
        yield from _of_rule(rule, example)
    for tag in example.mention:
        if tag not in finding.mention:
            yield f"'{example.name}' does not mention {tag}."
    for tag in example.silent_on:
        if tag in finding.mention:
            yield f"'{example.name}' mentions {tag}."
    missing = {name for rule in finding.rules for name in rule.missing}
    for name in example.missing:
        if name not in missing:
            yield f"'{example.name}' does not ask for {name}."


def _of_rule(rule: RuleFinding, example: Example) -> Iterator[str]:
    expected = example.rules.get(rule.rule)
    if expected and rule.outcome is not expected:
        yield f"'{example.name}': rule {rule.rule} comes to {rule.outcome}, not {expected}."
    narrowed = example.narrowed.get(rule.rule)
    if narrowed is not None and set(narrowed) != set(rule.narrowed_by):
        yield f"'{example.name}': rule {rule.rule} is narrowed by {', '.join(rule.narrowed_by) or 'nothing'}."
