"""Opens the way in and closes it again: at once, in mid-word, without losing or leaving anything."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.app_state import AppState
from ui.navigator import Navigator
from ui.privacy import HideKeys, InactivityFilter, clear_clipboard_if_ours
from ui.screen import Wish

if TYPE_CHECKING:
    from intake.actions.cases.resume import Place
    from intake.actions.session import OpenVault


def lock_job(session: OpenVault) -> Callable[[], None]:
    """The job that closes this vault, for the worker."""
    from intake.actions.vault.lock_vault import lock_vault

    return partial(lock_vault, session)


def _place_job(session: OpenVault) -> Place | None:
    from intake.actions.cases.resume import resume_place

    return resume_place(session)


class LockKeeper(QObject):
    """The only one that sets and clears ``AppState.session``."""

    about_to_lock = Signal()  # the window covers itself now, before anything else is done
    opened = Signal()
    locked = Signal()
    went_wrong = Signal(object)  # Exception while closing; the screen is blank all the same

    def __init__(self, state: AppState, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._navigator = navigator
        self.inactivity = InactivityFilter(self)
        self.hide_keys = HideKeys(self)
        self.inactivity.idle.connect(self.lock)
        self.hide_keys.hide_requested.connect(self.lock)
        navigator.hide_wanted.connect(self.lock)
        navigator.vault_wanted.connect(self.open_with)
        self._still_wanted: deque[bool] = deque()  # one for each vault being opened, oldest first

    @Slot(object)
    def open_with(self, job: Callable[[], OpenVault]) -> None:
        """Run a job that opens a vault. If somebody locks meanwhile, it is closed again as soon as it is open."""
        self._still_wanted.append(True)
        self._state.runner.run(job, self, self._on_opened, self._on_not_opened, is_write=True)

    @Slot()
    def lock(self) -> None:
        """Blank the screen, store what is pending, forget everything, close the vault. Never asks."""
        self.about_to_lock.emit()
        self.inactivity.stop()
        self._still_wanted = deque(False for _ in self._still_wanted)
        try:
            _close_dialogs()
            self._navigator.leave_screen()
        finally:
            session, self._state.session = self._state.session, None
            clear_clipboard_if_ours()
            if session is not None:
                self._close(session)
            self._navigator.go_to(Wish("unlock"))
            self.locked.emit()

    @Slot(object)
    def _on_opened(self, session: OpenVault) -> None:
        if not self._still_wanted.popleft() or self._state.session is not None:
            self._close(session)
            return
        self._state.session, self._state.practice_at_rest = session, None
        self.inactivity.start()
        self.opened.emit()
        self._state.runner.run(partial(_place_job, session), self, self._on_place_known, self._on_failed)

    @Slot(object)
    def _on_not_opened(self, error: Exception) -> None:
        if self._still_wanted.popleft() and self._navigator.screen is not None:
            self._navigator.screen.show_error(error)

    def _close(self, session: OpenVault) -> None:
        if session.is_practice:
            self._state.practice_at_rest = session
            session.forget()
            return
        self._state.runner.run(lock_job(session), self, self._on_locked, self._on_failed, is_write=True)

    @Slot(object)
    def _on_place_known(self, place: Place | None) -> None:
        if self._state.session is None:
            return
        if place is None:
            self._navigator.go_to(Wish("today"))
        else:
            self._navigator.go_to(Wish("interview", {"case_id": place.case_id}))

    @Slot(object)
    def _on_locked(self, result: object) -> None:
        del result

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.went_wrong.emit(error)


def _close_dialogs() -> None:
    """No menu and no dialog stands in the way of a lock."""
    for find in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        widget = find()
        for _ in range(10):
            if widget is None:
                break
            widget.close()
            following = find()
            widget = None if following is widget else following
