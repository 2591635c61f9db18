"""A comparison of policies as the data files state it. Nothing here can hold a word about a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.protections.model import Verification


class Standing(StrEnum):
    """How a policy stands to one row; what nobody has read is *not known* sooner than *left out*."""

    COVERED = "covered"
    PARTLY = "partly"
    LEFT_OUT = "left_out"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look for in a policy, in our own words; ``locator`` is its place in the source of its group."""

    id: str
    title: str
    words: str
    locator: str


@dataclass(frozen=True, slots=True)
class RowGroup:
    """All rows that come from one source."""

    id: str
    place: int
    title: str
    citation: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one policy stands to one row, why, and where in the policy that is to be read."""

    standing: Standing
    reason: str
    locator: str


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy that is compared. ``caution`` says how far our reading of it can be trusted.

    ``cells`` has one entry for every row; ``locators`` gives the places by the short names that cells use.
    """

    id: str
    file: str
    place: int
    name: str
    short_name: str
    caution: str
    verification: Verification
    instruments: tuple[str, ...]
    citation: str
    read_on: date
    locators: Mapping[str, str]
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Theme:
    """Questions that belong together, for an office that writes or mends a policy."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is needed to lay policies side by side."""

    groups: tuple[RowGroup, ...] = ()
    policies: tuple[Policy, ...] = ()
    themes: tuple[Theme, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, in reading order."""
        return tuple(row for group in self.groups for row in group.rows)
