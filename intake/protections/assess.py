"""Judge every instrument of a place on the facts of one case. Nothing here is stored: it is done anew each time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intake.conditions.evaluate import Step, evaluate
from intake.conditions.facts import Facts
from intake.conditions.model import Condition, Truth
from intake.protections.findings import Because, Finding, RuleFinding
from intake.protections.in_force import InForce, dates_that_fit, in_force
from intake.protections.model import (
    Instrument,
    Limit,
    Narrows,
    Outcome,
    Protections,
    Rule,
    Stop,
    Verification,
)
from intake.protections.places import within_reach
from intake.protections.quoting import could_settle, reasons

_WORST_FIRST = tuple(Outcome)


def assess(protections: Protections, jurisdiction: str, facts: Facts, today: date) -> tuple[Finding, ...]:
    """One finding for every instrument of ``jurisdiction``, of the places it lies in, and of the model policies."""
    order = tuple(protections.limits)
    return tuple(
        assess_instrument(instrument, facts, today, order) for instrument in within_reach(protections, jurisdiction)
    )


def assess_instrument(instrument: Instrument, facts: Facts, today: date, order: tuple[str, ...] = ()) -> Finding:
    """Judge one instrument; ``order`` is the order in which its limits are said (else as in its file)."""
    case = _Case(instrument, _nobody_named_yet(dates_that_fit(facts)), in_force(instrument, facts, today))
    rules = tuple(_judge(rule, case) for rule in instrument.promises)
    return Finding(
        instrument=instrument.id,
        title=instrument.title,
        outcome=least_favourable(tuple(rule.outcome for rule in rules if rule.headline)),
        rules=rules,
        mention=_mention(case, order),
        source=instrument.source,
        verification=instrument.verification,
        currency=instrument.currency,
        confirm_first=instrument.confirm_first,
    )


def _nobody_named_yet(facts: Facts) -> Facts:
    """A report that is planned and names nobody may yet go to anybody: whom it goes to is open, not empty."""
    if facts.one("reporting") != "planned" or facts.many("reporting_to") != ():
        return facts
    return Facts(facts.values, facts.unfinished | {"reporting_to"})


def least_favourable(outcomes: tuple[Outcome, ...]) -> Outcome:
    """The worst of these; of none at all, *does not apply*."""
    return min(outcomes, key=_WORST_FIRST.index, default=Outcome.DOES_NOT_APPLY)


@dataclass(frozen=True, slots=True)
class _Case:
    """One instrument met by the facts of one case; each condition of a limit is judged once."""

    instrument: Instrument
    facts: Facts = field(repr=False)
    dates: InForce
    judged: dict[int, Step] = field(default_factory=dict, repr=False)

    def step(self, condition: Condition) -> Step:
        """How a condition comes out, with its trace."""
        # the conditions belong to the instrument, which outlives this case: an id is never used twice
        return evaluate(condition, self.facts, self.judged)

    def truth(self, condition: Condition | None) -> Truth:
        """How a condition comes out; without a condition it is met."""
        return Truth.YES if condition is None else self.step(condition).truth

    def met(self, stops: tuple[Stop, ...]) -> tuple[Because, ...]:
        """What to say of the stops that are surely met."""
        return tuple(Because(stop.because) for stop in stops if self.truth(stop.when) is Truth.YES)

    def narrows(self, limit: Limit) -> bool:
        """Whether the limit turns *applies* into *limited*."""
        if limit.narrows is None:
            return False
        truth = self.truth(limit.when)
        return truth is Truth.YES or (limit.narrows is Narrows.UNLESS_NO and truth is not Truth.NO)

    def mentions(self, limit: Limit) -> bool:
        """Whether the limit is to be said."""
        truth = self.truth(limit.when)
        unsure_counts = limit.mention_when_unsure or limit.narrows is Narrows.UNLESS_NO
        return truth is Truth.YES or (unsure_counts and truth is Truth.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class _Verdict:
    outcome: Outcome
    because: tuple[Because, ...]
    missing: tuple[str, ...] = ()
    narrowed_by: tuple[str, ...] = ()


def _judge(rule: Rule, case: _Case) -> RuleFinding:
    verdict = _stopped(rule, case) or _weighed(rule, case)
    return RuleFinding(
        rule.id,
        rule.title,
        verdict.outcome,
        rule.headline,
        verdict.because,
        verdict.missing,
        verdict.narrowed_by,
    )


def _stopped(rule: Rule, case: _Case) -> _Verdict | None:
    if case.dates.truth is Truth.NO:
        return _Verdict(Outcome.NOT_IN_FORCE, case.dates.because)
    for stops, outcome in (
        (rule.not_in_force_when, Outcome.NOT_IN_FORCE),
        (rule.fails_when, Outcome.DOES_NOT_APPLY),
    ):
        said = case.met(stops)
        if said:
            return _Verdict(outcome, said)
    return None


def _weighed(rule: Rule, case: _Case) -> _Verdict:
    if rule.applies_when is None:
        return _Verdict(Outcome.NEEDS_INFO, ())
    step = case.step(rule.applies_when)
    said = reasons(step)
    if step.truth is Truth.NO:
        return _Verdict(Outcome.DOES_NOT_APPLY, said)
    doubts = case.met(rule.cannot_tell_when)
    if step.truth is Truth.CANNOT_TELL or case.dates.truth is Truth.CANNOT_TELL or doubts:
        missing = tuple(dict.fromkeys((*could_settle(step, case.facts), *case.dates.missing)))
        opening = said if step.truth is Truth.CANNOT_TELL else ()
        return _Verdict(Outcome.NEEDS_INFO, (*doubts, *opening, *case.dates.because), missing)
    own = (*rule.limits, *(case.instrument.limits if rule.headline else ()))
    narrowed = tuple(dict.fromkeys(limit.tag for limit in own if case.narrows(limit)))
    return _Verdict(Outcome.LIMITED if narrowed else Outcome.APPLIES, said, narrowed_by=narrowed)


def _mention(case: _Case, order: tuple[str, ...]) -> tuple[str, ...]:
    instrument = case.instrument
    every = (*instrument.limits, *(limit for rule in instrument.rules for limit in rule.limits))
    tags = dict.fromkeys(limit.tag for limit in every if case.mentions(limit))
    if instrument.verification is not Verification.TEXT_READ:
        tags["text_unverified"] = None
    rank = {tag: place for place, tag in enumerate(order)}
    return tuple(sorted(tags, key=lambda tag: rank.get(tag, len(rank))))
