"""Shows one screen at a time and destroys the one that is left, so that nothing of a case stays in a widget."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from intake.errors import Defect
from ui.app_state import AppState
from ui.languages.following import LanguageFollower
from ui.reading_order import stops_in
from ui.screen import Screen, Wish

Factory = Callable[[AppState, Wish], Screen]


def screen_from_package(state: AppState, wish: Wish) -> Screen:
    """Build ``ui/screens/<name>/screen.py``: adding a screen is adding that package."""
    module = importlib.import_module(f"ui.screens.{wish.name}.screen")
    screen = module.build(state, wish)
    if not isinstance(screen, Screen):
        raise Defect(f"ui.screens.{wish.name}.screen.build did not return a Screen")
    return screen


class Navigator(QObject):
    """Turns wishes into screens inside one stack."""

    leaving = Signal()  # before the present screen stores and forgets
    arrived = Signal(object)  # Wish, after its screen is shown
    vault_wanted = Signal(object)
    hide_wanted = Signal()
    alone = Signal(bool)  # whether the screen is to be seen without anything beside it
    not_stored = Signal(object)  # Exception: pending text could not be stored

    def __init__(self, stack: QStackedWidget, state: AppState) -> None:
        super().__init__(stack)
        self._stack = stack
        self._state = state
        self._factories: dict[str, Factory] = {}
        self._screen: Screen | None = None
        self._wish: Wish | None = None
        self._languages = LanguageFollower(state, self)

    @property
    def screen(self) -> Screen | None:
        """The screen that is shown, if any."""
        return self._screen

    @property
    def wish(self) -> Wish | None:
        """The wish that led to the screen that is shown."""
        return self._wish

    def register(self, name: str, factory: Factory) -> None:
        """Use another factory than the package of that name; for tests and for the defect screen."""
        self._factories[name] = factory

    @Slot(object)
    def go_to(self, wish: Wish) -> None:
        """Leave the present screen, then make and show the wanted one."""
        self._languages.prepare(wish)
        screen = self._factories.get(wish.name, screen_from_package)(self._state, wish)
        self.leave_screen()
        screen.go_to.connect(self.go_to, Qt.ConnectionType.QueuedConnection)
        screen.vault_wanted.connect(self.vault_wanted)
        screen.hide_wanted.connect(self.hide_wanted)
        screen.alone.connect(self.alone)
        self._screen, self._wish = screen, wish
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        focus = screen.first_focus()
        if focus is None or not focus.isVisibleTo(screen):
            focus = next(iter(stops_in(screen)), None)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.TabFocusReason)
        self.arrived.emit(wish)

    def leave_screen(self) -> None:
        """Store what is pending, empty and destroy the present screen."""
        screen, self._screen, self._wish = self._screen, None, None
        if screen is None:
            return
        self.leaving.emit()
        self.alone.emit(False)
        try:
            job = screen.pending_text()
            if job is not None:
                self._state.runner.run(job, self, self._on_stored, self._on_not_stored, is_write=True)
            screen.leave()
        finally:  # whatever a screen does wrong, it goes
            self._stack.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    @Slot(object)
    def _on_stored(self, result: object) -> None:
        del result

    @Slot(object)
    def _on_not_stored(self, error: Exception) -> None:
        self.not_stored.emit(error)
