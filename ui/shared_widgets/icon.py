"""Line-drawn pictures in the colour of the text they stand beside. Always beside words, never instead of them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from intake.resource_files import resources_folder
from ui.style.appearance import current_text_scale, current_tokens


def line_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The picture ``resources/icons/<name>.svg`` in one colour, ``size`` px square, sharp at the screen's ratio."""
    key = f"{name} {colour} {size} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    svg = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def line_icon(name: str, colour: str, size: int = 20, gap: int = 0, *, is_rtl: bool = False) -> QIcon:
    """The same picture as an icon for a button, with ``gap`` px between it and the words."""
    ratio = 2.0
    picture = line_pixmap(name, colour, size, ratio)
    if not gap:
        return QIcon(picture)
    whole = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    whole.setDevicePixelRatio(ratio)
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    painter.drawPixmap(gap if is_rtl else 0, 0, picture)
    painter.end()
    return QIcon(whole)


class Icon(QLabel):
    """A picture that follows the scheme and the text size. ``colour`` names a token."""

    def __init__(self, name: str, size: int = 20, colour: str = "ink_soft", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._colour = colour
        self._draw()

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another picture, or the same in another colour."""
        self._name = name
        self._colour = colour or self._colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew when the colours or the text size change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        size = round(self._size * current_text_scale())
        colour = str(getattr(current_tokens(), self._colour))
        self.setPixmap(line_pixmap(self._name, colour, size, self.devicePixelRatioF()))
        self.setFixedSize(size, size)
