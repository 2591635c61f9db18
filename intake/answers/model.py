"""Typed answers. The five statuses are kept apart; the four non-answers all print as nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class AnswerStatus(StrEnum):
    """How a question was met (domain catalogue, universal answers)."""

    GIVEN = "given"
    DECLINED = "declined"
    NOT_KNOWN = "not_known"
    SKIPPED = "skipped"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Text:
    """Words as typed."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """The id of the one option chosen."""

    option: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """The ids of the options chosen, in catalogue order; empty means none of them fits."""

    options: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ApproximateDate:
    """A day, a month or a year, as precise as the person is: ``earliest`` to ``latest``, both included."""

    iso: str = field(repr=False)
    earliest: date = field(repr=False)
    latest: date = field(repr=False)


Row = tuple[tuple[str, str], ...]
"""One line of a list: the name of each column with what stands there."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Several lines of the same columns, in the order in which they were told."""

    rows: tuple[Row, ...] = field(repr=False)

    def as_list(self) -> list[dict[str, str]]:
        """Each line by its columns, as a file or a screen holds it."""
        return [dict(row) for row in self.rows]


AnswerValue = Text | Choice | Choices | ApproximateDate | Rows


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as kept: a status, and a value exactly when the status is *given*."""

    status: AnswerStatus
    value: AnswerValue | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """A given answer has a value, the four others have none."""
        if (self.status is AnswerStatus.GIVEN) != (self.value is not None):
            raise ValueError("a value belongs to a given answer and to no other")
