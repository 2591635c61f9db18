"""The last day for which something is kept: the fields of any other day, with two usual spans on buttons."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate

from intake.actions.interview.page import AskedQuestion
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.approximate_date import ApproximateDateAnswer

KIND = "keep_date"
_QUARTER, _YEAR = 3, 12  # months


class KeepDateAnswer(ApproximateDateAnswer):
    """The same day of a later month, or the last one of a shorter month."""

    def quick_days(self) -> tuple[tuple[str, date], tuple[str, date]]:
        """In three months, and in a year."""
        return (
            (self.tr("For three months"), _later(self.today, _QUARTER)),
            (self.tr("For a year"), _later(self.today, _YEAR)),
        )


def _later(day: date, months: int) -> date:
    then = QDate(day.year, day.month, day.day).addMonths(months)
    return date(then.year(), then.month(), then.day())


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    return KeepDateAnswer(question, today)
