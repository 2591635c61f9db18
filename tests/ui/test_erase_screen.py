"""Erasing a report on the screen: by keyboard, in steps, stopped by a hold, with room for every word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.cases.model import Case
from intake.clock import FixedClock
from intake.errors import Defect, Mishap
from intake.releases.model import Release, Signature, SignatureKind
from intake.vault.erasing import refusals
from intake.vault.memory_vault import create_memory_vault
from tests.content.reading_grade import reading_grade
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.erase.screen import EraseScreen, build
from ui.screens.today.screen import build as build_today
from ui.style.appearance import apply_appearance
from ui.style.roles import Role
from ui.style.tokens import DARK, LIGHT, Tokens

DAY = MOMENT.date()


@pytest.fixture
def full(state: AppState) -> OpenVault:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    return state.session


@pytest.fixture
def case(full: OpenVault) -> Case:
    case = full.store.new_case(DAY)
    full.store.put_draft(case.id, "comfort.words", "half a word")
    ink = Signature(SignatureKind.INK, place_kept="binder")
    full.store.put_release(Release(release_id="r", case_id=case.id, recipient="hospital_safe", signature=ink))
    full.store.put_export(case.id, "r", "ab", DAY)
    return case


def shown(qtbot: QtBot, state: AppState, case: Case) -> EraseScreen:
    screen = build(state, Wish("erase", {"case_id": case.id}))
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    return screen


def choose(screen: EraseScreen, what: str) -> None:
    button = screen.what._buttons[what]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_nothing_can_be_erased_at_first_and_the_keyboard_starts_at_the_way_back(
    qtbot: QtBot, state: AppState, case: Case
) -> None:
    screen = shown(qtbot, state, case)
    assert case.label in screen.title.text()
    assert not screen.erase.isEnabled()
    assert screen.first_focus() is screen.back
    assert screen.erase.property("role") == Role.DESTROY.value
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.back, Qt.Key.Key_Space)
    assert signal.args == [Wish("today")]


def test_what_cannot_be_reached_is_listed_before(qtbot: QtBot, state: AppState, case: Case) -> None:
    screen = shown(qtbot, state, case)
    words = screen.left.text()
    assert "1 (" in words
    assert "Signed papers" in words
    assert "copy that somebody made by hand" in words


def test_the_whole_report_goes_by_keyboard_alone(qtbot: QtBot, state: AppState, full: OpenVault, case: Case) -> None:
    screen = shown(qtbot, state, case)
    choose(screen, "whole")
    assert screen.what.value() == "whole"
    assert "no way back" in screen.goes.text()
    assert not screen.erase.isEnabled()
    QTest.keyClicks(screen.typed.edit, case.label.lower())
    assert screen.erase.isEnabled()
    screen.erase.setFocus()
    QTest.keyClick(screen.erase, Qt.Key.Key_Space)
    assert full.store.cases() == ()
    assert "erased" in screen.goes.text()
    assert not screen.erase.isVisible()
    assert screen.typed.text() == ""
    assert "Signed papers" in screen.left.text()
    assert screen.back.text() == "Back to Today"


def test_only_the_words_go(qtbot: QtBot, state: AppState, full: OpenVault, case: Case) -> None:
    screen = shown(qtbot, state, case)
    choose(screen, "words")
    assert screen.what.value() == "words"
    QTest.keyClicks(screen.typed.edit, case.label)
    QTest.mouseClick(screen.erase, Qt.MouseButton.LeftButton)
    assert [line.id for line in full.store.cases()] == [case.id]
    assert full.store.drafts(case.id) == {}


def test_another_name_keeps_the_button_shut(qtbot: QtBot, state: AppState, case: Case) -> None:
    screen = shown(qtbot, state, case)
    choose(screen, "whole")
    QTest.keyClicks(screen.typed.edit, case.label + "1")
    assert not screen.erase.isEnabled()


def test_a_hold_takes_the_way_to_erase_away_and_gives_it_back(
    qtbot: QtBot, state: AppState, full: OpenVault, case: Case
) -> None:
    screen = shown(qtbot, state, case)
    QTest.keyClick(screen.hold.button, Qt.Key.Key_Space)
    assert "on hold since" in screen.hold.words.text()
    for part in (screen.what, screen.typed, screen.erase):
        assert not part.isVisible()
    again = shown(qtbot, state, case)
    assert not again.erase.isVisible()
    QTest.keyClick(again.hold.button, Qt.Key.Key_Space)
    assert "last hold ended on" in again.hold.words.text()
    assert again.erase.isVisible()
    assert [entry.action for entry in full.store.log_entries()] == ["hold_set", "hold_released"]


def test_a_hold_set_meanwhile_is_said_and_nothing_goes(
    qtbot: QtBot, state: AppState, full: OpenVault, case: Case
) -> None:
    screen = shown(qtbot, state, case)
    choose(screen, "whole")
    QTest.keyClicks(screen.typed.edit, case.label)
    full.store.put_hold(case.id, DAY)
    QTest.mouseClick(screen.erase, Qt.MouseButton.LeftButton)
    assert "on hold" in screen.notice.text()
    assert len(full.store.cases()) == 1


def test_traces_that_could_not_be_written_over_are_said(qtbot: QtBot, state: AppState, case: Case) -> None:
    screen = shown(qtbot, state, case)
    screen.show_error(refusals.unfinished())
    assert "lock and unlock" in screen.notice.text()
    assert not screen.erase.isVisible()
    assert not screen.goes.isVisible()


def test_leaving_empties_the_screen(qtbot: QtBot, state: AppState, case: Case) -> None:
    screen = shown(qtbot, state, case)
    QTest.keyClicks(screen.typed.edit, "K")
    screen.leave()
    assert (screen.typed.text(), screen.left.text()) == ("", "")


def test_without_a_vault_it_is_our_mistake(state: AppState) -> None:
    with pytest.raises(Defect):
        build(state, Wish("erase", {"case_id": "x"}))


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_word_has_room_and_every_control_a_name(
    request: pytest.FixtureRequest,
    qapp: ForthrightApp,
    tokens: Tokens,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, scale)
    qtbot, state, case = (request.getfixturevalue(one) for one in ("qtbot", "state", "case"))
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1024, 700)
    window.show()
    window.navigator.go_to(Wish("erase", {"case_id": case.id}))
    screen = window.navigator.screen
    assert isinstance(screen, EraseScreen)
    choose(screen, "whole")
    screen.notice.show_error(refusals.legal_hold())
    QTest.qWait(30)
    assert nameless(window) == []
    assert clipped(window) == []


def test_the_key_and_the_button_of_the_list_lead_there(
    qtbot: QtBot, state: AppState, full: OpenVault, case: Case
) -> None:
    other = full.store.new_case(DAY)
    full.store.set_last_case(case.id)
    screen = build_today(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.list.setFocus()
    assert screen.actions_of_list.erase.text() == f"Erase {case.label}..."  # the report that was open last
    presses: tuple[Callable[[], None], ...] = (
        lambda: QTest.keyClick(screen.list, Qt.Key.Key_Delete),
        lambda: QTest.mouseClick(screen.actions_of_list.erase, Qt.MouseButton.LeftButton),
    )
    for press in presses:
        with qtbot.waitSignal(screen.go_to) as signal:
            press()
        assert signal.args == [Wish("erase", {"case_id": case.id})]
    row = [line.id for line in full.store.cases()].index(other.id)
    place = screen.list.visualRect(screen.model.index(row, 0)).center()
    QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert screen.actions_of_list.erase.text() == f"Erase {other.label}..."
    screen.leave()
    assert not screen.actions_of_list.erase.isVisible()


def test_without_reports_there_is_nothing_to_erase(qtbot: QtBot, state: AppState, full: OpenVault) -> None:
    screen = build_today(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.show()
    assert not screen.actions_of_list.erase.isVisible()


@pytest.mark.parametrize(
    "mishap", [refusals.legal_hold(), refusals.wrong_count(), refusals.wrong_label(), refusals.unfinished()]
)
def test_what_stands_in_the_way_is_said_in_plain_words(mishap: Mishap) -> None:
    for words in (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do):
        assert reading_grade(words) <= 7
