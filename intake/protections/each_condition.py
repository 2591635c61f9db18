"""Every condition of a promise with the person's own answer, for a finding that is looked at in full.

The panel shows only what decided. Here nothing is left out, so this is worked out for one finding when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.conditions.evaluate import Step, evaluate
from intake.conditions.facts import Facts
from intake.conditions.model import AllOf, Truth
from intake.protections.explain import Explainer
from intake.protections.in_force import dates_that_fit
from intake.protections.model import Instrument, Rule
from intake.protections.quoting import reasons


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One condition: whether it is met, and a sentence that says so with the answer in it."""

    truth: Truth
    sentence: str = field(repr=False)


def each_condition(instrument: Instrument, rule: Rule, facts: Facts, explainer: Explainer) -> tuple[ConditionLine, ...]:
    """What the rule asks for, in the order of its file. Conditions without words of their own are part of others."""
    if rule.applies_when is None:
        return ()
    lines = (
        ConditionLine(step.truth, explainer.reason(instrument.id, because))
        for step in _asked_for(evaluate(rule.applies_when, dates_that_fit(facts)))
        for because in reasons(step)
    )
    return tuple(dict.fromkeys(lines))


def _asked_for(step: Step) -> Iterator[Step]:
    """The parts that must all be met; what stands inside an *any of* is one condition."""
    if isinstance(step.condition, AllOf):
        for part in step.parts:
            yield from _asked_for(part)
    else:
        yield step
