"""The one QApplication: fonts, colours, text size, and what happens when we made a mistake."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from ui.style.appearance import apply_appearance, current_question_scale, load_fonts
from ui.style.tokens import DARK, LIGHT, STRONG, Tokens

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class ForthrightApp(QApplication):
    """Make exactly one. Its name is neutral, as everything outside the vault is."""

    defect_happened = Signal(object)  # Exception
    looks_changed = Signal(float, str)  # by a person: the size of text, the contrast

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName("forthright")
        self.setApplicationDisplayName("Forthright")
        self.setStyle("Fusion")
        self.setQuitOnLastWindowClosed(False)
        load_fonts()
        _still(self)
        self._contrast = "system"
        self._text_keys = _TextSizeKeys(self)
        self.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)
        self._on_scheme_changed()

    @property
    def contrast(self) -> str:
        """``system``, ``strong`` or ``usual``, as it was chosen."""
        return self._contrast

    def set_text_scale(self, scale: float) -> None:
        """Make all text larger or smaller, 1.0 to 2.0; above that the question alone, to 4.0."""
        self.show_looks(scale, self._contrast)
        self.looks_changed.emit(scale, self._contrast)

    def set_contrast(self, contrast: str) -> None:
        """Draw in strong contrast, in the usual colours, or as the computer asks for."""
        self.show_looks(current_question_scale(), contrast)
        self.looks_changed.emit(current_question_scale(), contrast)

    def show_looks(self, scale: float, contrast: str) -> None:
        """Draw the screen so, without telling anybody."""
        self._contrast = contrast
        apply_appearance(self, self._tokens(), scale)

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
        apply_appearance(self, self._tokens(), current_question_scale())

    def _tokens(self) -> Tokens:
        hints = self.styleHints()
        asks_for_more = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._contrast == "strong" or (self._contrast == "system" and asks_for_more):
            return STRONG
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _still(app: QApplication) -> None:
    """Nothing slides or fades, whatever the computer asks for: no animation is ours, and Qt's own are put off."""
    for effect in (
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
        Qt.UIEffect.UI_AnimateToolBox,
    ):
        app.setEffectEnabled(effect, False)


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
        scale = current_question_scale()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._app.set_text_scale(min((one for one in TEXT_SCALES if one > scale), default=TEXT_SCALES[-1]))
            case Qt.Key.Key_Minus:
                self._app.set_text_scale(max((one for one in TEXT_SCALES if one < scale), default=1.0))
            case Qt.Key.Key_0:
                self._app.set_text_scale(1.0)
            case _:
                return False
        return True

    @Slot(object)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
