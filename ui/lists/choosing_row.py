"""A report in the list with a box before it. The whole row and the space bar tick it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.lists.case_row import CaseRow
from ui.lists.choosing_model import ChoosingModel

_GAP = 12  # px between the box and the words

_Index = QModelIndex | QPersistentModelIndex


class ChoosingRow(CaseRow):
    """Leaves room for the box that the style draws, and ticks once for each press."""

    def words_area(self, option: QStyleOptionViewItem, style: QStyle) -> QRect:
        """What is left beside the box."""
        area = super().words_area(option, style)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, option.widget)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            area.setRight(min(area.right(), box.left() - _GAP))
        else:
            area.setLeft(max(area.left(), box.right() + _GAP))
        return area

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tick on the left button and on Space; everything else is the list's."""
        del option
        is_press = (isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)) or (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        if is_press and isinstance(model, ChoosingModel):
            model.toggle(index)
        return is_press
