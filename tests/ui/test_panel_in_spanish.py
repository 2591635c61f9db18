"""The panel with the real cards in Spanish: longer words than the English ones, and still room for each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from intake.actions.protections.assess_case import assess_case
from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.vault.memory_vault import create_memory_vault
from tests.journeys.people import ROSA
from tests.journeys.taking_down import take_down
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.interview_fakes import FakeReport
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screens.interview.screen import InterviewScreen
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT

MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(("width", "scale"), [(1304, 1.0), (928, 1.0), (1304, 2.0)])
def test_every_spanish_card_has_room(
    qtbot: QtBot,
    state: AppState,
    qapp: ForthrightApp,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    scale: float,
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    session.language = "es"
    panel = assess_case(session, take_down(session, ROSA))
    session.store.close()
    report = FakeReport()
    monkeypatch.setattr(report, "assess", lambda: panel)
    screen = InterviewScreen(state, report, "case-1")
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(width, 900)
    screen.show()
    for button in screen.view.middle.header.findChildren(QAbstractButton):
        if button.text().startswith("What may protect") and button.isVisible():
            button.click()
    QTest.qWait(20)
    shown = {button.text() for button in screen.findChildren(QAbstractButton)}
    assert {card.title for card in panel.cards} <= shown
    assert clipped(screen) == []
    assert nameless(screen) == []
