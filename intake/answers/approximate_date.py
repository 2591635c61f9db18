"""Dates as people remember them: a day, a month or a year in ISO 8601 form."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from intake.answers.model import ApproximateDate

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def approximate_date(iso: str) -> ApproximateDate | None:
    """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None when there is no such day, month or year."""
    found = _FORM.fullmatch(iso.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _span(iso.strip(), year or 0, month, day)
    except ValueError:
        return None


def _span(iso: str, year: int, month: int | None, day: int | None) -> ApproximateDate:
    if month is None:
        return ApproximateDate(iso, date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, month, 1)
        return ApproximateDate(iso, first, date(year, month, monthrange(year, month)[1]))
    exact = date(year, month, day)
    return ApproximateDate(iso, exact, exact)
