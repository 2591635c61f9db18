"""A longer account. Enter begins a new line; Tab leaves the field."""

from __future__ import annotations

from datetime import date

from intake.actions.interview.page import AskedQuestion
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.guarded_edits import GuardedText
from ui.answer_widgets.text_answer import TextAnswer

KIND = "long_text"


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    del today
    return TextAnswer(GuardedText(), question.prompt)
