"""Judge a condition over facts: a truth, and the tree of steps that led there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intake.answers.approximate_date import approximate_date
from intake.conditions.facts import Facts, Record
from intake.conditions.model import (
    AllOf,
    AnyOf,
    Before,
    Comparison,
    Condition,
    Includes,
    Is,
    Known,
    Not,
    OnOrAfter,
    SomeRecord,
    Truth,
    Within,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One judged node: its truth, its parts, and for a comparison the values that decided it."""

    condition: Condition
    truth: Truth
    parts: tuple[Step, ...] = ()
    values: tuple[str, ...] = field(default=(), repr=False)


def evaluate(condition: Condition, facts: Facts, judged: dict[int, Step] | None = None) -> Step:
    """Judge ``condition``; what is unknown can never turn into yes or no by default.

    ``judged`` keeps the steps by the identity of their conditions: who hands the same table in again, with the
    same facts and while the conditions live, has a shared condition judged once.
    """
    if judged is None:
        return _judge(condition, facts, {})
    return judged.get(id(condition)) or _judge(condition, facts, judged)


def _judge(condition: Condition, facts: Facts, judged: dict[int, Step]) -> Step:
    if isinstance(condition, AllOf | AnyOf):
        parts = tuple([evaluate(part, facts, judged) for part in condition.parts])
        step = Step(condition, _joined(condition, [part.truth for part in parts]), parts)
    elif isinstance(condition, Not):
        part = evaluate(condition.part, facts, judged)
        step = Step(condition, _OPPOSITE[part.truth], (part,))
    else:
        truth, values = _compare(condition, facts)
        step = Step(condition, truth, values=values)
    judged[id(condition)] = step
    return step


def missing(step: Step) -> tuple[str, ...]:
    """The subjects whose answer could settle a *cannot tell*, each once, in reading order."""
    if step.truth is not Truth.CANNOT_TELL:
        return ()
    if not step.parts:
        return (step.condition.subject,) if not isinstance(step.condition, AllOf | AnyOf | Not) else ()
    return tuple(dict.fromkeys(name for part in step.parts for name in missing(part)))


def subjects(condition: Condition) -> frozenset[str]:
    """Every fact or question that a condition looks at."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return frozenset[str]().union(*(subjects(part) for part in parts))
        case Not(part):
            return subjects(part)
    return frozenset({condition.subject})


_OPPOSITE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.CANNOT_TELL: Truth.CANNOT_TELL}


def _joined(condition: AllOf | AnyOf, truths: list[Truth]) -> Truth:
    decisive, otherwise = (Truth.NO, Truth.YES) if isinstance(condition, AllOf) else (Truth.YES, Truth.NO)
    if decisive in truths:
        return decisive
    return Truth.CANNOT_TELL if Truth.CANNOT_TELL in truths else otherwise


def _compare(condition: Comparison, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    match condition:
        case Is():
            return _is(condition, facts)
        case Includes():
            return _includes(condition, facts)
        case Within():
            return _within(condition, facts)
        case Before() | OnOrAfter():
            return _dated(condition, facts)
        case SomeRecord():
            return _some_record(condition, facts)
        case Known():
            return (Truth.YES if facts.has(condition.subject) else Truth.NO), ()


def _is(condition: Is, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    value = facts.one(condition.subject)
    if value is None or value in condition.unsettled:
        return Truth.CANNOT_TELL, (value,) if value else ()
    return (Truth.YES if value in condition.values else Truth.NO), (value,)


def _includes(condition: Includes, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    held = facts.many(condition.subject)
    if held is None:
        return Truth.CANNOT_TELL, ()
    met = tuple(value for value in held if value in condition.values)
    if met:
        return Truth.YES, met
    doubtful = tuple(value for value in held if value in condition.unsettled)
    if doubtful or facts.could_gain(condition.subject, (*condition.values, *condition.unsettled)):
        return Truth.CANNOT_TELL, doubtful
    return Truth.NO, held


def _within(condition: Within, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    place = facts.one(condition.subject)
    if place is None:
        return Truth.CANNOT_TELL, ()
    if place == condition.place or place.startswith(condition.place + "-"):
        return Truth.YES, (place,)
    return (Truth.CANNOT_TELL if condition.place.startswith(place + "-") else Truth.NO), (place,)


def _dated(condition: Before | OnOrAfter, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    iso = facts.one(condition.subject)
    when = approximate_date(iso) if iso else None
    if iso is None or when is None:
        return Truth.CANNOT_TELL, ()
    before = _lies_before(when.earliest, when.latest, condition.day)
    return (before if isinstance(condition, Before) else _OPPOSITE[before]), (iso,)


def _lies_before(earliest: date, latest: date, day: date) -> Truth:
    if latest < day:
        return Truth.YES
    return Truth.CANNOT_TELL if earliest < day else Truth.NO


def _some_record(condition: SomeRecord, facts: Facts) -> tuple[Truth, tuple[str, ...]]:
    records = facts.records(condition.subject)
    if records is None:
        return Truth.CANNOT_TELL, ()
    judged = [_record(record, condition) for record in records]
    if Truth.YES in judged:
        return Truth.YES, ()
    unsure = Truth.CANNOT_TELL in judged or condition.subject in facts.unfinished
    return (Truth.CANNOT_TELL if unsure else Truth.NO), ()


def _record(record: Record, condition: SomeRecord) -> Truth:
    truths = []
    for name, wanted in condition.fields.items():
        value = record.get(name, "unknown")
        if value in wanted:
            truths.append(Truth.YES)
        else:
            truths.append(Truth.CANNOT_TELL if value == "unknown" else Truth.NO)
    for name, unwanted in condition.but_not.items():
        value = record.get(name, "unknown")
        if value in unwanted:
            truths.append(Truth.NO)
        else:
            truths.append(Truth.CANNOT_TELL if value == "unknown" else Truth.YES)
    if Truth.NO in truths:
        return Truth.NO
    return Truth.CANNOT_TELL if Truth.CANNOT_TELL in truths else Truth.YES
