"""Tab goes where the eye goes, also to parts that were made later than their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def set_reading_order(root: QWidget) -> None:
    """Let Tab follow the layouts below ``root`` from the top down. Quick enough to be called after every change."""
    for before, after in pairwise(_in_order(root)):
        QWidget.setTabOrder(before, after)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if content is not None:
        yield from _in_order(content)
    elif layout is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _in_order(widget)
        elif inner is not None:
            yield from _inside(inner)
