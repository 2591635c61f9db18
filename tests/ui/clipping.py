"""Finds every label and button on the screen whose words do not fit."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from ui.shared_widgets.choice_button import WrappingButton

_SLACK = 1  # px of rounding
_LOOKS, _BETWEEN_LOOKS_MS = 40, 15


def clipped(root: QWidget) -> list[str]:
    """What is cut off below ``root`` once it rests, as the first words of the text and the missing room.

    Each pass of a layout may bring the next one, so what is cut off now is looked at again before it counts.
    """
    for _ in range(_LOOKS):
        QTest.qWait(_BETWEEN_LOOKS_MS)
        if not (found := _cut_off(root)):
            break
    return found


def _cut_off(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        missing = _missing(widget)
        if missing:
            words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()
            found.append(f"{type(widget).__name__} {words[:40]!r}: {missing}")
    return found


def _missing(widget: QWidget) -> str:
    needed_width, needed_height = _needed(widget)
    parent = widget.parentWidget()
    sticks_out = parent is not None and not parent.rect().adjusted(-2, -2, 2, 2).contains(widget.geometry())
    if needed_width > widget.width() + _SLACK:
        return f"{needed_width - widget.width()} px in width"
    if needed_height > widget.height() + _SLACK:
        return f"{needed_height - widget.height()} px in height"
    return "sticks out of its parent" if sticks_out else ""


def _needed(widget: QWidget) -> tuple[int, int]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.minimumSizeHint().width(), max(widget.heightForWidth(widget.width()), 0)
    if isinstance(widget, QLabel) and widget.pixmap().isNull() and not widget.text():
        return 0, 0
    if isinstance(widget, WrappingButton):
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    if isinstance(widget, QLineEdit):
        return 0, widget.minimumSizeHint().height()
    hint = widget.minimumSizeHint()
    return hint.width(), hint.height()
