"""What keeps a glance, a forgotten desk or the clipboard from telling: idle lock, hide now, input hints."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from ui.locking.idle_time import USUAL_MINUTES

ESCAPE_TWICE_MS = 600
_ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


def guard_text(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    """Ask the system's input method not to learn from what is typed here."""
    hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    widget.setInputMethodHints(widget.inputMethodHints() | hints)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        widget.setTabChangesFocus(True)


def clear_clipboard_if_ours() -> None:
    """Empty the clipboard and the selection buffer when what they hold was copied in this program."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(clipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(clipboard.Mode.Selection)


class _WindowWatcher(QObject):
    """Hears what reaches each window of the program, once for every key, before any widget does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)

    @Slot(object)
    def watch(self, window: QWindow | None) -> None:
        """Listen to one more window; listening twice to the same one changes nothing."""
        if window is not None:
            window.installEventFilter(self)


class InactivityFilter(_WindowWatcher):
    """Says ``idle`` when nobody has touched the program for a while. Off until started."""

    idle = Signal()

    def __init__(self, parent: QObject, minutes: float = USUAL_MINUTES) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.timeout.connect(self.idle)
        # an input method may swallow the keys themselves; the cursor still moves
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._on_activity)

    def start(self) -> None:
        """Begin to watch: the vault is open."""
        self._timer.start()

    def stop(self) -> None:
        """The vault is locked; nothing to watch."""
        self._timer.stop()

    @Slot(int)
    def set_minutes(self, minutes: float) -> None:
        """Wait this long from now on; a time that is running starts anew."""
        self._timer.setInterval(round(minutes * 60_000))

    def is_watching(self) -> bool:
        """Whether the time is running."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Any key, touch or move of the pointer starts the time anew; nothing is swallowed."""
        del watched
        if event.type() in _ACTIVITY:
            self._on_activity()
        return False

    @Slot()
    def _on_activity(self) -> None:
        if self._timer.isActive():
            self._timer.start()


class HideKeys(_WindowWatcher):
    """Hears the keys that hide the screen, whatever has the keyboard: Esc twice, F9, Ctrl+Shift+H."""

    hide_requested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since_escape = QElapsedTimer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow only the key that hides."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        if not self._means_hide(event):
            return False
        self.hide_requested.emit()
        return True

    def _means_hide(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._is_second_escape()
        self._since_escape.invalidate()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        return event.key() == Qt.Key.Key_F9 or (event.key() == Qt.Key.Key_H and event.modifiers() == both)

    def _is_second_escape(self) -> bool:
        is_second = self._since_escape.isValid() and self._since_escape.elapsed() <= ESCAPE_TWICE_MS
        if is_second:
            self._since_escape.invalidate()
        else:
            self._since_escape.start()
        return is_second
