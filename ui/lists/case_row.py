"""How one report looks in the list: its label, and below it the days."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.cases_model import DAYS_ROLE
from ui.style.appearance import current_text_scale, current_tokens

_INSET = 20  # px around the words
_GAP = 2  # px between the two lines

_Index = QModelIndex | QPersistentModelIndex


class CaseRow(QStyledItemDelegate):
    """Draws the row's surface by the style sheet, then two lines of text that fit the text size."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Two lines and the room around them."""
        del index
        label, days = _fonts()
        height = QFontMetrics(label).height() + _GAP + QFontMetrics(days).height() + 2 * _INSET
        return QSize(option.rect.width(), height)

    def words_area(self, option: QStyleOptionViewItem, style: QStyle) -> QRect:
        """Where the two lines stand."""
        del style
        area: QRect = option.rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        return area

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Surface, label, days."""
        self.initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_Selected
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.state |= QStyle.StateFlag.State_Selected  # the ring stands where the keyboard is
        style = QApplication.style()
        widget = option.widget
        (widget.style() if widget else style).drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, widget
        )
        area = self.words_area(option, widget.style() if widget else style)
        tokens = current_tokens()
        label, days = _fonts()
        painter.save()
        painter.setLayoutDirection(option.direction)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.setFont(label)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(area, start, str(index.data()))
        painter.setFont(days)
        painter.setPen(QColor(tokens.ink_soft))
        below = area.adjusted(0, QFontMetrics(label).height() + _GAP, 0, 0)
        words = QFontMetrics(days).elidedText(str(index.data(DAYS_ROLE)), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, start, words)
        painter.restore()


def _fonts() -> tuple[QFont, QFont]:
    scale = current_text_scale()
    label, days = QFont(QApplication.font()), QFont(QApplication.font())
    label.setPixelSize(round(16 * scale))
    label.setBold(True)
    days.setPixelSize(round(13 * scale))
    return label, days
