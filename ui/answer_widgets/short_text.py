"""A few words on one line."""

from __future__ import annotations

from datetime import date

from intake.actions.interview.page import AskedQuestion
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.answer_widgets.text_answer import TextAnswer

KIND = "short_text"


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind. Enter goes on."""
    del today
    field = GuardedLine()
    widget = TextAnswer(field, question.prompt)
    field.returnPressed.connect(widget.go_on_wanted)
    return widget
