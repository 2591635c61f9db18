"""A day that is still to come: the fields of any other day, with other buttons for what is said most often."""

from __future__ import annotations

from datetime import date, timedelta

from intake.actions.interview.page import AskedQuestion
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.approximate_date import ApproximateDateAnswer

KIND = "coming_date"


class ComingDateAnswer(ApproximateDateAnswer):
    """Two buttons for days close by; everything else is typed."""

    def quick_days(self) -> tuple[tuple[str, date], tuple[str, date]]:
        """Tomorrow, and the same day next week."""
        return (
            (self.tr("Tomorrow"), self.today + timedelta(days=1)),
            (self.tr("In a week"), self.today + timedelta(days=7)),
        )


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    return ComingDateAnswer(question, today)
