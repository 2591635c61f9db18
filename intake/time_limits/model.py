"""One thing that is better done soon, as its data file states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from intake.conditions.model import Condition


class Verified(StrEnum):
    """How well the time and the advice were checked against their source."""

    TEXT_READ = "text_read"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Manner(StrEnum):
    """What the time means: care that works until then, a thing that fades by then, or no set time at all."""

    CARE = "care"
    FADES = "fades"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Window:
    """How long after it happened: surely until ``least``, at the most until ``most``; ``best`` is the time advised."""

    least: timedelta
    most: timedelta
    best: timedelta | None = None


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One thing to do soon. ``window`` is None where it is to be done now, whenever it happened.

    ``at_home``: what home calls it, where others may look on: a word that tells nothing of the person.
    ``is_prompt``: it covers the screen once when it comes up, for waiting could cost a life.
    """

    id: str
    title: str
    manner: Manner
    show_when: Condition
    why: str
    steps: tuple[str, ...]
    citation: str
    locator: str
    verified: Verified
    rank: int = 50
    window: Window | None = None
    script: str = ""
    after_it: str = ""
    at_home: str = ""
    is_prompt: bool = False


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """All of them, the most pressing kinds first."""

    limits: tuple[TimeLimit, ...] = ()
    by_id: Mapping[str, TimeLimit] = field(default_factory=dict, repr=False)
