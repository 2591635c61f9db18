"""Trying facts out: cards follow, nothing is written, and nothing is left when it is left or locked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.navigator import Navigator
from ui.screen import Wish
from ui.screens.try_out.screen import TryOutScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

CONTENT = shipped_content()
DA = "us-ca-sf-da-safety"


def shown(qtbot: QtBot, state: AppState, **arguments: object) -> TryOutScreen:
    state.content = CONTENT
    screen = build(state, Wish("try_out", arguments))
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    screen.show()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, state: AppState) -> TryOutScreen:
    return shown(qtbot, state)


def press(screen: TryOutScreen, fact: str, value: str) -> None:
    thing = next(one for one in screen.sides.things if one.id == fact)
    thing.group.option_used.emit(value)


def standing(screen: TryOutScreen, instrument: str) -> str:
    groups = screen.sides.panel.groups.items()
    view = screen.sides.panel._views[instrument]
    return next(name for name, group in groups if view in group._views)


def test_all_cards_are_there_without_a_report_and_claim_nothing(screen: TryOutScreen) -> None:
    assert screen.state.session is None
    assert screen.sides.tried() == {}
    assert len(screen.sides.panel._views) >= 16
    assert not screen.sides.panel.groups["holds"].isVisible()


def test_a_fact_changes_the_cards_and_a_second_press_takes_it_back(screen: TryOutScreen) -> None:
    assert standing(screen, DA) == "answers"
    press(screen, "crimes", "theft")
    assert standing(screen, DA) == "outside"
    press(screen, "crimes", "theft")
    assert standing(screen, DA) == "answers"


def test_where_one_value_excludes_another_the_other_goes(screen: TryOutScreen) -> None:
    press(screen, "age_group", "adult")
    press(screen, "age_group", "minor")
    press(screen, "crimes", "robbery")
    press(screen, "crimes", "stalking")
    assert screen.sides.tried() == {"age_group": ("minor",), "crimes": ("robbery", "stalking")}
    screen.clear.click()
    assert screen.sides.tried() == {}


def test_in_another_language_facts_and_cards_are_said_anew_and_what_was_pressed_stays(
    qtbot: QtBot, state: AppState, session: OpenVault
) -> None:
    screen = shown(qtbot, state)
    press(screen, "crimes", "theft")
    before = {thing.id: thing.group.accessibleName() for thing in screen.sides.things}
    session.language = "es"
    screen.retranslate()
    after = {thing.id: thing.group.accessibleName() for thing in screen.sides.things}
    assert [name for name in before if before[name] == after[name]] == []
    assert screen.sides.tried() == {"crimes": ("theft",)}
    assert next(one for one in screen.sides.things if one.id == "crimes").group.chosen() == ("theft",)
    assert standing(screen, DA) == "outside"
    press(screen, "crimes", "theft")
    assert standing(screen, DA) == "answers"


def test_a_card_opens_in_full_and_escape_returns_to_it(screen: TryOutScreen) -> None:
    press(screen, "role", "victim")
    title = screen.sides.panel._views[DA].title
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Space)
    assert screen.finding.isVisible()
    assert QApplication.focusWidget() is screen.finding.reading
    QTest.keyClick(screen.finding.reading, Qt.Key.Key_Escape)
    assert not screen.finding.isVisible()
    assert QApplication.focusWidget() is title


def test_nothing_is_written_and_nothing_is_left_after_leaving(qtbot: QtBot, state: AppState) -> None:
    state.session = OpenVault(create_memory_vault(), CONTENT, FixedClock(MOMENT))
    state.content = CONTENT
    case_id = state.session.store.new_case(MOMENT.date()).id
    before = state.session.store.case(case_id)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    navigator = Navigator(stack, state)
    navigator.go_to(Wish("try_out", {"case_id": case_id}))
    screen = navigator.screen
    assert isinstance(screen, TryOutScreen)
    press(screen, "crimes", "robbery")
    press(screen, "involvement", "selling")
    title = screen.sides.panel._views[DA].title
    title.click()
    navigator.leave_screen()  # as a lock does
    assert screen.sides.tried() == {}
    assert screen.sides.panel._views == {}
    assert screen.finding.instrument == ""
    assert state.session.store.case(case_id) == before
    assert state.session.memory == {}
    assert state.session.memory_drafts == {}
    navigator.go_to(Wish("try_out", {"case_id": case_id}))
    again = navigator.screen
    assert isinstance(again, TryOutScreen)
    assert again.sides.tried() == {}
    navigator.leave_screen()
    state.session.store.close()


def test_the_answers_of_the_report_one_came_from_are_not_looked_at(qtbot: QtBot, state: AppState) -> None:
    screen = shown(qtbot, state, case_id="case-1")
    assert screen.sides.tried() == {}
    wishes: list[Wish] = []
    screen.go_to.connect(wishes.append)
    screen.back.click()
    assert wishes == [Wish("interview", {"case_id": "case-1"})]


@pytest.mark.parametrize("report", [{"case_id": "case-1"}, {}])
def test_the_library_is_told_of_the_report_one_came_from(
    qtbot: QtBot, state: AppState, report: dict[str, object]
) -> None:
    screen = shown(qtbot, state, **report)
    wishes: list[Wish] = []
    screen.go_to.connect(wishes.append)
    screen.sides.panel._views[DA].title.click()
    screen.finding.library.click()
    assert wishes == [Wish("library", {"instrument": DA, **report})]


@pytest.mark.parametrize("side", ["cards", "facts", "a finding"])
@pytest.mark.parametrize(
    ("tokens", "scale", "is_rtl"), [(LIGHT, 1.0, False), (DARK, 1.0, True), (LIGHT, 2.0, False), (DARK, 2.0, True)]
)
def test_every_word_has_room_and_can_be_heard(
    qtbot: QtBot, state: AppState, qapp: ForthrightApp, side: str, tokens: Tokens, scale: float, is_rtl: bool
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, tokens, scale)
    screen = shown(qtbot, state)
    if side == "facts":
        screen.sides.swap.click()
    if side == "a finding":
        screen.sides.panel._views[DA].title.click()
    assert clipped(screen) == []
    assert nameless(screen) == []
