"""The idle time: five minutes until somebody says otherwise, kept in the vault, used as soon as it is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.actions.vault.lock_settings import (
    IDLE_MINUTES_OFFERED,
    USUAL_IDLE_MINUTES,
    read_idle_minutes,
    save_idle_minutes,
)
from intake.errors import Defect, Mishap
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app_state import AppState
from ui.locking.idle_time import USUAL_MINUTES
from ui.main_window import MainWindow
from ui.screens.desk.panels.locking import LockingPanel, build
from ui.screens.desk.panels.office import build as build_office


@pytest.fixture
def panel(qtbot: QtBot, state: AppState, session: OpenVault) -> LockingPanel:
    panel = build(state)
    qtbot.addWidget(panel)
    panel.retranslate()
    panel.resize(800, 500)
    panel.show()
    return panel


def press(panel: LockingPanel, minutes: int) -> None:
    QTest.mouseClick(panel.minutes._buttons[str(minutes)], Qt.MouseButton.LeftButton)


def test_five_minutes_until_somebody_says_otherwise(panel: LockingPanel) -> None:
    assert USUAL_MINUTES == USUAL_IDLE_MINUTES == 5
    assert panel.minutes.value() == "5"
    assert nameless(panel) == []
    assert clipped(panel) == []


@pytest.mark.parametrize("minutes", IDLE_MINUTES_OFFERED)
def test_a_choice_is_kept_and_used_at_once(panel: LockingPanel, state: AppState, minutes: int) -> None:
    press(panel, minutes)
    assert state.session is not None
    assert read_idle_minutes(state.session) == minutes
    assert state.idle_time.minutes == minutes
    assert panel.kept.text().startswith("Kept")


def test_a_choice_that_could_not_be_kept_is_said_and_changes_nothing(
    panel: LockingPanel, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert state.session is not None

    def fail(name: str, value: str) -> None:
        raise Mishap("disk_full", "The disk is full.", "All is safe.", "Make room.")

    monkeypatch.setattr(state.session.store, "put_setting", fail)
    press(panel, 1)
    assert "The disk is full." in panel.notice.text()
    assert state.idle_time.minutes == USUAL_MINUTES
    assert panel.kept.text() == ""


def test_the_time_set_in_a_vault_counts_from_its_opening(qtbot: QtBot, state: AppState) -> None:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    session = OpenVault(create_memory_vault(), shipped_content(), state.clock)
    save_idle_minutes(session, 15)
    window.keeper.open_with(lambda: session)
    assert window.keeper.inactivity._timer.interval() == 15 * 60_000
    assert window.keeper.inactivity.is_watching()


def test_a_setting_that_nobody_offers_is_not_used(session: OpenVault) -> None:
    session.store.put_setting("lock.idle_minutes", "100000")
    assert read_idle_minutes(session) == USUAL_IDLE_MINUTES
    with pytest.raises(Defect):
        save_idle_minutes(session, 7)


def test_the_word_that_it_was_kept_goes_with_the_language_it_was_said_in(
    qtbot: QtBot, state: AppState, panel: LockingPanel
) -> None:
    office = build_office(state)
    qtbot.addWidget(office)
    panel._on_kept(5)
    office._on_kept(None)
    assert panel.kept.text()
    assert office.kept.text()
    panel.retranslate()
    office.retranslate()
    assert (panel.kept.text(), office.kept.text()) == ("", "")
