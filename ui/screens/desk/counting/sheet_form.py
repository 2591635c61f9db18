"""The questions of one part, to be ticked, counted and forgotten. Nothing of it is stored while it stands here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.registry import build_answer_widget
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class SheetForm(QWidget):
    """Every question may stay open. The yes of the person comes first and is asked for each time."""

    count_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[str, AnswerWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.note = WrappedLabel("", Role.HINT)
        self.said_yes = TickLine()
        self._questions = QWidget()
        self._inner = QVBoxLayout(self._questions)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(12)
        self.add = WrappingButton("", Role.SECONDARY)
        self.close_button = WrappingButton("", Role.QUIET)
        foot = QWidget()
        flow = FlowLayout(foot, gap=12)
        flow.addWidget(self.add)
        flow.addWidget(self.close_button)
        for part in (self.note, self.said_yes, self._questions, foot):
            self._column.addWidget(part)
        self.add.clicked.connect(self.count_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def show_questions(self, note: str, questions: tuple[AskedQuestion, ...], today: date) -> None:
        """Put the questions of one part."""
        self.forget()
        self.note.setText(note)
        for question in questions:
            block = QWidget()
            column = QVBoxLayout(block)
            column.setContentsMargins(0, 8, 0, 0)
            column.setSpacing(6)
            answer = build_answer_widget(question, today)
            column.addWidget(WrappedLabel(question.prompt, Role.STRONG))
            column.addWidget(WrappedLabel(question.why_we_ask, Role.HINT))
            column.addWidget(answer)
            self._answers[question.id] = answer
            self._inner.addWidget(block)
            block.show()

    def given(self) -> dict[str, str | tuple[str, ...]]:
        """What is ticked now, by question; what is left open is left out."""
        raws = {name: answer.raw() for name, answer in self._answers.items()}
        return {name: raw for name, raw in raws.items() if isinstance(raw, str | tuple)}

    def clear(self) -> None:
        """Take every tick away, the yes of the person as well."""
        self.said_yes.clear()
        for answer in self._answers.values():
            answer.empty()

    def forget(self) -> None:
        """Take the questions away."""
        self.clear()
        self._answers = {}
        while (item := self._inner.takeAt(0)) is not None:
            block = item.widget()
            if block is not None:
                block.hide()
                block.deleteLater()

    def retranslate(self) -> None:
        """Set every text of ours anew."""
        self.said_yes.show_words(self.tr("The person said yes to being counted, with no name."))
        self.add.setText(self.tr("Add to the totals and forget"))
        self.close_button.setText(self.tr("Close"))
        give_name(self.add, self.add.text(), self.tr("Once counted, nobody can tell which one it was or take it out."))
        give_name(self.close_button, self.close_button.text())
