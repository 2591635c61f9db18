"""Full dates that are too old to be a report's: they are taken for dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.screening.details.detail import Detail, DetailWords, Whose
from intake.screening.details.listed import either

_YEAR = r"(?:19[3-9]\d|200\d|201[0-2])"
_LONGEST = 30


class BirthDates:
    """In numbers, and with the month as a word."""

    def __init__(self, words: DetailWords) -> None:
        month = rf"(?i:{either(words.months)})\.?"
        self._in_numbers = re.compile(
            rf"(?<![\w./-])(?:\d{{1,2}}([./-])\d{{1,2}}\1(?:{_YEAR}|[3-9]\d)|{_YEAR}-\d\d-\d\d)(?![\w/-])"
        )
        self._year = re.compile(rf"{_YEAR}\b")
        self._day = re.compile(
            rf"(?<!\w)(?:\d{{1,2}} (?:de )?{month},? (?:del? )?|{month} \d{{1,2}}(?:st|nd|rd|th)?,? )$"
        )

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each full date of a year between 1930 and 2012."""
        for at in numbers:
            date, year = self._in_numbers.match(text, at), self._year.match(text, at)
            day = self._day.search(text, max(0, at - _LONGEST), at) if year else None
            if date:
                yield Detail(*date.span(), Whose.UNLESS_OTHERS)
            elif year and day:
                yield Detail(day.start(), year.end(), Whose.UNLESS_OTHERS)
