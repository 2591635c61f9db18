"""A screen as a few lines of text: what stands there as it is read, what each part is called, what can be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.accessible_names import _is_inner
from ui.reading_order import _as_read
from ui.style.roles import Role

_TITLES = {Role.TITLE.value, Role.HEADING.value, Role.QUESTION.value}
_DRAWN = re.compile(r"[a-z-]+( [a-z-]+){5}")
"""Six words drawn at random."""
_FOLDER = re.compile(r"/\S+")


def outline(root: QWidget) -> str:
    """One line for each title and for each part that takes the keyboard or a press, from the first read to the last.

    Class, role and name; (off) for what cannot be used now, (chosen) for what is ticked or pressed in.
    """
    return "".join(f"{line}\n" for widget in _as_read(root) for line in _line(widget))


def _line(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.property("role") in _TITLES:
        if widget.text():
            yield f"# {_steady(widget.text())}"
        return
    is_button = isinstance(widget, QAbstractButton)
    if (widget.focusPolicy() == Qt.FocusPolicy.NoFocus and not is_button) or _is_inner(widget):
        return
    interface = QAccessible.queryAccessibleInterface(widget)
    words = [type(widget).__name__, interface.role().name, f'"{_steady(interface.text(QAccessible.Text.Name))}"']
    if not widget.isEnabled():
        words.append("(off)")
    if isinstance(widget, QAbstractButton) and widget.isCheckable() and widget.isChecked():
        words.append("(chosen)")
    yield " ".join(words)


def _steady(words: str) -> str:
    """Without what differs from one run, or one computer, to the next."""
    flat = " ".join(words.replace("\u200b", "").split())
    return "(six words)" if _DRAWN.fullmatch(flat) else _FOLDER.sub("(folder)", flat)
