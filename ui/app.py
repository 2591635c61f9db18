"""The one QApplication: fonts, colours, text size, and what happens when we made a mistake."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from ui.style.appearance import apply_appearance, current_text_scale, current_tokens, load_fonts
from ui.style.tokens import DARK, LARGEST_TEXT_SCALE, LIGHT

_SCALE_STEP = 0.25


class ForthrightApp(QApplication):
    """Make exactly one. Its name is neutral, as everything outside the vault is."""

    defect_happened = Signal(object)  # Exception

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName("forthright")
        self.setApplicationDisplayName("Forthright")
        self.setStyle("Fusion")
        self.setQuitOnLastWindowClosed(False)
        load_fonts()
        self._text_keys = _TextSizeKeys(self)
        self.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._on_scheme_changed()

    def set_text_scale(self, scale: float) -> None:
        """Make all text larger or smaller, 1.0 to 2.0."""
        apply_appearance(self, current_tokens(), scale)

    def install_excepthooks(self) -> None:
        """Hear of every exception that no slot and no thread handled."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self.exit(0)
            return
        self.defect_happened.emit(error.with_traceback(trace))
        del kind

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.defect_happened.emit(arguments.exc_value)

    @Slot()
    def _on_scheme_changed(self) -> None:
        is_dark = self.styleHints().colorScheme() == Qt.ColorScheme.Dark
        apply_appearance(self, DARK if is_dark else LIGHT, current_text_scale())


class _TextSizeKeys(QObject):
    """Ctrl and plus, minus or zero change the size of all text, on every screen."""

    def __init__(self, app: ForthrightApp) -> None:
        super().__init__(app)
        self._app = app
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_window_changed)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow only these keys."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        scale = current_text_scale()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._app.set_text_scale(min(scale + _SCALE_STEP, LARGEST_TEXT_SCALE))
            case Qt.Key.Key_Minus:
                self._app.set_text_scale(max(scale - _SCALE_STEP, 1.0))
            case Qt.Key.Key_0:
                self._app.set_text_scale(1.0)
            case _:
                return False
        return True

    @Slot(object)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
