"""Today and now, as values that a test can replace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Whatever can tell the day and the moment."""

    def today(self) -> date:
        """The calendar day at the desk."""
        ...

    def now(self) -> datetime:
        """The moment, with its zone."""
        ...


class MachineClock:
    """The clock of this machine: the day in its own zone, the moment in UTC."""

    def today(self) -> date:
        """The calendar day at the desk."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The moment, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for tests and for the training vault."""

    moment: datetime

    def today(self) -> date:
        """The day of the fixed moment."""
        return self.moment.date()

    def now(self) -> datetime:
        """The fixed moment."""
        return self.moment
