"""Conditions as frozen data: all, any, not, and seven comparisons. There is no code in content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Truth(StrEnum):
    """Yes, no, or cannot tell from what is known."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Reasons:
    """What to say of one comparison when it is met, failed or open; ``{values}`` stands for the values met.

    ``unsettled`` is said instead of ``cannot_tell`` when something is known but it cannot be judged.
    """

    yes: str = ""
    no: str = ""
    cannot_tell: str = ""
    unsettled: str = ""


@dataclass(frozen=True, slots=True)
class Is:
    """The fact is one of these values; a value in ``unsettled`` cannot be judged."""

    subject: str
    values: tuple[str, ...]
    unsettled: tuple[str, ...] = ()
    reasons: Reasons = field(default_factory=Reasons)


@dataclass(frozen=True, slots=True)
class Includes:
    """The list holds at least one of these values; failing that, one in ``unsettled`` leaves it open."""

    subject: str
    values: tuple[str, ...]
    unsettled: tuple[str, ...] = ()
    reasons: Reasons = field(default_factory=Reasons)


@dataclass(frozen=True, slots=True)
class Within:
    """The place is this jurisdiction or lies in it; a place that contains it cannot be judged."""

    subject: str
    place: str
    reasons: Reasons = field(default_factory=Reasons)


@dataclass(frozen=True, slots=True)
class Before:
    """The date, however approximate, lies before this day."""

    subject: str
    day: date
    reasons: Reasons = field(default_factory=Reasons)


@dataclass(frozen=True, slots=True)
class OnOrAfter:
    """The date, however approximate, is this day or later."""

    subject: str
    day: date
    reasons: Reasons = field(default_factory=Reasons)


@dataclass(frozen=True, slots=True)
class SomeRecord:
    """The list of records holds one whose every named field has one of the listed values.

    ``but_not`` names fields that must have none of the listed values. A field that is absent or
    ``unknown`` cannot be judged, unless ``unknown`` is itself listed.
    """

    subject: str
    fields: Mapping[str, tuple[str, ...]]
    reasons: Reasons = field(default_factory=Reasons)
    but_not: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """The subject is known at all (for a list: also when it is empty). Never *cannot tell*."""

    subject: str
    reasons: Reasons = field(default_factory=Reasons)


Comparison = Is | Includes | Within | Before | OnOrAfter | SomeRecord | Known


@dataclass(frozen=True, slots=True)
class AllOf:
    """No if any part is no, else cannot tell if any part is, else yes. Empty is yes."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Yes if any part is yes, else cannot tell if any part is, else no. Empty is no."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The mirror of its part."""

    part: Condition


Condition = AllOf | AnyOf | Not | Is | Includes | Within | Before | OnOrAfter | SomeRecord | Known
