"""A quiet surface for one thought; with a stripe it says how a protection stands."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.style.appearance import current_tokens
from ui.style.roles import Role, set_role
from ui.style.tokens import RADIUS

Stripe = Literal["holds", "stops", "open"]
_ROLES: dict[Stripe, Role] = {"holds": Role.CARD_HOLDS, "stops": Role.CARD_STOPS, "open": Role.CARD_OPEN}
_STRIPE_WIDTH = 4  # px


class Card(QFrame):
    """Put widgets into ``column``. The stripe runs along the start edge and follows the round corners."""

    def __init__(self, stripe: Stripe | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stripe: Stripe | None = stripe
        self.column = QVBoxLayout(self)
        inset = 24 if stripe is None else 16
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(12 if stripe is None else 4)
        self.set_stripe(stripe)

    def set_stripe(self, stripe: Stripe | None) -> None:
        """Show another outcome, or none."""
        self._stripe = stripe
        set_role(self, Role.CARD if stripe is None else _ROLES[stripe])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The stripe is the card's own shape, clipped, so that no corner breaks."""
        super().paintEvent(event)
        if self._stripe is None:
            return
        tokens = current_tokens()
        colours = {"holds": tokens.holds, "stops": tokens.stops, "open": tokens.edge}
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _STRIPE_WIDTH if is_rtl else 0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        colour = QColor(colours[self._stripe])
        if self._stripe == "open":
            pen = QPen(colour, _STRIPE_WIDTH / 2, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            middle = left + _STRIPE_WIDTH / 2
            painter.drawLine(QPointF(middle, RADIUS), QPointF(middle, self.height() - RADIUS))
        else:
            painter.fillRect(QRectF(left, 0, _STRIPE_WIDTH, self.height()), colour)
        painter.end()
