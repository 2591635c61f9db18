"""One piece of what is remembered: its words, how sure the person is, and a way to take it off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from ui.accessibility import give_name
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.style.roles import Role


class PieceRow(Card):
    """The tags exclude each other; a piece may go without one."""

    changed = Signal()
    cut_short = Signal()
    next_wanted = Signal(object)  # this row, on Enter
    removed = Signal(object)  # this row

    def __init__(self, tags: tuple[OptionWords, ...]) -> None:
        super().__init__()
        self.line = GuardedLine()
        self._tags = ChoiceGroup(Role.NONANSWER)
        self._choices = tuple((tag.id, tag.label) for tag in tags)
        self._remove = WrappingButton(self.tr("Take off"), Role.QUIET)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tags, 1)
        row.addWidget(self._remove)
        self.column.addLayout(row)
        self.line.textChanged.connect(self.changed)
        self.line.cut_short.connect(self.cut_short)
        self.line.returnPressed.connect(lambda: self.next_wanted.emit(self))
        self._tags.show_choices("", self._choices)
        self._tags.chosen.connect(self.changed)
        self._remove.clicked.connect(lambda: self.removed.emit(self))

    def name(self, number: int, prompt: str) -> None:
        """Say to a screen reader which piece this is."""
        words = self.tr("Piece {number}").format(number=number)
        give_name(self.line, words, prompt)
        give_name(self._remove, self.tr("Take off piece {number}").format(number=number))

    def show_piece(self, piece: dict[str, str]) -> None:
        """Show words and tag without a signal."""
        self.line.show_text(piece.get("words", ""))
        self._tags.choose(piece.get("tag", ""))

    def piece(self) -> dict[str, str]:
        """Words and tag as they stand."""
        return {"words": self.line.text(), "tag": self._tags.value()}

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        tags = [button for button in self._tags.findChildren(QWidget) if button.focusPolicy().value]
        return [self.line, *tags, self._remove]


def column_of(widget: QWidget, spacing: int) -> QVBoxLayout:
    """A column without margins."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
