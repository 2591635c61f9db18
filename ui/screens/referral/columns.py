"""Two columns while there is room for both, one below the other when there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ui.style.appearance import current_tokens
from ui.style.tokens import RADIUS

_ROOM_FOR_TWO = 58  # widths of the text's height that two columns need
_GAP = 24  # px
_RING = 4  # px kept free for the ring


class RingedScroll(QScrollArea):
    """Shows with a ring that it has the keyboard; the arrow keys then move what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(_RING, _RING, _RING, _RING)

    def event(self, event: QEvent) -> bool:
        """Draw the ring outside of the viewport."""
        done = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current_tokens().accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
            painter.end()
        return done


class GrowingScroll(RingedScroll):
    """Scrolls by itself in a column of its own; stacked, it is as tall as what it holds and scrolls nothing."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stacked = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def set_stacked(self, is_stacked: bool) -> None:
        """Say who scrolls: this column, or the one around it."""
        self._is_stacked = is_stacked
        never, if_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(never if is_stacked else if_needed)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with the content."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._fit()
        return done

    def _fit(self) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(layout.totalMinimumSize().width() + bar + 2 * _RING)
        if not self._is_stacked:
            self.setMinimumHeight(self.fontMetrics().height() * 8)
            return
        width = self.viewport().width()
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        height += 2 * _RING
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class Columns(QScrollArea):
    """``start`` beside ``side`` with ``foot`` under the side; stacked: start, side, foot, or side first if asked."""

    def __init__(
        self,
        start: QWidget,
        side: QWidget,
        foot: QWidget,
        shares: tuple[int, int] = (3, 2),
        *,
        side_first: bool = False,
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(16)
        self._start, self._side, self._foot = start, side, foot
        self._shares = shares
        self._side_first = side_first
        self.is_stacked: bool | None = None
        self.setWidget(holder)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement for this width."""
        self._arrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_grid"):
            self._arrange()

    def _arrange(self) -> None:
        is_stacked = self.width() < self.fontMetrics().height() * 0.75 * _ROOM_FOR_TWO
        if is_stacked == self.is_stacked:
            return
        self.is_stacked = is_stacked
        for widget in (self._start, self._side, self._foot):
            self._grid.removeWidget(widget)
        if is_stacked:
            order = (self._side, self._start) if self._side_first else (self._start, self._side)
            for row, widget in enumerate((*order, self._foot)):
                self._grid.addWidget(widget, row, 0, 1, 2)
        else:
            self._grid.addWidget(self._start, 0, 0, 2, 1)
            self._grid.addWidget(self._side, 0, 1)
            self._grid.addWidget(self._foot, 1, 1)
        self._grid.setColumnStretch(0, self._shares[0])
        self._grid.setColumnStretch(1, self._shares[1])
        self._grid.setRowStretch(0, 0 if is_stacked else 1)
        for widget in (self._start, self._side):
            if isinstance(widget, GrowingScroll):
                widget.set_stacked(is_stacked)
