"""A vault that is not as it was left says so before anything else, in calm words, and lets one go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.vault.freshness.standing import Doubt, DoubtKind
from tests.content.reading_grade import reading_grade
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.not_as_left.screen import NotAsLeftScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens


def doubt(session: OpenVault, *kinds: DoubtKind, count: int = 0) -> str:
    case = session.store.new_case(session.clock.today())
    with session.store.together():
        about = [Doubt(kind, case.id if kind is DoubtKind.CASE_CHANGED else None, count) for kind in kinds]
        session.store._chain._note(about)
    return case.label


@pytest.fixture
def window(qtbot: QtBot, state: AppState) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    return window


def shown(window: MainWindow) -> NotAsLeftScreen:
    assert isinstance(window.navigator.screen, NotAsLeftScreen)
    return window.navigator.screen


def test_it_comes_before_today_and_only_then(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    for is_in_doubt in (False, True):
        if is_in_doubt:
            doubt(session, DoubtKind.CHANGES_MISSING)
        state.session = None
        window = MainWindow(state)
        qtbot.addWidget(window, before_close_func=lambda w: w.hide())
        window.navigator.register("today", build)  # any screen that needs no content
        window.keeper.open_with(lambda: session)
        assert window.navigator.wish == Wish("not_as_left" if is_in_doubt else "today")


def test_it_says_what_was_found_what_is_safe_and_what_to_do(
    window: MainWindow, state: AppState, session: OpenVault
) -> None:
    label = doubt(session, DoubtKind.CHANGES_MISSING, DoubtKind.CASE_CHANGED, count=4)
    window.navigator.go_to(Wish("not_as_left"))
    screen = shown(window)
    assert "4 changes that were saved are not in it" in screen.found.text()
    assert f"Report {label} is in part not as it was last saved." in screen.found.text()
    assert "still there" in screen.safe.text()
    assert "newer copy" in screen.to_do.text()
    assert screen.first_focus() is screen.lock
    assert reading_grade(" ".join(one.text() for one in (screen.found, screen.safe, screen.to_do, screen.after))) <= 7


def test_going_on_is_written_down_and_ends_it(qtbot: QtBot, window: MainWindow, session: OpenVault) -> None:
    doubt(session, *DoubtKind)
    window.navigator.go_to(Wish("not_as_left"))
    screen = shown(window)
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.go_on, Qt.Key.Key_Space)
    assert signal.args == [Wish("today")]
    assert session.store.doubts() == ()
    assert [line.action for line in session.store.log_entries()] == ["went_on"]


def test_locking_is_the_first_way_on_and_changes_nothing(qtbot: QtBot, window: MainWindow, session: OpenVault) -> None:
    doubt(session, DoubtKind.FORKED)
    window.navigator.go_to(Wish("not_as_left"))
    with qtbot.waitSignal(shown(window).hide_wanted):
        QTest.keyClick(shown(window).lock, Qt.Key.Key_Space)


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_every_widget_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, tokens: Tokens, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    session, window = (request.getfixturevalue(one) for one in ("session", "window"))
    doubt(session, *DoubtKind, count=12)
    window.navigator.go_to(Wish("not_as_left"))
    QTest.qWait(30)
    assert clipped(window) == []
    assert nameless(window) == []
