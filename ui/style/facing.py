"""Pictures that point somewhere point the other way where the language runs from right to left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_MIRRORED = {"arrow-right": "arrow-left", "chevron-right": "chevron-left", "here": "here-left"}


def facing(widget: QWidget, name: str) -> str:
    """The icon of that name as it has to point in this widget."""
    is_rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _MIRRORED.get(name, name) if is_rtl else name
