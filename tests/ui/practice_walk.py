"""One practice session and one window, led from screen to screen: what the walks over every screen share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from intake.actions.cases.cases import list_cases
from intake.actions.interview.moves import go_to_question
from intake.actions.vault.practise import open_practice
from intake.clock import Clock
from intake.errors import ContentProblem
from tests.shipped import shipped_content
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.time_limits.in_full import TimePage

SCREENS = sorted(path.parent.name for path in (Path(__file__).parent.parent.parent / "ui/screens").glob("*/screen.py"))
PROBLEMS = tuple(ContentProblem("a.toml", number, "It is broken.", "Mend it.") for number in range(60))
OPENED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    **{name: (name, ()) for name in SCREENS},
    "unlock, other ways": ("unlock", ("Open a vault in another folder",)),
    "create_vault, another place": ("create_vault", ("Another place",)),
    "restore, choosing": ("restore", ("Choose the copy",)),
    "referral, the page": ("referral", ("District Attorney victim services", "Show the page")),
    "referral, permission": ("referral", ("District Attorney victim services", "Show the page", "No, this is right")),
    "interview, read out": ("interview", ("Read out",)),
    "interview, break": ("interview", ("Take a break",)),
    "interview, stopping": ("interview", ("Stop here",)),
    "interview, looked over": ("interview", ("Look it over together",)),
    "ledger, words": ("ledger", ("See the words",)),
}
"""What can be met: a screen, and the buttons pressed there one after the other, by their English words."""


class Walk:
    """Made once for a module; every screen is opened anew."""

    def __init__(self, clock: Clock) -> None:
        self.state = AppState(ImmediateRunner(), clock, Path("vault"), content=shipped_content())
        self.session = open_practice(shipped_content(), clock)
        self.state.session = self.session
        self.case_id = list_cases(self.session)[0].id
        self.window = MainWindow(self.state)
        self.window.resize(1280, 820)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def open(self, place: str) -> QWidget:
        """Go to one of ``OPENED`` and wait until it rests."""
        name, presses = OPENED[place]
        self.window.resize(1280, 820)
        self.window.navigator.go_to(
            Wish(name, {"case_id": self.case_id, "note": "KeyError, some_file.py 12", "problems": PROBLEMS})
        )
        self.rest()
        for page in self.window.findChildren(TimePage):  # in one of the reports a neck was pressed
            page.close_wanted.emit()
        screen = self.window.navigator.screen
        assert screen is not None
        first = screen.first_focus()
        if name == "interview" and first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        for words in presses:
            self._press(words)
        self.rest()
        self.window.activateWindow()
        return screen

    def ask(self, question: str) -> QWidget:
        """The interview at one question."""
        go_to_question(self.session, self.case_id, question)
        return self.open("interview")

    def rest(self) -> None:
        """Let layouts and what was put off come to rest."""
        for _ in range(3):
            QTest.qWait(10)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Away with window and session."""
        self.window.navigator.leave_screen()
        self.window.hide()
        self.window.deleteLater()
        self.session.store.close()

    def _press(self, words: str) -> None:
        for button in self.window.findChildren(QAbstractButton):
            if button.isVisible() and (button.text().startswith(words) or button.accessibleName().startswith(words)):
                button.click()
                self.rest()
                return
        raise AssertionError(f"no button says {words}")


def tab(window: QWidget, *, back: bool = False) -> None:
    """Press Tab, or Shift and Tab."""
    focus = QApplication.focusWidget() or window
    QTest.keyClick(focus, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
