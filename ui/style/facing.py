"""Where the language runs from right to left, pictures point the other way and edges stand on the other side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.style.roles import refresh_style

_MIRRORED = {"arrow-right": "arrow-left", "chevron-right": "chevron-left", "here": "here-left"}


def facing(widget: QWidget, name: str) -> str:
    """The icon of that name as it has to point in this widget."""
    is_rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _MIRRORED.get(name, name) if is_rtl else name


def turn_edges(widget: QWidget) -> None:
    """Tell the style sheet which way the widget runs, so that its one edge stands between it and the question."""
    is_rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if bool(widget.property("rtl")) == is_rtl:
        return
    widget.setProperty("rtl", is_rtl)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the style has yet to look at it
        refresh_style(widget)
