"""How the permission is signed: in ink on a printed form, or by pen, finger or mouse on this screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from intake.actions.referral.sign_release import DrawnSignature, InkSignature
from ui.accessibility import give_name
from ui.privacy import guard_text
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_tokens
from ui.style.roles import Role
from ui.style.tokens import RADIUS

Stroke = tuple[tuple[int, int], ...]
UNITS = 1000  # the width of the pad in the units of a stroke, whatever its size on the screen
_INK, _DRAWN = "ink", "drawn"


class SignaturePad(QWidget):
    """Collects strokes; each is a line of points in thousandths of the pad's width, from its top left corner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[tuple[int, int]]] = []
        self._is_drawing = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes that are more than a dot."""
        return tuple(tuple(stroke) for stroke in self._strokes if len(stroke) > 1)

    def clear(self) -> None:
        """Forget every stroke."""
        self._strokes.clear()
        self._is_drawing = False
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide and low, as a line to sign on."""
        line = self.fontMetrics().height()
        return QSize(line * 18, line * 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room enough to write a name."""
        line = self.fontMetrics().height()
        return QSize(line * 10, line * 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The pen comes down."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._strokes.append([self._point(event.position())])
            self._is_drawing = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The pen moves on the paper."""
        if not self._is_drawing:
            return
        point = self._point(event.position())
        if self._strokes[-1][-1] != point:
            self._strokes[-1].append(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The pen is lifted."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_drawing:
            self._is_drawing = False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the scheme and the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A sheet, a line to sign on, and the strokes."""
        del event
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        base = self.height() * 0.75
        painter.setPen(QPen(QColor(tokens.ink_soft), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(24, base), QPointF(self.width() - 24, base))
        pen = QPen(QColor(tokens.ink), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))
        painter.end()

    def _point(self, position: QPointF) -> tuple[int, int]:
        unit = UNITS / max(self.width(), 1)
        x = min(max(position.x(), 0), self.width())
        y = min(max(position.y(), 0), self.height())
        return round(x * unit), round(y * unit)

    def _path(self, stroke: list[tuple[int, int]]) -> QPainterPath:
        unit = self.width() / UNITS
        path = QPainterPath(QPointF(stroke[0][0] * unit, stroke[0][1] * unit))
        for x, y in stroke[1:]:
            path.lineTo(x * unit, y * unit)
        return path


class SignatureBox(QWidget):
    """Ink comes first: it is the surest, and it needs the keyboard alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._page_hash = ""
        self.how = ChoiceGroup()
        self.place_kept = QLineEdit()
        guard_text(self.place_kept)
        self._place_label = WrappedLabel("", Role.STRONG)
        self._place_label.setBuddy(self.place_kept)
        self.pad = SignaturePad()
        self.pad_clear = WrappingButton("", Role.QUIET, "close")
        for part in (self.how, self._place_label, self.place_kept, self._pad_part()):
            column.addWidget(part)
        self.how.chosen.connect(self._on_how)
        self.pad_clear.clicked.connect(self._on_clear)
        self.retranslate()
        self.how.choose(_INK)
        self._on_how(_INK)

    def value(self) -> InkSignature | DrawnSignature:
        """The signature as it stands, complete or not."""
        if self.how.value() == _DRAWN:
            return DrawnSignature(self.pad.strokes())
        return InkSignature(self.place_kept.text().strip())

    def belongs_to(self, page_hash: str) -> None:
        """Forget the signature when it was given for another page than this."""
        if page_hash != self._page_hash:
            self._page_hash = page_hash
            self.clear()

    def clear(self) -> None:
        """Forget the signature."""
        self.pad.clear()
        self.place_kept.clear()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        choices = ((_INK, self.tr("In ink, on paper")), (_DRAWN, self.tr("Drawn on this screen")))
        self.how.show_choices(self.tr("How do they sign?"), choices)
        self._place_label.setText(self.tr("Where is the signed paper kept?"))
        give_name(self.place_kept, self._place_label.text())
        give_name(self.pad, self.tr("Sign here with a pen, a finger or the mouse"))
        self._pad_hint.setText(self.tr("Sign here with a pen, a finger or the mouse."))
        self.pad_clear.setText(self.tr("Clear and sign again"))

    def _pad_part(self) -> QWidget:
        self._drawn = QWidget()
        column = QVBoxLayout(self._drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._pad_hint = WrappedLabel("", Role.HINT)
        column.addWidget(self._pad_hint)
        column.addWidget(self.pad)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.pad_clear)
        column.addWidget(holder)
        return self._drawn

    @Slot(str)
    def _on_how(self, how: str) -> None:
        self._drawn.setVisible(how == _DRAWN)
        self._place_label.setVisible(how != _DRAWN)
        self.place_kept.setVisible(how != _DRAWN)

    @Slot()
    def _on_clear(self) -> None:
        self.pad.clear()
