"""The interview can be heard, and every word has room: small window, large text, from right to left, both schemes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.interview_fakes import DISK_FULL, QUESTIONS, FakeReport
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screens.interview.columns import Arrangement, Side, arrange
from ui.screens.interview.screen import InterviewScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

RAIL = 96  # px of the window's own rail beside every screen


@dataclass(frozen=True)
class Way:
    size: tuple[int, int]
    scale: float = 1.0
    tokens: Tokens = LIGHT
    is_rtl: bool = False


WAYS = [
    pytest.param(Way((1400 - RAIL, 900)), id="designed"),
    pytest.param(Way((1400 - RAIL, 900), tokens=DARK, is_rtl=True), id="dark, right to left"),
    pytest.param(Way((1024 - RAIL, 700)), id="small window"),
    pytest.param(Way((1400 - RAIL, 900), scale=2.0), id="large text"),
    pytest.param(Way((1024 - 2 * RAIL, 700), scale=2.0, is_rtl=True), id="small window, large text, right to left"),
]


def screen_at(qtbot: QtBot, state: AppState, qapp: ForthrightApp, way: Way) -> InterviewScreen:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if way.is_rtl else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, way.tokens, way.scale)
    report = FakeReport()
    report.is_locked = True
    screen = InterviewScreen(state, report, "case-1")
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(*way.size)
    screen.show()
    return screen


@pytest.mark.parametrize("question", [one.id for one in QUESTIONS])
@pytest.mark.parametrize("way", WAYS)
def test_every_question_has_room_and_can_be_heard(
    qtbot: QtBot,
    state: AppState,
    qapp: ForthrightApp,
    question: str,
    way: Way,
) -> None:
    screen = screen_at(qtbot, state, qapp, way)
    screen._presenter.go_to_question(question)
    screen.view.show_trouble(DISK_FULL)
    screen.view.show_advice("Please add the year in four digits. Only the year is fine too.")
    QTest.qWait(20)
    assert clipped(screen) == []
    assert nameless(screen) == []
    assert screen.width() <= way.size[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("extra", ["All parts", "What may protect", "Read out", "Stop here", "the end", "a finding"])
def test_what_waits_behind_a_button_has_room_too(
    qtbot: QtBot,
    state: AppState,
    qapp: ForthrightApp,
    extra: str,
    way: Way,
) -> None:
    screen = screen_at(qtbot, state, qapp, way)
    if extra == "the end":
        screen._presenter.go_to_question(QUESTIONS[-1].id)
        screen._presenter.go_on()
    if extra == "a finding":
        screen._presenter.open_finding("law-1")
    for button in screen.view.middle.header.findChildren(QPushButton):
        if button.text().startswith(extra) and button.isVisible():
            button.click()
    qtbot.waitUntil(lambda: clipped(screen) == [], timeout=3000)  # larger words settle in a second layout
    assert nameless(screen) == []


@pytest.mark.parametrize(
    ("width", "scale", "wanted", "expected"),
    [
        (1304, 1.0, None, Arrangement(288, 336)),
        (1120, 1.0, None, Arrangement(288, 304)),
        (928, 1.0, None, Arrangement(288, 0)),
        (928, 1.0, Side.PANEL, Arrangement(0, 304)),
        (700, 1.0, None, Arrangement(0, 0)),
        (700, 1.0, Side.MAP, Arrangement(700, 0, has_question=False)),
        (1304, 2.0, None, Arrangement(0, 0)),
        (1304, 2.0, Side.PANEL, Arrangement(0, 1304, has_question=False)),
    ],
)
def test_the_question_always_has_its_room(width: int, scale: float, wanted: Side | None, expected: Arrangement) -> None:
    assert arrange(width, scale, wanted) == expected
