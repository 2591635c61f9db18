"""Finds the widget for a kind of answer: the file of that name."""

from __future__ import annotations

import importlib
from datetime import date

from intake.actions.interview.page import AskedQuestion
from intake.errors import Defect
from ui.answer_widgets.answer_widget import AnswerWidget


def build_answer_widget(question: AskedQuestion, today: date) -> AnswerWidget:
    """Make ``ui/answer_widgets/<kind>.py``'s widget for a question. Adding a kind is adding that file."""
    module = importlib.import_module(f"ui.answer_widgets.{question.kind}")
    widget = module.build(question, today)
    if not isinstance(widget, AnswerWidget):
        raise Defect(f"ui.answer_widgets.{question.kind}.build did not return an AnswerWidget")
    return widget
