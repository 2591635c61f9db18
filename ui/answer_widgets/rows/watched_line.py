"""One line to write freely, and below it what may be said of its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.answer_widgets.guarded_edits import GuardedLine
from ui.lens.box_watch import BoxWatch
from ui.lens.boxes import LineBox
from ui.lens.wording_check import WordingCheck


class WatchedLine(QWidget):
    """A part of an answer of several lines. Nothing stands below the line before its words are looked over."""

    def __init__(self) -> None:
        super().__init__()
        self.line = GuardedLine()
        self._watch: BoxWatch | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Mark in the line what could harm the person."""
        self._watch = BoxWatch(LineBox(self.line), check, f"{case_id} {question_id}", question_id, self)
        self._column.addWidget(self._watch)
        self._watch.text_shown()

    def show_text(self, text: str) -> None:
        """Put words in without a signal."""
        self.line.show_text(text)
        if self._watch is not None:
            self._watch.text_shown()

    def forget(self) -> None:
        """Empty it without a signal; ``clear`` also forgets what could be undone."""
        was_blocked = self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(was_blocked)
        if self._watch is not None:
            self._watch.forget()

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, or may come to, in order."""
        below = self._watch.findChildren(QWidget) if self._watch is not None else []
        return [self.line, *(part for part in below if part.focusPolicy() & Qt.FocusPolicy.ClickFocus)]
