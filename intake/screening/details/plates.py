"""Licence plates. The other person's are evidence, so one counts only beside a word for the reporter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.screening.details.detail import Detail, Whose

_PLATE = re.compile(
    r"(?<![\w-])(?:\d[A-Z]{3}\d{3}|[A-Z]{3}[ -]?\d{3,4}|[A-Z]{3}-\d\d-\d\d"
    r"|\d{2,4}-?[A-Z]{2,3}\d{0,4}|\d[A-Z]{3} \d{2,3}|[A-Z]\d{2}[ -]?[A-Z0-9]{3,4})(?![\w-])"
)
_LETTERS = re.compile(r"[A-Z]{1,3}[ -]?$")


class Plates:
    """California's and Mexico's, and what looks like them."""

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each that may be one."""
        after = 0
        for at in numbers:
            letters = _LETTERS.search(text, max(0, at - 4), at)
            found = _PLATE.match(text, max(after, letters.start()) if letters else at)
            if found and found.start() >= after:
                after = found.end()
                yield Detail(*found.span(), Whose.ONLY_OWN)
