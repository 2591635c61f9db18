"""From the trace of a judged condition to the reasons worth saying, and to the answers that could settle it."""

from __future__ import annotations

from collections.abc import Iterator

from intake.conditions.evaluate import Step
from intake.conditions.facts import Facts
from intake.conditions.model import AllOf, AnyOf, Comparison, Includes, Is, Not, Truth
from intake.protections.findings import Because


def deciding(step: Step, *, inside_any: bool = False) -> Iterator[tuple[Comparison, Step]]:
    """The comparisons that made the condition come out as it did; the others had no say.

    Where several ways are open, the parts of one way count in order: what comes later in it
    (a date that matters for one offence alone) has no say before the first part is settled.
    """
    match step.condition:
        case AllOf() | AnyOf():
            alike = [part for part in step.parts if part.truth is step.truth]
            if isinstance(step.condition, AllOf) and inside_any and step.truth is not Truth.YES:
                alike = alike[:1]
            for part in alike:
                yield from deciding(part, inside_any=inside_any or isinstance(step.condition, AnyOf))
        case Not():
            yield from deciding(step.parts[0], inside_any=inside_any)
        case _:
            yield step.condition, step


def reasons(step: Step) -> tuple[Because, ...]:
    """What to say of the condition, each reason once, in reading order."""
    said = (Because(_text(leaf, judged), leaf.subject, judged.values) for leaf, judged in deciding(step))
    return tuple(dict.fromkeys(because for because in said if because.text))


def could_settle(step: Step, facts: Facts) -> tuple[str, ...]:
    """The facts whose answer could settle a *cannot tell*.

    A value that is known but unsettled in law is left out: no answer of the person changes that.
    """
    if step.truth is not Truth.CANNOT_TELL:
        return ()
    names = (leaf.subject for leaf, judged in deciding(step) if not _unsettled(leaf, judged, facts))
    return tuple(dict.fromkeys(names))


def _unsettled(leaf: Comparison, judged: Step, facts: Facts) -> bool:
    if not isinstance(leaf, Is | Includes) or not judged.values:
        return False
    return not facts.could_gain(leaf.subject, (*leaf.values, *leaf.unsettled))


def _text(leaf: Comparison, judged: Step) -> str:
    said = leaf.reasons
    if judged.truth is Truth.CANNOT_TELL:
        return said.unsettled if judged.values and said.unsettled else said.cannot_tell
    return said.yes if judged.truth is Truth.YES else said.no
