"""A day in words, in the language of the screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def day_words(day: date) -> str:
    """A day with its month as a word."""
    order = QCoreApplication.translate("DayWords", "d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), order)


def month_words(day: date) -> str:
    """The month of a day, with its year."""
    order = QCoreApplication.translate("DayWords", "MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), order)
