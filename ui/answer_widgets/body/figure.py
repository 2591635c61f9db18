"""A body from the front and from behind. Places on it are ticked by pointing or by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake.actions.interview.page import OptionWords
from ui.accessibility import announce, give_name
from ui.answer_widgets.body.shapes import HALF_WIDTH, HEIGHT, back, front, outline
from ui.style.appearance import current_text_scale, current_tokens
from ui.style.tokens import RADIUS, Tokens

_SIZE = 0.8  # px for a unit of the drawing at a text scale of 1
_GAP = 8.0  # units around the two bodies
_LINE, _NOW = 1.5, 3.0  # px
_NEAR = 6.0  # px beside a thin arm that still count as the arm


class BodyFigure(QWidget):
    """One stop for the Tab key. Arrow keys go from place to place in the order of the list; Space and Enter tick."""

    place_used = Signal(str)  # the id of an option

    def __init__(self, places: tuple[OptionWords, ...]) -> None:
        super().__init__()
        whole = outline()
        self._views = (front(whole), back(whole))
        drawn = {name for view in self._views for name in view}
        self._places = tuple(place for place in places if place.id in drawn)
        self._ticked: frozenset[str] = frozenset()
        self._now = 0
        self._hovered = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        give_name(
            self,
            self.tr("Drawing of a body, from the front and from behind"),
            self.tr("Arrow keys go from place to place, Space ticks. The list has the same places."),
        )

    @property
    def place(self) -> OptionWords:
        """Where the keyboard is."""
        return self._places[self._now]

    def show_ticked(self, ticked: tuple[str, ...]) -> None:
        """Draw these places as ticked. Emits nothing."""
        self._ticked = frozenset(ticked)
        self.update()

    def say_place(self) -> None:
        """Tell whoever cannot see the drawing where the keyboard is, and whether that is ticked."""
        words = self.tr("{thing}: ticked") if self.place.id in self._ticked else self.tr("{thing}: not ticked")
        announce(self, words.format(thing=self.place.label))

    def place_at(self, point: QPointF) -> str:
        """The id of the place that is drawn there or a hair's breadth away, or ""."""
        near = (QPointF(x, y) for x, y in ((0, 0), (_NEAR, 0), (-_NEAR, 0), (0, _NEAR), (0, -_NEAR)))
        return next((name for step in near if (name := self._place_under(point + step))), "")

    def middle_of(self, name: str) -> QPointF:
        """A point on the place, on a body that shows it whole."""
        shown = [(number, view[name]) for number, view in enumerate(self._views) if name in view]
        for number, path in shown:
            if path.contains(path.boundingRect().center()):
                return self._transform(number).map(path.boundingRect().center())
        number, path = shown[0]  # two arms, two legs: the middle lies between them
        one = max(path.toSubpathPolygons(), key=lambda part: part.boundingRect().left())
        return self._transform(number).map(one.boundingRect().center())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two bodies and the words below them."""
        unit = _unit()
        width = 2 * (2 * HALF_WIDTH + _GAP) * unit + _GAP * unit
        return QSize(round(width), round((HEIGHT + _GAP) * unit) + _words_height(self.fontMetrics()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The drawing is never squeezed: its places would become too small to hit."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move or tick; every other key is left to the screen."""
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        last = len(self._places) - 1
        goals = {
            Qt.Key.Key_Down.value: self._now + 1,
            Qt.Key.Key_Up.value: self._now - 1,
            Qt.Key.Key_Right.value: self._now + forward,
            Qt.Key.Key_Left.value: self._now - forward,
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: last,
        }
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() in goals:
            self._now = min(max(goals[event.key()], 0), last)
            self.say_place()
            self.update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_used.emit(self.place.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the place under the pointer."""
        name = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and name:
            self._now = next(number for number, place in enumerate(self._places) if place.id == name)
            self.place_used.emit(name)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say which place it would be."""
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._hover("")

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.say_place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text, a larger drawing."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The two bodies, their names, and the place that is pointed at in words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        for number in range(len(self._views)):
            self._draw_body(painter, tokens, number)
        self._draw_words(painter, tokens)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), _NOW))
            edge = _NOW / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)
        painter.end()

    def _draw_body(self, painter: QPainter, tokens: Tokens, number: int) -> None:
        transform = self._transform(number)
        now = self.place.id if self.hasFocus() else self._hovered
        thin = QPen(QColor(tokens.edge), _LINE, j=Qt.PenJoinStyle.BevelJoin)  # round ones take twice the time
        thick = QPen(QColor(tokens.accent), _NOW, j=Qt.PenJoinStyle.BevelJoin)
        shapes = {name: transform.map(path) for name, path in self._views[number].items()}
        for name, shape in shapes.items():
            painter.setPen(thin)
            painter.setBrush(QColor(tokens.accent if name in self._ticked else tokens.surface))
            painter.drawPath(shape)
        if now in shapes:
            painter.setPen(thick)
            painter.setBrush(QColor(tokens.accent_strong if now in self._ticked else tokens.chosen_paper))
            painter.drawPath(shapes[now])

    def _draw_words(self, painter: QPainter, tokens: Tokens) -> None:
        line = self.fontMetrics().lineSpacing()
        top = self.height() - _words_height(self.fontMetrics())
        painter.setPen(QColor(tokens.ink_soft))
        for number, words in enumerate((self.tr("From the front"), self.tr("From behind"))):
            middle = self._transform(number).map(QPointF(0, 0)).x()
            painter.drawText(QRectF(middle - 200, top, 400, line), Qt.AlignmentFlag.AlignHCenter, words)
        name = self.place.id if self.hasFocus() else self._hovered
        said = next((place.label for place in self._places if place.id == name), "")
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRectF(0, top + line, self.width(), line), Qt.AlignmentFlag.AlignHCenter, said)

    def _place_under(self, point: QPointF) -> str:
        offered = {place.id for place in self._places}
        for number, view in enumerate(self._views):
            on_body = self._transform(number).inverted()[0].map(point)
            found = next((name for name, path in view.items() if path.contains(on_body)), "")
            if found in offered:
                return found
        return ""

    def _hover(self, name: str) -> None:
        if name != self._hovered:
            self._hovered = name
            self.update()

    def _transform(self, number: int) -> QTransform:
        unit = _unit()
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = 1 - number if is_rtl else number
        step = 2 * HALF_WIDTH + _GAP
        return QTransform.fromScale(unit, unit).translate(_GAP + HALF_WIDTH + place * step, _GAP / 2)


def _unit() -> float:
    """Px for a unit of the drawing."""
    return _SIZE * current_text_scale()


def _words_height(metrics: QFontMetrics) -> int:
    return 2 * metrics.lineSpacing() + 12
