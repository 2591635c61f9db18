"""One thing that was said: its day, what it is, the words, and the way to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from ui.accessibility import give_name
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.interview.timeline import TimelineLine


class LineCard(Card):
    """Only looked at; changing is done at the question."""

    question_wanted = Signal(str)

    def __init__(self, line: TimelineLine) -> None:
        super().__init__()
        self._line = line
        self.to_question = WrappingButton("", Role.QUIET)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(4)
        for words, role in ((line.day, Role.LABEL), (line.title, Role.STRONG), (line.words, Role.BODY)):
            if words:
                self.column.addWidget(WrappedLabel(words, role))
        self.column.addWidget(self.to_question, 0, Qt.AlignmentFlag.AlignLeading)
        self.to_question.clicked.connect(self._on_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text of ours anew."""
        self.to_question.setText(self.tr("Go to the question"))
        self.to_question.set_icon_name(facing(self, "arrow-right"))
        give_name(self.to_question, self.tr("Go to the question: {prompt}").format(prompt=self._line.prompt))

    @Slot()
    def _on_wanted(self) -> None:
        self.question_wanted.emit(self._line.question_id)
