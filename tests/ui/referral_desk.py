"""Hands on a keyboard: reaches every part of the referral screen with Tab, arrows, Space and Enter alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.clock import FixedClock
from tests.ui.referral_fakes import FakeVerbs
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.screens.referral.screen import ReferralScreen
from ui.screens.referral.verbs import Verbs

MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
_MOST_TABS = 120


def _is_called(widget: QWidget, name: str) -> bool:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return name in (words, widget.accessibleName()) or widget.accessibleName().startswith(name)


def _by_arrows(button: QAbstractButton, name: str) -> QWidget | None:
    """Among choices that belong together Tab goes to one, the arrow keys to the others."""
    group = button.group()
    if group is None or not any(_is_called(other, name) for other in group.buttons()):
        return None
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        for _ in group.buttons():
            focus = QApplication.focusWidget()
            if focus is None or _is_called(focus, name):
                return focus
            QTest.keyClick(focus, key)
    return None


def settle() -> None:
    """Let every layout come to rest."""
    for _ in range(6):
        QApplication.processEvents()


class Hands:
    """A person who uses no mouse."""

    def __init__(self, screen: QWidget) -> None:
        self.screen = screen

    def go_to(self, name: str) -> QWidget:
        """Press Tab until the widget whose name begins so has the keyboard."""
        settle()  # what was made a moment ago is shown by then
        seen = []
        for _ in range(_MOST_TABS):
            widget = QApplication.focusWidget()
            if widget is not None and _is_called(widget, name):
                return widget
            if isinstance(widget, QAbstractButton) and (found := _by_arrows(widget, name)):
                return found
            seen.append(widget.accessibleName() if widget is not None else "")
            QTest.keyClick(widget or self.screen, Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {name!r}; passed {seen}")

    def press(self, name: str) -> None:
        """Go there and press Space."""
        QTest.keyClick(self.go_to(name), Qt.Key.Key_Space)

    def write(self, name: str, text: str) -> None:
        """Go there and type."""
        QTest.keyClicks(self.go_to(name), text)

    def fill_the_form(self) -> None:
        """Everything that a permission needs, from the top of the form to its end."""
        self.press("They carry it")
        self.press("I read out what could happen")
        self.press("We talked about what good it may do")
        self.press("They tell them")
        self.press("The person")
        self.press("The one who signs is not the one who caused harm")
        self.press("They are clear-headed")
        self.write("Your staff code", "K7")
        self.write("Where is the signed paper kept?", "Cabinet 2")


def desk_screen(qtbot: QtBot, verbs: Verbs | None = None, size: tuple[int, int] = (1300, 860)) -> ReferralScreen:
    """The screen on invented verbs, shown and with the keyboard."""
    screen = ReferralScreen(
        AppState(ImmediateRunner(), FixedClock(MOMENT), Path("vault")), verbs or FakeVerbs(), "case-1"
    )
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    focus = screen.first_focus()
    if focus is not None:
        focus.setFocus(Qt.FocusReason.TabFocusReason)
    return screen


def to_the_page(screen: ReferralScreen) -> Hands:
    """Choose the hospital, by keyboard."""
    hands = Hands(screen)
    hands.press("Hospital exam team")
    hands.press("Show the page")
    return hands


def to_the_form(screen: ReferralScreen) -> Hands:
    """Agree on the page, by keyboard."""
    hands = to_the_page(screen)
    hands.press("No, this is right")
    return hands


def to_the_end(screen: ReferralScreen) -> Hands:
    """Record the permission, by keyboard."""
    hands = to_the_form(screen)
    hands.fill_the_form()
    hands.press("Record this permission")
    return hands
