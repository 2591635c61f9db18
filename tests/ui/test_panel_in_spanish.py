"""The panel with the real cards in Spanish: longer words than the English ones, and still room for each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from intake.actions.protections.assess_case import ProtectionsPanel, assess_case
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.content import load_content
from intake.vault.memory_vault import create_memory_vault
from tests.journeys.people import ROSA
from tests.journeys.taking_down import take_down
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.interview_fakes import FakeReport
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screens.interview.finding_view import FindingView
from ui.screens.interview.screen import InterviewScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT

MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


class SpanishReport(FakeReport):
    """The invented report of these tests, with the cards of a whole one."""

    def __init__(self, panel: ProtectionsPanel) -> None:
        super().__init__()
        self._panel = panel

    def assess(self) -> ProtectionsPanel:
        return self._panel


@pytest.mark.parametrize(("width", "scale"), [(1304, 1.0), (928, 1.0), (1304, 2.0)])
def test_every_spanish_card_has_room_when_opened(
    qtbot: QtBot, state: AppState, qapp: ForthrightApp, width: int, scale: float
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    session = OpenVault(create_memory_vault(), load_content(), FixedClock(MOMENT))
    session.language = "es"
    panel = assess_case(session, take_down(session, ROSA))
    session.store.close()
    screen = InterviewScreen(state, SpanishReport(panel), "case-1")
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(width, 900)
    screen.show()
    for button in screen.view.middle.header.findChildren(QPushButton):
        if button.text().startswith("What may protect") and button.isVisible():
            button.click()
    cards = screen.findChildren(FindingView)
    for card in cards:
        QTest.mouseClick(card.stops()[0], Qt.MouseButton.LeftButton)
    QTest.qWait(20)
    assert {card.stops()[0].accessibleName().split(":")[0] for card in cards} == {card.title for card in panel.cards}
    assert clipped(screen) == []
    assert nameless(screen) == []
