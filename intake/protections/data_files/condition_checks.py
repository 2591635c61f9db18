"""Check that a condition names only facts, values and places that exist, in the form that each fact has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.answers.approximate_date import approximate_date
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
    Within,
)
from intake.protections.model import FactKind, FactWords, Jurisdiction

_FITTING: Mapping[type[Comparison], frozenset[FactKind]] = {
    Is: frozenset({FactKind.ONE, FactKind.YES_NO, FactKind.DATE}),
    Includes: frozenset({FactKind.SEVERAL}),
    Within: frozenset({FactKind.PLACE}),
    Before: frozenset({FactKind.DATE}),
    OnOrAfter: frozenset({FactKind.DATE}),
    SomeRecord: frozenset({FactKind.RECORDS}),
    Known: frozenset(FactKind),
}


def faults(
    condition: Condition, facts: Mapping[str, FactWords], jurisdictions: Mapping[str, Jurisdiction]
) -> Iterator[str]:
    """Say in plain words what each comparison of ``condition`` gets wrong."""
    for leaf in leaves(condition):
        yield from _comparison_faults(leaf, facts, jurisdictions)


def leaves(condition: Condition) -> Iterator[Comparison]:
    """Every comparison of a condition, in reading order."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from leaves(part)
        case Not():
            yield from leaves(condition.part)
        case _:
            yield condition


def _comparison_faults(
    leaf: Comparison, facts: Mapping[str, FactWords], jurisdictions: Mapping[str, Jurisdiction]
) -> Iterator[str]:
    words = facts.get(leaf.subject)
    if words is None:
        yield f"There is no fact called '{leaf.subject}'."
        return
    if words.kind not in _FITTING[type(leaf)]:
        yield f"The fact '{leaf.subject}' cannot be compared in this way."
        return
    match leaf:
        case Is() | Includes():
            yield from _strange_values(leaf.subject, (*leaf.values, *leaf.unsettled), words)
        case Within():
            if leaf.place not in jurisdictions:
                yield f"There is no jurisdiction called '{leaf.place}'."
        case SomeRecord():
            for fields in (leaf.fields, leaf.but_not):
                for name, values in fields.items():
                    yield from _strange_field(leaf.subject, name, values, words)
        case _:
            return


def _strange_values(subject: str, values: tuple[str, ...], words: FactWords) -> Iterator[str]:
    for value in values:
        is_fine = bool(approximate_date(value)) if words.kind is FactKind.DATE else value in words.values
        if not is_fine:
            yield f"The fact '{subject}' has no value '{value}'."


def _strange_field(subject: str, name: str, values: tuple[str, ...], words: FactWords) -> Iterator[str]:
    if name not in words.fields:
        yield f"The records of '{subject}' have no field '{name}'."
        return
    allowed = words.fields[name]
    for value in values:
        if allowed and value not in allowed:
            yield f"The field '{name}' of '{subject}' has no value '{value}'."
