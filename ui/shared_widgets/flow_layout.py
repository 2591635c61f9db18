"""A row that wraps, and that runs from right to left where the language does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places its widgets at their natural size, line after line; no line is wider than the room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take over one item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give one item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Never wants more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """More lines when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines at this width."""
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line."""
        items = self._visible_items()
        width = sum(item.sizeHint().width() for item in items) + self._gap * max(len(items) - 1, 0)
        height = max((item.sizeHint().height() for item in items), default=0)
        return QSize(width, height)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest widget at its narrowest."""
        size = QSize()
        for item in self._visible_items():
            size = size.expandedTo(item.minimumSize())
        return size

    def _visible_items(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, line_height = 0, 0, 0
        is_rtl = self._is_right_to_left()
        for item in self._visible_items():
            size = self._item_size(item, rect.width())
            if x > 0 and x + size.width() > rect.width():
                x, y, line_height = 0, y + line_height + self._gap, 0
            if not is_trial:
                left = rect.right() + 1 - x - size.width() if is_rtl else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), size))
            x += size.width() + self._gap
            line_height = max(line_height, size.height())
        return y + line_height

    def _item_size(self, item: QLayoutItem, room: int) -> QSize:
        size = _natural_size(item)
        if size.width() <= room:
            return size
        height = item.heightForWidth(room) if item.hasHeightForWidth() else size.height()
        return QSize(room, height)

    def _is_right_to_left(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _natural_size(item: QLayoutItem) -> QSize:
    """The height is asked for anew: the hint may still be that of the width before the first layout."""
    size = item.sizeHint()
    return QSize(size.width(), item.heightForWidth(size.width())) if item.hasHeightForWidth() else size


def button_row(*buttons: QWidget) -> QWidget:
    """Buttons side by side at their natural width."""
    row = QWidget()
    layout = FlowLayout(row, 12)
    for button in buttons:
        layout.addWidget(button)
    return row
