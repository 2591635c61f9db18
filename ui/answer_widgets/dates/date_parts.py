"""Day, month and year as typed, and the one line they make. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class DateParts:
    """Three entries, each of which may be empty. ``month`` is "" or "1" to "12"."""

    year: str = field(default="", repr=False)
    month: str = field(default="", repr=False)
    day: str = field(default="", repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered at all."""
        return not (self.year or self.month or self.day)

    @property
    def has_whole_year(self) -> bool:
        """Whether the year has its four digits."""
        return self.year.isdecimal() and len(self.year) == _YEAR_DIGITS

    @property
    def has_stray_day(self) -> bool:
        """Whether a day stands there that no month belongs to, or that is no number."""
        return bool(self.day) and not (self.month and self.day.isdecimal())

    def line(self) -> str:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; with gaps where something is missing, as a draft keeps it."""
        if self.has_whole_year and not self.has_stray_day:
            numbers = [int(self.year), *(int(part) for part in (self.month, self.day) if part)]
            return "-".join(f"{number:02d}" for number in numbers)
        return f"{self.year}-{self.month}-{self.day}"


def read_parts(line: str) -> DateParts:
    """The parts of a line made by ``DateParts.line``; whatever is not a month number is left out."""
    year, month, day = (*line.split("-", 2), "", "")[:3]
    number = int(month) if month.isdecimal() else 0
    return DateParts(year, str(number) if 1 <= number <= 12 else "", day)  # noqa: PLR2004 - months of a year


def parts_of(day: date) -> DateParts:
    """The parts of one day."""
    return DateParts(str(day.year), str(day.month), str(day.day))
