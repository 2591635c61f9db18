"""Lay the policies of an organisation beside the shipped instruments. None can replace or stop a shipped one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.answers.approximate_date import approximate_date
from intake.errors import ContentProblem
from intake.protections.model import Instrument, Jurisdiction, Protections, Rule, Verification
from intake.protections.own.read import read_own
from intake.protections.own.record import OwnPolicy

AS_REPORTED = "As reported: "


@dataclass(frozen=True, slots=True)
class Merged:
    """All instruments together, the places that were added, and the policies that cannot be used, with the cure."""

    protections: Protections
    places: tuple[Jurisdiction, ...] = ()
    problems: tuple[ContentProblem, ...] = ()


def merge(shipped: Protections, policies: Iterable[OwnPolicy]) -> Merged:
    """The shipped instruments, and every active policy whose file can be used."""
    places: dict[str, Jurisdiction] = {}
    instruments: list[Instrument] = []
    problems: list[ContentProblem] = []
    for policy in policies:
        if not policy.is_active:
            continue
        if policy.place and policy.place.id not in shipped.jurisdictions:
            places[policy.place.id] = policy.place
        found = read_own(policy.id, policy.file.encode("utf-8", "replace"), shipped)
        problems += found.problems
        if found.instrument:
            instruments.append(as_judged(found.instrument, policy))
    every = replace(
        shipped,
        instruments=(*shipped.instruments, *instruments),
        jurisdictions={**shipped.jurisdictions, **places},
    )
    return Merged(every, tuple(places.values()), tuple(problems))


def as_judged(instrument: Instrument, policy: OwnPolicy) -> Instrument:
    """The instrument as this organisation holds it: marked as theirs, and read only where somebody read the text."""
    ended = approximate_date(policy.last_day) if policy.last_day else None
    own = replace(instrument, added_on=policy.added.on, in_force_until=ended or instrument.in_force_until)
    if policy.is_text_read and policy.reading:
        source = replace(own.source, read_on=policy.reading.on, read_by=policy.reading.by or own.source.read_by)
        return replace(own, verification=Verification.TEXT_READ, source=source)
    return replace(own, rules=tuple(_as_reported(rule) for rule in own.rules))


def _as_reported(rule: Rule) -> Rule:
    if rule.effect.startswith("As reported"):
        return rule
    return replace(rule, effect=AS_REPORTED + rule.effect[:1].lower() + rule.effect[1:])
