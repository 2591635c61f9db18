"""The table itself: headers that wrap, rows as high as their words, arrows to move, Tab to leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from intake.protections.comparison.view import CellView, ComparisonView, RowView
from ui.screens.policies.table_model import ICON_SIZE, ComparisonModel
from ui.style.appearance import current_text_scale, current_tokens

_Index = QModelIndex | QPersistentModelIndex
_PAD = 10  # px on each side of a word
_TITLE_CHARACTERS = 19
_COLUMN_CHARACTERS = 13
_LINES_IN_SIGHT = 22  # lines of text before the table scrolls by itself


class WrappingHeader(QHeaderView):
    """A header whose words wrap; Qt's own cuts them off."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def words(self, section: int) -> str:
        """What this section says."""
        model = self.model()
        return str(model.headerData(section, self.orientation()) or "") if model is not None else ""

    def height_at(self, section: int, width: int) -> int:
        """How high the words are when they have ``width`` px, their room around them included."""
        room = QRect(0, 0, max(width - 2 * _PAD, 1), 10_000)
        return self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.words(section)).height() + 2 * _PAD

    def longest_word(self, section: int) -> int:
        """How wide the longest word is, in px."""
        metrics = self._metrics()
        return max((metrics.horizontalAdvance(word) for word in self.words(section).split()), default=0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """The words at the start edge, wrapped, above a hairline."""
        tokens = current_tokens()
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.fillRect(rect, tokens.paper)
        painter.setPen(tokens.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(tokens.ink)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextWordWrap
        )
        painter.drawText(rect.adjusted(_PAD, 0, -_PAD, 0), flags, self.words(section))
        painter.restore()

    def _metrics(self) -> QFontMetrics:
        font = self.font()
        font.setBold(True)
        return QFontMetrics(font)


class ComparisonTable(QTableView):
    """Says which cell has the keyboard, so that its reason can stand below."""

    cell_shown = Signal(object, object)  # RowView, CellView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison = ComparisonModel(self)
        self.setHorizontalHeader(WrappingHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(WrappingHeader(Qt.Orientation.Vertical, self))
        self.setModel(self.comparison)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leads on to what comes after the table
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_view(self, view: ComparisonView, reason_words: str) -> None:
        """Show another comparison; the keyboard stays in its row."""
        before = max(self.currentIndex().row(), 0)
        self.comparison.show_view(view, reason_words)
        self._measure()
        self.setCurrentIndex(self.comparison.index(before, 0))

    def current(self) -> tuple[RowView, CellView] | None:
        """The row and the cell that have the keyboard."""
        index = self.currentIndex()
        row, cell = self.comparison.row_at(index.row()), self.comparison.cell_at(index)
        return (row, cell) if row is not None and cell is not None else None

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        """Tell of the cell."""
        super().currentChanged(current, previous)
        found = self.current()
        if found is not None:
            self.cell_shown.emit(*found)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size and the reading direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "comparison"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the room to the columns, and see how high the words are then."""
        super().resizeEvent(event)
        self._measure()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a comfortable part of the table."""
        most = self.fontMetrics().lineSpacing() * _LINES_IN_SIGHT
        rows = self.verticalHeader().length() + self.horizontalHeader().height()
        room = self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), min(rows + room, most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A row header and one column."""
        return QSize(0, self.sizeHint().height())

    def _measure(self) -> None:
        side, above = self.verticalHeader(), self.horizontalHeader()
        if not isinstance(side, WrappingHeader) or not isinstance(above, WrappingHeader):
            return
        letter, columns = self.fontMetrics().averageCharWidth(), self.comparison.columnCount()
        icon = round(ICON_SIZE * current_text_scale())
        self.setIconSize(QSize(icon, icon))
        titles = range(self.comparison.rowCount())
        widest = max((side.longest_word(row) for row in titles), default=0) + 2 * _PAD
        side.setFixedWidth(max(widest, min(letter * _TITLE_CHARACTERS + 2 * _PAD, self.width() // 3)))
        room = self.width() - side.width() - self.verticalScrollBar().sizeHint().width() - 2 * self.frameWidth()
        narrowest = [max(self._word_room(), above.longest_word(one) + 2 * _PAD) for one in range(columns)]
        shared = max(room - sum(narrowest), 0)
        for one, width in enumerate(narrowest):
            extra = (shared if one else 0) if self.comparison.has_reasons else shared // max(columns, 1)
            self.setColumnWidth(one, width + extra)
        above.setFixedHeight(max((above.height_at(one, self.columnWidth(one)) for one in range(columns)), default=0))
        for row in titles:
            self.setRowHeight(row, max(side.height_at(row, side.width()), self._reason_height(row)))
        self.updateGeometry()

    def _word_room(self) -> int:
        icon = round(ICON_SIZE * current_text_scale())
        letter = self.fontMetrics().averageCharWidth()
        return icon + letter * _COLUMN_CHARACTERS + 3 * _PAD

    def _reason_height(self, row: int) -> int:
        if not self.comparison.has_reasons:
            return 0
        index = self.comparison.index(row, 1)
        room = QRect(0, 0, max(self.columnWidth(1) - 4 * _PAD, 1), 10_000)
        words = str(index.data())
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() + 3 * _PAD
