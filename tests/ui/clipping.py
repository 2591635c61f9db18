"""Finds every label and button on the screen whose words do not fit."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from ui.shared_widgets.choice_button import WrappingButton

_SLACK = 1  # px of rounding


def clipped(root: QWidget) -> list[str]:
    """What is cut off below ``root``, as the first words of the text and the missing room."""
    for _ in range(5):  # a layout may ask for another one
        QApplication.processEvents()
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        missing = _missing(widget)
        if missing:
            words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()
            found.append(f"{type(widget).__name__} {words[:40]!r}: {missing}")
    return found


def clipped_at_rest(root: QWidget) -> list[str]:
    """What is still cut off when a long column has found its heights: each pass of a layout brings the next."""
    for _ in range(40):
        QTest.qWait(15)
        if not clipped(root):
            return []
    return clipped(root)


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
