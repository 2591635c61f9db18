"""A day in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def day_words(day: date) -> str:
    """A day with its month as a word."""
    return QLocale("en").toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
