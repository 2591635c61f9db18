"""Every way to leave out or turn round one condition of an instrument, to see if its examples would notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from intake.conditions.model import AllOf, AnyOf, Condition, Includes, Is, Not
from intake.protections.examples import surprises
from intake.protections.model import Instrument, Limit, Rule, Stop

Mutant = tuple[str, Instrument]
_Part = TypeVar("_Part")


def survivors(instrument: Instrument) -> list[str]:
    """The changes that no example of ``instrument`` notices."""
    return [
        what
        for what, mutant in mutants(instrument)
        if not any(surprises(mutant, example) for example in instrument.examples)
    ]


def mutants(instrument: Instrument) -> Iterator[Mutant]:
    """One instrument for every change to one condition, with what was changed."""
    for what, limits in _limits(instrument.limits):
        yield what, replace(instrument, limits=limits)
    for place, rule in enumerate(instrument.rules):
        for what, changed in _rules(rule):
            yield f"{rule.id}, {what}", replace(instrument, rules=_with(instrument.rules, place, changed))


def _rules(rule: Rule) -> Iterator[tuple[str, Rule]]:
    if rule.applies_when:
        for what, condition in changes(rule.applies_when):
            yield f"applies_when {what}", replace(rule, applies_when=condition)
    for what, stops in _stops("not_in_force_when", rule.not_in_force_when):
        yield what, replace(rule, not_in_force_when=stops)
    for what, stops in _stops("fails_when", rule.fails_when):
        yield what, replace(rule, fails_when=stops)
    for what, stops in _stops("cannot_tell_when", rule.cannot_tell_when):
        yield what, replace(rule, cannot_tell_when=stops)
    for what, limits in _limits(rule.limits):
        yield what, replace(rule, limits=limits)


def _stops(name: str, stops: tuple[Stop, ...]) -> Iterator[tuple[str, tuple[Stop, ...]]]:
    for place, stop in enumerate(stops):
        yield f"{name} {place + 1} left out", _without(stops, place)
        for what, condition in changes(stop.when):
            yield f"{name} {place + 1} {what}", _with(stops, place, replace(stop, when=condition))


def _limits(limits: tuple[Limit, ...]) -> Iterator[tuple[str, tuple[Limit, ...]]]:
    for place, limit in enumerate(limits):
        if limit.when is None:
            continue
        yield f"limit {limit.tag} ({place + 1}) always", _with(limits, place, replace(limit, when=None))
        for what, condition in changes(limit.when):
            yield f"limit {limit.tag} ({place + 1}) {what}", _with(limits, place, replace(limit, when=condition))


def changes(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition with one of its parts turned round or left out."""
    if not _is_its_own_mirror(condition):
        yield f"turned round: {_name(condition)}", Not(condition)
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for place, part in enumerate(parts):
                if len(parts) > 1:
                    yield f"without {_name(part)}", replace(condition, parts=_without(parts, place))
                yield from _inside(part, lambda new, place=place: replace(condition, parts=_with(parts, place, new)))  # type: ignore[misc]
        case Not(part):
            # to turn round the part is to turn round the whole
            for what, new in list(changes(part))[1:]:
                yield what, Not(new)


def _inside(part: Condition, back: Callable[[Condition], Condition]) -> Iterator[tuple[str, Condition]]:
    for what, new in changes(part):
        yield what, back(new)


def _is_its_own_mirror(condition: Condition) -> bool:
    """A comparison that lists no values is open or fails; turned round, what is open stays open."""
    return isinstance(condition, Is | Includes) and not condition.values


def _name(condition: Condition) -> str:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            word = "all" if isinstance(condition, AllOf) else "any"
            return f"{word}({', '.join(_name(part) for part in parts)})"
        case Not(part):
            return f"not({_name(part)})"
    told = {
        name: getattr(condition, name)
        for name in ("values", "place", "day", "fields", "but_not")
        if hasattr(condition, name)
    }
    return f"{condition.subject} {' '.join(str(value) for value in told.values() if value)}"[:90]


def _without(parts: tuple[_Part, ...], place: int) -> tuple[_Part, ...]:
    return (*parts[:place], *parts[place + 1 :])


def _with(parts: tuple[_Part, ...], place: int, new: _Part) -> tuple[_Part, ...]:
    return (*parts[:place], new, *parts[place + 1 :])
