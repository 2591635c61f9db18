"""What every screen must hold: names to be heard, room for every word, both directions, large text."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.copies.put_back import BeforeRestore, ReportThere, There
from intake.actions.copies.read_out import Counted, ReadOut
from intake.actions.session import OpenVault
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.restore.screen import RestoreScreen
from ui.screens.salvage.screen import SalvageScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

SCREENS = ["unlock", "create_vault", "recover", "restore", "salvage", "way_back", "today", "defect"]


def window_at(qtbot: QtBot, state: AppState, session: OpenVault, name: str) -> MainWindow:
    session.is_practice = True
    session.store.new_case(state.clock.today())
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    window.navigator.go_to(Wish(name, {"note": "KeyError, some_file.py 12"}))
    _show_everything(window)
    QTest.qWait(30)
    return window


def _show_everything(window: MainWindow) -> None:
    screen = window.navigator.screen
    for attribute in (
        "passphrase",
        "open_button",
        "other_ways",
        "explanation",
        "first_vault",
        "two",
        "copy_ways",
    ):
        widget = getattr(screen, attribute, None)
        if widget is not None:
            widget.show()
    for attribute in ("other_ways", "another_vault", "another_place"):
        widget = getattr(screen, attribute, None)
        if widget is not None:
            widget.click()
    if isinstance(screen, RestoreScreen):
        on, labels = date(2026, 5, 4), tuple(f"K-{number}" for number in range(12))
        only = tuple(ReportThere(label, on, None) for label in labels)
        screen.found.show_found(BeforeRestore(12, on, on, There.SAME_VAULT, only, only[:1], only[:2]))
        screen.copy.button.click()
    if isinstance(screen, SalvageScreen):
        screen.place.button.click()
        some, guessed = Counted(12, 0, is_exact=True), Counted(120, 31, is_exact=False)
        screen._on_read_out(ReadOut(3, some, guessed, some, 31, 2))
        screen.place.show()
    notice = getattr(screen, "notice", None)
    if notice is not None:
        notice.show_words("This passphrase does not open the vault.", "Nothing was changed.", "Try again, slowly.")
    window.notice.show_words("The last words could not be stored.", "All before is safe.", "Make room on the disk.")


@pytest.mark.parametrize("name", SCREENS)
def test_every_widget_that_takes_the_keyboard_can_be_heard(
    qtbot: QtBot, state: AppState, session: OpenVault, name: str
) -> None:
    assert nameless(window_at(qtbot, state, session, name)) == []


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 1.5), (LIGHT, 2.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_cut_off(
    request: pytest.FixtureRequest,
    qapp: ForthrightApp,
    name: str,
    tokens: Tokens,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, session = (request.getfixturevalue(one) for one in ("qtbot", "state", "session"))
    assert clipped(window_at(qtbot, state, session, name)) == []


@pytest.mark.parametrize("name", SCREENS)
def test_text_grows_on_a_screen_that_is_already_shown(
    qtbot: QtBot, qapp: ForthrightApp, state: AppState, session: OpenVault, name: str
) -> None:
    window = window_at(qtbot, state, session, name)
    handle = window.windowHandle()
    for _ in range(6):
        QTest.keyClick(handle, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(50)
    assert clipped(window) == []
    QTest.keyClick(handle, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(handle, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(50)
    assert clipped(window) == []
