"""What every answer widget can do. One kind of answer is one file in this folder."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.answers.model import Answer
from ui.answer_widgets.raw_answer import Raw
from ui.lens.wording_check import WordingCheck


class AnswerWidget(QWidget):
    """Takes one answer in. It never judges what the answer means; the core does.

    ``is_typed`` says that answers come letter by letter, so that they are stored after a short pause.
    """

    answer_changed = Signal(object)  # Raw, whenever the person changed something
    go_on_wanted = Signal()  # Enter, where there is nothing left to do
    advice_wanted = Signal(str)  # a gentle sentence about the entry itself

    is_typed = False

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show what was answered before, or the half-typed text that is newer. Emits nothing."""
        raise NotImplementedError

    def put_back(self, raw: Raw) -> None:
        """Show a former entry again; None empties the widget. Emits nothing."""
        raise NotImplementedError

    def raw(self) -> Raw:
        """What stands in the widget now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """The part that takes the keyboard first."""
        raise NotImplementedError

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Have what is typed here looked over. Only where people write freely; the others leave it."""
        del check, case_id, question_id

    def empty(self) -> None:
        """Forget everything, what could be undone included."""
        self.put_back(None)
