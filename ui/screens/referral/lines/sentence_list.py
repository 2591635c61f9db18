"""Sentences one below the other, each as tall as its words; moved and dropped by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

_ROWS_SEEN = 5  # rows of one line of type
_BESIDE, _ABOUT = 48, 36  # px that a row needs beside and above its words, by the style sheet


class SentenceList(QListWidget):
    """Arrow keys choose. Enter uses the sentence, Alt+Up and Alt+Down move it, Delete drops it."""

    used = Signal(int)
    moved = Signal(int, int)  # row, by how many
    dropped = Signal(int)

    def __init__(self, rows_seen: int = _ROWS_SEEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_seen = rows_seen
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.itemActivated.connect(self._on_activated)

    def show_texts(self, texts: tuple[str, ...], row: int = 0) -> None:
        """Show these sentences with one of them current."""
        if texts != tuple(self.item(number).text() for number in range(self.count())):
            self.clear()
            for text in texts:
                self.addItem(QListWidgetItem(text))
            self._fit()
        if texts:
            self.setCurrentRow(min(max(row, 0), len(texts) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that change the list; all others move in it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in steps:
            self.moved.emit(self.currentRow(), steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.dropped.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.used.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def move_up(self) -> None:
        """Ask for the current sentence one place higher."""
        self.moved.emit(self.currentRow(), -1)

    @Slot()
    def move_down(self) -> None:
        """Ask for the current sentence one place lower."""
        self.moved.emit(self.currentRow(), 1)

    @Slot()
    def drop(self) -> None:
        """Ask to take the current sentence out."""
        self.dropped.emit(self.currentRow())

    @Slot()
    def use(self) -> None:
        """Ask to use the current sentence."""
        self.used.emit(self.currentRow())

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        width = max(self.viewport().width() - _BESIDE, metrics.averageCharWidth() * 8)
        for number in range(self.count()):
            item = self.item(number)
            room = metrics.boundingRect(0, 0, width, 10_000, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(width, room.height() + _ABOUT))
        self.setMinimumHeight((metrics.height() + _ABOUT) * self._rows_seen)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.used.emit(self.row(item))
