"""A field for the recovery words of one paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.answer_widgets.guarded_edits import GuardedText
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class PaperField(QWidget):
    """Label and field. Tab leaves it; nothing is learned from what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = WrappedLabel("", Role.STRONG)
        self.edit = GuardedText()
        self._label.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.edit)

    def show_label(self, words: str) -> None:
        """Say which paper."""
        self._label.setText(words)
        give_name(self.edit, words)

    def text(self) -> str:
        """What was typed."""
        return self.edit.toPlainText()

    def clear(self) -> None:
        """Empty it; nothing can be undone to what was there."""
        self.edit.show_text("")
