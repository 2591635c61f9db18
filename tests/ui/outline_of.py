"""What a screen is made of, as text: each thing to read or to use in the order in which it stands, under what holds it.

Nothing of it depends on the day, on fonts or on the size of the window: no places, no sizes, no breaks of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

_LONGEST = 100  # characters of one line


def outline_of(root: QWidget, replaced: Mapping[str, str]) -> str:
    """One line a thing. ``replaced``: what is another word in every run, such as the label of a report."""
    text = "\n".join(_lines(root, 0)) + "\n"
    for word, stand_in in replaced.items():
        text = text.replace(word, stand_in)
    return text


def _lines(widget: QWidget, depth: int) -> Iterator[str]:
    if not widget.isVisible():
        return
    line = _line(widget)
    if line:
        yield "  " * depth + line[:_LONGEST]
    if _is_whole(widget):
        return
    below = depth + 1 if isinstance(widget, QGroupBox) and line else depth
    for part in _parts(widget):
        yield from _lines(part, below)


def _is_whole(widget: QWidget) -> bool:
    """Whether what is inside it is Qt's own."""
    whole = (QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
    return isinstance(widget, (*whole, QAbstractItemView))


def _line(widget: QWidget) -> str:
    role = str(widget.property("role") or "")
    name = " ".join(widget.accessibleName().split())
    if isinstance(widget, QLabel):
        words = " ".join(widget.text().split())
        return f"{role or 'text'}: {words}" if words else ""
    if isinstance(widget, QAbstractButton):
        words = " ".join(widget.text().split()) or name
        state = " (chosen)" if widget.isChecked() else ""
        return f"[{words}]{state}{'' if widget.isEnabled() else ' (not now)'} {role}".rstrip()
    if isinstance(widget, QGroupBox):
        return f"group: {name}" if name else ""
    if _is_whole(widget):
        return f"{widget.metaObject().className()}: {name}"
    return ""


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """What stands in it, as its layout has it; what has no layout, as it was made."""
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        yield from [current] if current is not None else []
    elif isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from [inner] if inner is not None else []
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    else:
        yield from (part for part in widget.children() if isinstance(part, QWidget) and not part.isWindow())


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)
