"""A scrolling column no wider than a line of text should be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.style.tokens import MEASURE

_FORM = 60  # characters


class ScrollColumn(QScrollArea):
    """Put widgets into ``column``. Grows with the text size; scrolls to whatever has the keyboard."""

    def __init__(self, parent: QWidget | None = None, *, is_centred: bool = False, characters: int = MEASURE) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._characters = characters
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(4, 4, 16, 24)
        self.column.setSpacing(16)
        if is_centred:
            row.addStretch(1)
        row.addWidget(self._inner, 1000)
        row.addStretch(1)
        self.setWidget(holder)
        self._limit()

    def add(self, widget: QWidget) -> None:
        """Add one widget below the others."""
        self.column.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_inner"):
            self._limit()

    def _limit(self) -> None:
        self._inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * self._characters + 40)


def centred_column(screen: QWidget) -> ScrollColumn:
    """The one column of a screen with a single form, in the middle."""
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(24, 24, 24, 24)
    column = ScrollColumn(is_centred=True, characters=_FORM)
    whole.addWidget(column)
    return column
