"""Remembers on which of some widgets the keyboard is, and where in the words, to put it on its successor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


class HeldFocus:
    """Made before widgets are replaced by others in the same order."""

    def __init__(self, stops: Sequence[QWidget]) -> None:
        self._place = next((number for number, stop in enumerate(stops) if stop.hasFocus()), None)
        self._span = _span_in(stops[self._place]) if self._place is not None else (0, 0)

    def give_back(self, stops: Sequence[QWidget]) -> None:
        """Put the keyboard where it was; nothing when it was elsewhere."""
        if self._place is None or self._place >= len(stops):
            return
        stop = stops[self._place]
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        anchor, cursor = self._span
        if isinstance(stop, QLineEdit):
            stop.setCursorPosition(anchor)
            stop.cursorForward(anchor != cursor, cursor - anchor)
        elif isinstance(stop, QPlainTextEdit):
            at = stop.textCursor()
            at.setPosition(anchor)
            at.setPosition(cursor, at.MoveMode.KeepAnchor)
            stop.setTextCursor(at)


def _span_in(widget: QWidget) -> tuple[int, int]:
    if isinstance(widget, QLineEdit):
        cursor, start = widget.cursorPosition(), widget.selectionStart()
        if start < 0:
            return cursor, cursor
        return (widget.selectionEnd() if cursor == start else start), cursor
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().anchor(), widget.textCursor().position()
    return 0, 0
