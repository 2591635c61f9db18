"""Opens the way in and closes it again: at once, in mid-word, without losing or leaving anything."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.app_state import AppState
from ui.locking.said import NOT_STORED, code_for
from ui.navigator import Navigator
from ui.privacy import HideKeys, InactivityFilter, clear_clipboard_if_ours
from ui.screen import Wish

if TYPE_CHECKING:
    from intake.actions.session import OpenVault


PATIENCE_MS = 10_000  # how long a slow disk may hold up the forgetting; the screen is blank meanwhile


def lock_job(session: OpenVault) -> Callable[[], None]:
    """The job that closes this vault, for the worker."""
    from intake.actions.vault.lock_vault import lock_vault

    return partial(lock_vault, session)


def _arrival_job(session: OpenVault, chosen: str) -> tuple[int, str, Wish]:
    """The idle time and the language that are set in a vault just opened, and where to go.

    What is not as it was left comes before all else, a way back in before work. ``chosen`` is the language picked
    while it was locked, "" for none: it becomes that of whoever unlocked.
    """
    from intake.actions.languages.desk_language import read_desk_language, save_desk_language
    from intake.actions.vault.lock_settings import read_idle_minutes

    if chosen:
        save_desk_language(session, chosen)
    return read_idle_minutes(session), chosen or read_desk_language(session), _arrival_wish(session)


def _arrival_wish(session: OpenVault) -> Wish:
    from intake.actions.cases.resume import resume_place
    from intake.actions.keys.recovery import needs_way_back
    from intake.actions.keys.supervisor import is_supervisor
    from intake.actions.vault.freshness import read_freshness

    if read_freshness(session):
        return Wish("not_as_left")
    place = resume_place(session)
    if place is not None:
        return Wish("interview", {"case_id": place.case_id})
    return Wish("way_back" if is_supervisor(session) and needs_way_back(session) else "today")


def _nothing() -> None:
    """A job that is done when all before it are."""


class LockKeeper(QObject):
    """The only one that sets and clears ``AppState.session``.

    With a fresh start at hand, a lock ends the process: what is pending is stored, the vault closed, and then a new
    process takes this one's place. Practice stays: its people are invented, and it would be gone.
    """

    about_to_lock = Signal()  # the window covers itself now, before anything else is done
    opened = Signal()
    locked = Signal()
    stayed = Signal()  # no fresh start could be made; the locked program goes on in this process
    went_wrong = Signal(object)  # Exception while closing; the screen is blank all the same

    def __init__(self, state: AppState, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._navigator = navigator
        self.inactivity = InactivityFilter(self, state.idle_time.minutes)
        state.idle_time.changed.connect(self.inactivity.set_minutes)
        self.hide_keys = HideKeys(self)
        self.inactivity.idle.connect(self.lock)
        self.hide_keys.hide_requested.connect(self.lock)
        navigator.hide_wanted.connect(self.lock)
        navigator.vault_wanted.connect(self.open_with)
        navigator.not_stored.connect(self._on_not_stored)
        self._still_wanted: deque[bool] = deque()  # one for each vault being opened, oldest first
        self._closing = 0  # vaults being closed
        self._fresh_start: Callable[[str], None] | None = None
        self._is_settled = True
        self._said = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_out_of_patience)

    @property
    def is_starting_fresh(self) -> bool:
        """Whether this process is about to be replaced: the cover stays until then."""
        return self._patience.isActive()

    def start_fresh_with(self, start: Callable[[str], None] | None) -> None:
        """How this process replaces itself, given a code for what was not stored; None: it stays (or is leaving)."""
        self._fresh_start = start
        self._patience.stop()

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
        self._said = self._said if self.is_starting_fresh else ""
        self._still_wanted = deque(False for _ in self._still_wanted)
        try:
            _close_dialogs()
            self._navigator.leave_screen()
        finally:
            session, self._state.session = self._state.session, None
            self._state.languages.forget()
            clear_clipboard_if_ours()
            if session is not None:
                self._close(session)
            self._navigator.go_to(Wish("unlock"))
            if self._fresh_start is not None and self._state.practice_at_rest is None:
                self._patience.start()
            self.locked.emit()
            if self.is_starting_fresh:
                self._is_settled = False
                self._state.runner.run(_nothing, self, self._on_settled, self._on_settled, is_write=True)

    @Slot(object)
    def _on_opened(self, session: OpenVault) -> None:
        if not self._still_wanted.popleft() or self._state.session is not None:
            self._close(session)
            return
        self._state.session, self._state.practice_at_rest = session, None
        session.language = self._state.languages.desk
        self.inactivity.start()
        self.opened.emit()
        chosen = self._state.languages.desk if self._state.languages.is_chosen else ""
        self._state.runner.run(partial(_arrival_job, session, chosen), self, self._on_arrival_known, self._on_failed)

    @Slot(object)
    def _on_not_opened(self, error: Exception) -> None:
        if self._still_wanted.popleft() and self._navigator.screen is not None:
            self._navigator.screen.show_error(error)
        self._replace_when_settled()

    def _close(self, session: OpenVault) -> None:
        if session.is_practice:
            self._state.practice_at_rest = session
            session.forget()
            return
        self._closing += 1
        self._state.runner.run(lock_job(session), self, self._on_locked, self._on_not_closed, is_write=True)

    @Slot(object)
    def _on_arrival_known(self, arrival: tuple[int, str, Wish]) -> None:
        if self._state.session is None:
            return
        minutes, language, wish = arrival
        self._state.idle_time.set_minutes(minutes)
        if language:
            self._state.languages.speak_at_desk(language, self._state.session)
        self._navigator.go_to(wish)

    @Slot(object)
    def _on_locked(self, result: object) -> None:
        del result
        self._closing -= 1
        self._replace_when_settled()

    @Slot(object)
    def _on_not_closed(self, error: Exception) -> None:
        self._said = self._said or code_for(error)
        self._on_failed(error)
        self._on_locked(None)

    @Slot(object)
    def _on_not_stored(self, error: Exception) -> None:
        self._said = code_for(error)

    @Slot(object)
    def _on_settled(self, result: object) -> None:
        del result
        self._is_settled = True
        self._replace_when_settled()

    def _replace_when_settled(self) -> None:
        if self.is_starting_fresh and self._is_settled and not self._closing and not self._still_wanted:
            self._replace()

    @Slot()
    def _on_out_of_patience(self) -> None:
        self._said = self._said or NOT_STORED
        self._replace()

    def _replace(self) -> None:
        self._patience.stop()
        said, self._said = self._said, ""
        if self._fresh_start is not None:
            self._fresh_start(said)
        self.stayed.emit()

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
