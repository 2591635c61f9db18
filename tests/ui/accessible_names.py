"""Finds every widget that takes the keyboard and has no name to be heard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

# Qt's own inner parts: the widget around them carries the name
_INNER = {"qt_spinbox_lineedit", "qt_scrollarea_viewport", "qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer"}
_INNER_CLASSES = {"QComboBoxListView", "QComboBoxPrivateContainer", "QExpandingLineEdit"}


def nameless(root: QWidget) -> list[str]:
    """Class and object name of each focusable widget below ``root`` without an accessible name."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_inner(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{widget.metaObject().className()} {widget.objectName()}".strip())
    return found


def _is_inner(widget: QWidget) -> bool:
    is_bare_area = type(widget).__mro__[0] is QAbstractScrollArea or isinstance(widget, QScrollBar)
    return is_bare_area or widget.objectName() in _INNER or widget.metaObject().className() in _INNER_CLASSES
