"""One piece of what is remembered: its words, how sure the person is, and a way to take it off."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import give_name
from ui.answer_widgets.rows.answer_row import AnswerRow
from ui.answer_widgets.rows.watched_line import WatchedLine
from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.style.roles import Role


class PieceRow(AnswerRow):
    """The tags exclude each other; a piece may go without one."""

    def __init__(self, question: AskedQuestion) -> None:
        super().__init__()
        self._prompt = question.prompt
        self._words = WatchedLine()
        self.line = self._words.line
        self._tags = ChoiceGroup(Role.NONANSWER)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self._words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tags, 1)
        row.addWidget(self.remove)
        self.column.addLayout(row)
        self._tags.show_choices("", tuple((tag.id, tag.label) for tag in question.options))
        self.line.textChanged.connect(self.changed)
        self.line.cut_short.connect(self.cut_short)
        self.line.returnPressed.connect(self._on_return)
        self._tags.chosen.connect(self.changed)

    def name(self, number: int) -> None:
        """Say to a screen reader which piece this is."""
        give_name(self.line, self.tr("Piece {number}").format(number=number), self._prompt)
        give_name(self.remove, self.tr("Take off piece {number}").format(number=number))

    def show_told(self, told: dict[str, str]) -> None:
        """Show words and tag without a signal."""
        self._words.show_text(told.get("words", ""))
        self._tags.choose(told.get("tag", ""))

    def told(self) -> dict[str, str]:
        """Words and tag as they stand."""
        return {"words": self.line.text(), "tag": self._tags.value()}

    @property
    def is_empty(self) -> bool:
        """Whether it has no words; a tag alone is nothing."""
        return not self.line.text().strip()

    def first_focus(self) -> QWidget:
        """Its words."""
        return self.line

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        tags = [button for button in self._tags.findChildren(QWidget) if button.focusPolicy().value]
        return [*self._words.stops(), *tags, self.remove]

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Mark in the words what could harm the person."""
        self._words.watch_with(check, case_id, question_id)

    def forget(self) -> None:
        """Empty its words, what could be undone included."""
        self._words.forget()
