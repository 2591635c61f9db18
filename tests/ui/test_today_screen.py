from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import CaseLine
from intake.actions.session import OpenVault
from intake.errors import Defect, Mishap
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.lists.cases_model import DAYS_ROLE, CasesModel
from ui.screen import Wish
from ui.screens.today.presenter import CopyReminder, Reminder, copy_reminder
from ui.screens.today.screen import TodayScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT

TODAY = date(2026, 5, 4)


def shown(qtbot: QtBot, state: AppState) -> TodayScreen:
    screen = build(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def test_an_empty_home_says_what_it_is_for_and_offers_the_first_step(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    assert screen.empty.isVisible()
    assert not screen.list.isVisible()
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.new_report, Qt.Key.Key_Space)
    (line,) = session.store.cases()
    assert signal.args == [Wish("interview", {"case_id": line.id})]


def test_a_report_is_opened_by_keyboard(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    case = session.store.new_case(TODAY)
    screen = shown(qtbot, state)
    assert screen.list.isVisible()
    screen.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert screen.list.currentIndex().row() == 0
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert signal.args == [Wish("interview", {"case_id": case.id})]


def test_a_click_opens_a_report_once(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    session.store.new_case(TODAY)
    screen = shown(qtbot, state)
    wishes: list[object] = []
    screen.go_to.connect(wishes.append)
    place = screen.list.visualRect(screen.model.index(0, 0)).center()
    QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(wishes) == 1


def test_trouble_with_the_disk_is_said_and_the_button_comes_back(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    screen.new_report.setEnabled(False)
    screen.show_error(Mishap("disk_full", "The disk is full.", "All is safe.", "Make room."))
    assert screen.new_report.isEnabled()
    assert screen.notice.isVisible()


def test_home_without_a_vault_is_our_mistake(qtbot: QtBot, state: AppState) -> None:
    with pytest.raises(Defect):
        build(state, Wish("today"))


def test_the_list_speaks_of_days_in_words(qtbot: QtBot) -> None:
    model = CasesModel(TODAY)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    yesterday = TODAY - timedelta(days=1)
    model.show((CaseLine("1", "R-7", yesterday, TODAY), CaseLine("2", "K-2", date(2026, 1, 3), date(2026, 1, 3))))
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken[0] == "R-7. Opened yesterday. Last worked on today."
    assert spoken[1].startswith("K-2. Opened ")
    assert "2026" in spoken[1]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    model.show(())
    del tester


def test_a_report_on_hold_says_so_first_and_no_day_on_which_it_would_go(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    session.store.put_hold(session.store.new_case(TODAY).id, TODAY)
    screen = shown(qtbot, state)
    row = screen.model.index(0, 0)
    assert str(row.data(DAYS_ROLE)).startswith("On hold since 4 May 2026. Opened")
    assert "On hold since 4 May 2026." in str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    held = CaseLine("1", "R-7", TODAY, TODAY, kept_until=TODAY, held_since=TODAY)
    screen.model.show((held,))
    assert "To be erased" not in str(screen.model.index(0, 0).data(DAYS_ROLE))


def test_leaving_forgets_the_list(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    session.store.new_case(TODAY)
    screen = shown(qtbot, state)
    screen.leave()
    assert screen.model.rowCount() == 0


def test_without_recovery_words_a_calm_card_leads_to_a_way_back_in(
    qtbot: QtBot, state: AppState, session: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.today.recovery_card.reminder", lambda _: Reminder.MAKE)
    screen = shown(qtbot, state)
    assert screen.reminders.recovery.isVisible()
    assert screen.new_report.isEnabled()
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.reminders.recovery.button, Qt.Key.Key_Space)
    assert signal.args == [Wish("way_back")]
    screen.show_error(Mishap("disk_full", "The disk is full.", "All is safe.", "Make room."))
    assert not screen.reminders.recovery.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_card_has_room_at_any_text_size(
    qtbot: QtBot,
    qapp: ForthrightApp,
    state: AppState,
    session: OpenVault,
    monkeypatch: pytest.MonkeyPatch,
    scale: float,
) -> None:
    monkeypatch.setattr("ui.screens.today.recovery_card.reminder", lambda _: Reminder.MAKE)
    apply_appearance(qapp, LIGHT, scale)
    session.store.new_case(TODAY)
    screen = shown(qtbot, state)
    QTest.qWait(30)
    assert clipped(screen) == []


@pytest.mark.parametrize(
    ("found", "said", "button"),
    [
        (Reminder.ASK_FOR_THEM, "Ask a supervisor", ""),
        (Reminder.TRY, "have not been tried yet", "Try recovery words"),
        (Reminder.TRY_AGAIN, "three months", "Try recovery words"),
    ],
)
def test_the_card_says_what_is_due_and_who_can_do_it(
    qtbot: QtBot,
    state: AppState,
    session: OpenVault,
    monkeypatch: pytest.MonkeyPatch,
    found: Reminder,
    said: str,
    button: str,
) -> None:
    monkeypatch.setattr("ui.screens.today.recovery_card.reminder", lambda _: found)
    screen = shown(qtbot, state)
    assert said in screen.reminders.recovery.words.text()
    assert screen.reminders.recovery.button.isVisible() == bool(button)
    assert button in screen.reminders.recovery.button.text()


def test_practice_has_no_such_card(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    assert not shown(qtbot, state).reminders.recovery.isVisible()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_reminder_of_copies_and_a_wrong_clock_are_not_cut_off(
    qtbot: QtBot, qapp: ForthrightApp, state: AppState, session: OpenVault, direction: Qt.LayoutDirection, scale: float
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, LIGHT, scale)
    session.store.new_case(TODAY)
    screen = shown(qtbot, state)
    place = Path("/media/somebody/a stick with a long name/copies")
    screen.reminders.copy._on_known(CopyReminder(True, TODAY - timedelta(days=20), place))
    screen._on_clock_known(TODAY + timedelta(days=9))
    QTest.qWait(30)
    assert clipped(screen) == []
    screen.show_error(Mishap("x", "It did not work.", "All is safe.", "Try again."))
    assert not screen.reminders.copy.isVisible()


def test_practice_and_an_empty_vault_are_never_reminded_of_copies(session: OpenVault) -> None:
    session.store.new_case(TODAY)
    assert not copy_reminder(session).is_due  # a vault in memory, as in practice
