"""The log on the desk, and erasing everything from there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, read_office, save_office
from intake.clock import FixedClock
from intake.vault.audit.entry import Action
from intake.vault.memory_vault import create_memory_vault
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from tests.ui.held_runner import HeldRunner
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.desk.panels.log import LogPanel
from ui.screens.desk.screen import DeskScreen, build
from ui.style.appearance import apply_appearance
from ui.style.roles import Role
from ui.style.tokens import DARK, LIGHT

DAY = MOMENT.date()


@pytest.fixture
def full(state: AppState) -> OpenVault:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    save_office(state.session, Office("Harbor Program", "415 555 0134"))
    case = state.session.store.new_case(DAY)
    state.session.store.new_case(DAY)
    for days, action in ((4, Action.OPENED), (3, Action.EXPORTED), (2, Action.OPENED), (1, Action.RELEASE_REVOKED)):
        state.session.store.write_log(action, DAY - timedelta(days=days), staff_code="K2", case_id=case.id)
    return state.session


KEPT: list[DeskScreen] = []


@pytest.fixture(autouse=True)
def keep_screens() -> Iterator[None]:
    """A panel does not keep its screen alive."""
    yield
    KEPT.clear()


def panel(qtbot: QtBot, state: AppState) -> LogPanel:
    screen = build(state, Wish("desk"))
    KEPT.append(screen)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return panel_of(screen)


def panel_of(screen: object) -> LogPanel:
    assert isinstance(screen, DeskScreen)
    return next(panel for panel in screen.panels if isinstance(panel, LogPanel))


def test_the_log_says_that_it_is_whole_and_what_was_done(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    shown = panel(qtbot, state)
    assert shown.whole.text() == "The log is whole."
    assert "A permission was taken back, by K2" in shown.lines.text()
    assert shown.lines.text().count("The vault was opened") == 1
    QTest.keyClick(shown.older, Qt.Key.Key_Space)
    assert shown.lines.text().count("The vault was opened") == 2
    assert not shown.older.isVisible()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE audit_entries SET action = 'opened' WHERE seq = 2", "Line 2 (1 May 2026) was changed"),
        ("DELETE FROM audit_entries WHERE seq = 2", "Line 2 is gone"),
        ("DELETE FROM audit_entries WHERE seq > 2", "from line 3 on"),
        ("INSERT INTO audit_ends VALUES ('anchor', 1, 'aa', 'aa')", "Its start was changed"),
    ],
)
def test_a_log_that_is_not_whole_names_the_line(
    qtbot: QtBot, state: AppState, full: OpenVault, sql: str, said: str
) -> None:
    full.store._database.rows(sql)
    words = panel(qtbot, state).whole.text()
    assert words.startswith("The log is not whole.")
    assert said in words.replace("May 1, 2026", "1 May 2026").replace("Friday, ", "")


def test_an_empty_log_says_so(qtbot: QtBot, state: AppState) -> None:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    assert panel(qtbot, state).whole.text() == "Nothing is in the log yet."


def test_everything_goes_only_with_the_right_count(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    shown = panel(qtbot, state).everything
    assert not shown.erase.isVisible()
    QTest.keyClick(shown.open, Qt.Key.Key_Space)
    assert shown.erase.isVisible()
    assert shown.erase.property("role") == Role.DESTROY.value
    assert "Reports that go: 2." in shown.words.text()
    for typed, works in (("", False), ("3", False), ("2", True)):
        shown.typed.edit.setText(typed)
        assert shown.erase.isEnabled() is works
    QTest.keyClick(shown.erase, Qt.Key.Key_Space)
    assert full.store.cases() == ()
    assert shown.done.isVisible()
    assert not shown.erase.isVisible()
    assert read_office(full).programme_name == "Harbor Program"
    assert "Something was erased" in panel_words(shown.window())


@pytest.mark.parametrize("held", [False, True])
def test_the_keyboard_waits_while_everything_is_erased_and_goes_back_to_where_that_began(
    qtbot: QtBot, state: AppState, full: OpenVault, *, held: bool
) -> None:
    if held:
        full.store.put_hold(full.store.cases()[0].id, DAY)
    shown = panel(qtbot, state).everything
    QTest.keyClick(shown.open, Qt.Key.Key_Space)
    QTest.keyClicks(shown.typed.edit, "2")
    shown.erase.setFocus()
    state.runner = busy = HeldRunner()
    QTest.keyClick(shown.erase, Qt.Key.Key_Space)
    assert shown.window().focusWidget() is None
    busy.do_all()
    assert shown.window().focusWidget() is shown.open
    assert shown.open.isEnabled()


def panel_words(window: object) -> str:
    return panel_of(window).lines.text()


def test_the_settings_go_only_when_ticked(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    shown = panel(qtbot, state).everything
    QTest.keyClick(shown.open, Qt.Key.Key_Space)
    QTest.keyClick(shown.settings_too.box, Qt.Key.Key_Space)
    QTest.keyClicks(shown.typed.edit, "2")
    QTest.keyClick(shown.erase, Qt.Key.Key_Space)
    assert read_office(full) == Office()


def test_a_hold_stops_everything_and_says_so(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    full.store.put_hold(full.store.cases()[0].id, DAY)
    shown = panel(qtbot, state)
    QTest.keyClick(shown.everything.open, Qt.Key.Key_Space)
    QTest.keyClicks(shown.everything.typed.edit, "2")
    QTest.keyClick(shown.everything.erase, Qt.Key.Key_Space)
    assert "on hold" in shown.notice.text()
    assert len(full.store.cases()) == 2
    assert shown.everything.typed.text() == ""


def test_pressing_again_or_leaving_folds_it_away(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    shown = panel(qtbot, state)
    QTest.keyClick(shown.everything.open, Qt.Key.Key_Space)
    QTest.keyClick(shown.everything.open, Qt.Key.Key_Space)
    assert not shown.everything.typed.isVisible()
    QTest.keyClick(shown.everything.open, Qt.Key.Key_Space)
    QTest.keyClicks(shown.everything.typed.edit, "2")
    shown.leave()
    assert (shown.everything.typed.text(), shown.lines.text()) == ("", "")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_has_room_is_plain_and_every_control_has_a_name(
    request: pytest.FixtureRequest, qapp: ForthrightApp, scale: float, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, DARK if scale > 1 else LIGHT, scale)
    qtbot, state, _ = (request.getfixturevalue(one) for one in ("qtbot", "state", "full"))
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    window.navigator.go_to(Wish("desk"))
    shown = panel_of(window.navigator.screen)
    QTest.qWait(30)
    QTest.keyClick(shown.everything.open, Qt.Key.Key_Space)
    QTest.qWait(30)
    assert nameless(window) == []
    assert clipped(window) == []
    for label in shown.findChildren(QLabel):
        if label is not shown.lines:
            assert reading_grade(label.text()) <= 7, label.text()
