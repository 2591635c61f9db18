"""A window on invented reports, and a camera."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake.actions.cases.cases import list_cases
from intake.actions.screening.box_check import BoxCheck, open_box_check
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.content import load_content
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.lens.wording_check import WordingCheck
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.style.appearance import apply_appearance
from ui.style.tokens import Tokens

MOMENT = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
USUAL, SMALL = (1400, 900), (1024, 700)


class Photographer:
    """One window on the training vault, and a camera."""

    def __init__(self, app: ForthrightApp, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self.state = AppState(ImmediateRunner(), FixedClock(MOMENT), Path("vault"), content=load_content())
        self.state.wording_check = WordingCheck(ImmediateRunner(), self._open_check, lambda: "en")
        self.window = MainWindow(self.state)
        self.window.show()

    def _open_check(self) -> BoxCheck:
        return open_box_check(self.state.content_at_hand())

    @property
    def session(self) -> OpenVault:
        """What is open."""
        if self.state.session is None:
            raise SystemExit("the training vault is closed")
        return self.state.session

    def robbed(self) -> str:
        """The report of the person who was robbed."""
        store = self.session.store
        lines = (line.id for line in list_cases(self.session))
        return next(one for one in lines if "happened.how_taken" in store.case(one).all_answers())

    def look(self, tokens: Tokens, size: tuple[int, int] = USUAL, scale: float = 1.0) -> None:
        """Dress the window for the next pictures."""
        apply_appearance(self._app, tokens, scale)
        self.window.resize(*size)
        self.rest()

    def rest(self) -> None:
        """Let every layout come to rest."""
        for _ in range(12):
            QApplication.processEvents()
            QTest.qWait(10)

    def shoot(self, name: str) -> None:
        """Keep the window as a picture."""
        self.rest()
        self.window.grab().save(str(self._folder / f"{name}.png"))
        sys.stdout.write(f"{name}\n")

    def go(self, name: str, **arguments: object) -> QWidget:
        """Open a screen."""
        self.window.navigator.go_to(Wish(name, arguments))
        self.rest()
        screen = self.window.navigator.screen
        if screen is None:
            raise SystemExit(f"there is no screen {name}")
        return screen

    def press(self, words: str) -> None:
        """Press the visible button that starts with these words."""
        for button in self.window.findChildren(QWidget):
            text = getattr(button, "text", None)
            if not callable(text) or not hasattr(button, "click") or not button.isVisible():
                continue
            if str(text()).startswith(words) or button.accessibleName().startswith(words):
                button.click()
                self.rest()
                return
        raise SystemExit(f"no button says {words}")
