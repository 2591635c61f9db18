"""The words of one paper, large and numbered, to be copied by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role, set_role


class PaperWords(QFrame):
    """Nothing here can be selected or copied. The keyboard comes here once, so that a screen reader says every word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        set_role(self, Role.PAPER_WORDS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._rows = QWidget()
        self._flow = FlowLayout(self._rows, gap=24)
        self._column.addWidget(self._rows)

    def show_words(self, title: str, words: tuple[str, ...]) -> None:
        """Show the words of one paper; ``title`` says which."""
        while len(self._labels) < len(words):
            self._labels.append(_word_label())
            self._flow.addWidget(self._labels[-1])
            self._labels[-1].show()  # at once, so that it counts when the height is measured
        for place, (label, word) in enumerate(zip(self._labels, words, strict=False), start=1):
            label.setText(f"{place}.\u00a0{word}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        give_name(self, title, self.text())
        self._even_out()

    def clear(self) -> None:
        """No word stays, neither to be seen nor to be heard."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_name(self, "")
        for label in self._labels:
            label.clear()

    def text(self) -> str:
        """Everything it shows now."""
        return "   ".join(label.text() for label in self._labels if label.text())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many lines as this width needs."""
        super().resizeEvent(event)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_labels"):
            self._even_out()

    def _even_out(self) -> None:
        """Columns below each other: every word takes the room of the longest."""
        for label in self._labels:
            label.setMinimumWidth(0)
            label.ensurePolished()
        widest = max((label.sizeHint().width() for label in self._labels), default=0)
        for label in self._labels:
            label.setMinimumWidth(widest)
        self._keep_height()

    def _keep_height(self) -> None:
        inside = self.contentsRect().marginsRemoved(self._column.contentsMargins())
        self._rows.setMinimumHeight(self._flow.heightForWidth(max(inside.width(), 1)))


def _word_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    set_role(label, Role.HEADING)
    return label
