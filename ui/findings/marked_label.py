"""A sentence with a small picture before it, drawn by the label itself: a page of them must open at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.shared_widgets.icon import line_pixmap
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale, current_tokens
from ui.style.roles import Role

_GAP = 8  # px between picture and words


class MarkedLabel(WrappedLabel):
    """The words say what the picture says; ``colour`` names a token, ``size`` is in px at a text scale of 1."""

    def __init__(self, text: str, role: Role, icon: str = "dot", colour: str = "ink_soft", size: int = 16) -> None:
        self._icon, self._colour, self._size = icon, colour, size
        super().__init__(text, role)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size and the reading direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The words, and the picture beside their first line."""
        super().paintEvent(event)
        side = self._side()
        left = self.width() - side if self._is_rtl() else 0
        top = max((self.fontMetrics().height() - side) // 2, 0)
        colour = str(getattr(current_tokens(), self._colour))
        QPainter(self).drawPixmap(left, top, line_pixmap(self._icon, colour, side, self.devicePixelRatioF()))

    def _make_room(self) -> None:
        room = self._side() + _GAP
        self.setContentsMargins(0 if self._is_rtl() else room, 0, room if self._is_rtl() else 0, 0)

    def _side(self) -> int:
        return round(self._size * current_text_scale())

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
