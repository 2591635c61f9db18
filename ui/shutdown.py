"""The ordered goodbye: store, lock, forget, leave. Each stage waits for a quiet event loop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from ui.app_state import AppState
from ui.lock_keeper import LockKeeper, lock_job
from ui.main_window import MainWindow
from ui.privacy import clear_clipboard_if_ours


class Shutdown(QObject):
    """May be begun any number of times; happens once. Nothing is killed and nothing is asked."""

    def __init__(self, state: AppState, window: MainWindow) -> None:
        super().__init__(window)
        self._state = state
        self._window = window
        self._keeper: LockKeeper = window.keeper
        self._has_begun = False
        self._exit_code = 0
        window.close_requested.connect(self.begin)

    def end_with(self, exit_code: int) -> None:
        """The exit code of the program, once it is closed."""
        self._exit_code = exit_code

    @Slot()
    def begin(self) -> None:
        """Hide everything, then leave in three stages."""
        if self._has_begun:
            return
        self._has_begun = True
        self._window.hide()
        self._keeper.inactivity.stop()
        self._keeper.start_fresh_with(None)
        QTimer.singleShot(0, self._store_and_lock)

    @Slot()
    def _store_and_lock(self) -> None:
        try:
            self._window.navigator.leave_screen()
        finally:
            session, self._state.session = self._state.session, None
            self._state.runner.close(lock_job(session) if session is not None else None)
            if self._state.wording_check is not None:
                self._state.wording_check.close()
            clear_clipboard_if_ours()
            QTimer.singleShot(0, self._destroy)

    @Slot()
    def _destroy(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            window.hide()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QTimer.singleShot(0, self._leave)

    @Slot()
    def _leave(self) -> None:
        QCoreApplication.exit(self._exit_code)
