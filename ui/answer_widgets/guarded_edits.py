"""Text fields that take plain text only, of a bearable length, and that no input method learns from."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from ui.privacy import guard_text

LONGEST_LINE = 1_000  # characters in a one-line field; answers there are far shorter
LONGEST_TEXT = 100_000  # characters in a field of many lines
_LONGEST_NUMBER = 4  # characters of a day or a year, which the Tab key selects so that it can be typed over
_FEWEST_LINES = 4
_MOST_LINES = 12


class GuardedLine(QLineEdit):
    """One line. Longer text is cut where it is put in; what stood there stays."""

    cut_short = Signal()

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        super().__init__()
        guard_text(self)
        self.setMaxLength(longest)
        self.inputRejected.connect(self.cut_short)
        self.is_composing = False  # an input method is in the middle of a word

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Words stay as they are, the cursor where it was: all selected, as Tab does it, one key would replace them."""
        if self.maxLength() > _LONGEST_NUMBER:
            event = QFocusEvent(event.type(), Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether a word is being composed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def show_text(self, text: str) -> None:
        """Put text in without a signal, the cursor at its end."""
        was_blocked = self.blockSignals(True)
        self.setText(text)
        self.end(False)
        self.blockSignals(was_blocked)


class GuardedText(QPlainTextEdit):
    """Many lines, growing with its text up to a dozen lines. Ctrl+Enter is left to the screen."""

    cut_short = Signal()

    def __init__(self) -> None:
        super().__init__()
        guard_text(self)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def show_text(self, text: str) -> None:
        """Put text in without a signal, the cursor at its end; nothing can be undone to what was before."""
        was_blocked = self.blockSignals(True)
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.blockSignals(was_blocked)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything but the key that goes on."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Words only: no pictures, no files, no fonts."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Put in as much plain text as there is room for, and say so when some was left out."""
        text = source.text()
        selected = len(self.textCursor().selectedText())
        room = max(LONGEST_TEXT - (self.document().characterCount() - 1) + selected, 0)
        if room or selected:
            self.insertPlainText(text[:room])
        self.ensureCursorVisible()
        if len(text) > room:
            self.cut_short.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As many lines as there are, within bounds."""
        lines = min(max(self._lines(), _FEWEST_LINES), _MOST_LINES)
        frame = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth() + 20
        around = max(frame, 0) + round(2 * self.document().documentMargin())
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + around)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never less than it asks for; the screen scrolls."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self._on_size_changed()

    def _lines(self) -> int:
        return round(self.document().size().height())  # a plain text document measures itself in lines

    @Slot()
    def _on_size_changed(self) -> None:
        fits = self._lines() <= _MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        if fits:
            self.verticalScrollBar().setValue(0)
        self.updateGeometry()
