"""The places a page may go to, as cards of which one can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from intake.actions.referral.recipients import RecipientLine
from ui.accessibility import give_name
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_tokens
from ui.style.roles import Role, set_role
from ui.style.tokens import RADIUS

_ROOM_FOR_TWO = 40  # widths of the text's height that two cards side by side need


class RecipientCard(QFrame):
    """One place: its name and what for. The risk is heard with its name."""

    def __init__(self, line: RecipientLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 16, 12)
        row.setSpacing(4)
        self.radio = QRadioButton()
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        row.addLayout(words, 1)
        purpose = ", ".join(choice.label for choice in line.purpose_choices)
        words.addSpacing(4)
        words.addWidget(WrappedLabel(line.name, Role.STRONG))
        words.addWidget(WrappedLabel(purpose, Role.HINT))
        words.addStretch(1)
        give_name(self.radio, line.name, f"{purpose}. {line.risk_line}")
        self.radio.toggled.connect(self._on_toggled)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The whole card can be clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The chosen card has a firm edge."""
        super().paintEvent(event)
        if not self.radio.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_tokens().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    @Slot(bool)
    def _on_toggled(self, is_chosen: bool) -> None:
        del is_chosen
        self.update()


class RecipientCards(QWidget):
    """All places. Arrow keys move among them, as in any group of choices."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)  # a screen reader chooses without a click
        self._cards: dict[str, RecipientCard] = {}
        self._lines: tuple[RecipientLine, ...] = ()
        self._columns = 0

    def show_recipients(self, lines: tuple[RecipientLine, ...], chosen_id: str) -> None:
        """Show the places; the one chosen before stays chosen."""
        if lines != self._lines:
            for card in self._cards.values():
                self._group.removeButton(card.radio)
                card.hide()
                card.deleteLater()
            self._lines = lines
            self._cards = {line.id: RecipientCard(line, self) for line in lines}
            for card in self._cards.values():
                self._group.addButton(card.radio)
            self._columns = 0
            self._arrange()
        if chosen_id in self._cards:
            self._group.blockSignals(True)
            self._cards[chosen_id].radio.setChecked(True)
            self._group.blockSignals(False)

    def value(self) -> str:
        """The id of the place chosen, or "" for none."""
        return next((name for name, card in self._cards.items() if card.radio.isChecked()), "")

    def radio_of(self, recipient_id: str) -> QRadioButton:
        """The button of one place."""
        return self._cards[recipient_id].radio

    def first(self) -> QWidget | None:
        """The chosen place, or the first, for the keyboard."""
        cards = self._cards.values()
        return next((card.radio for card in cards if card.radio.isChecked()), None) or next(
            (card.radio for card in cards), None
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One or two side by side."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_cards"):
            self._arrange()

    def _arrange(self) -> None:
        em = self.fontMetrics().height() * 0.75
        columns = 2 if self.width() >= em * _ROOM_FOR_TWO else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, is_chosen: bool) -> None:
        del button
        if is_chosen:
            self.chosen.emit(self.value())
