"""The referral screen on the real core: an invented report of the training vault, from the desk to the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.clock import FixedClock
from intake.errors import Defect
from tests.shipped import shipped_content
from tests.ui.clipping import clipped
from tests.ui.referral_desk import MOMENT, Hands, settle
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.referral.screen import ReferralScreen, build


@pytest.fixture
def session() -> OpenVault:
    return open_practice(shipped_content(), FixedClock(MOMENT))


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, session: OpenVault) -> ReferralScreen:
    state.session = session
    screen = build(state, Wish("referral", {"case_id": list_cases(session)[0].id}))
    qtbot.addWidget(screen)
    screen.resize(1300, 860)
    screen.show()
    screen.activateWindow()
    with qtbot.waitActive(screen):
        pass
    focus = screen.first_focus()
    assert focus is not None
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    return screen


def test_a_page_is_seen_permitted_saved_and_taken_back(screen: ReferralScreen, tmp_path: Path) -> None:
    hands = Hands(screen)
    hands.press("Hospital exam team")
    hands.press("Show the page")
    if screen.office.isVisible():
        hands.write("Name of the office", "Harbor Program")
        hands.write("Phone of the office", "415 555 0134")
        hands.press("Keep and show the page")
    settle()
    assert clipped(screen) == []
    hands.press("Take off: The day")
    assert "May 2" not in screen.page.page.text.toPlainText()
    hands.press("No, this is right")
    for tick in ("Exam and care", "You carry it yourself", "I read out", "We talked", "You tell them yourself"):
        hands.press(tick)
    for tick in ("7 days", "The person", "The one who signs", "They are clear-headed"):
        hands.press(tick)
    hands.write("Your staff code", "K7")
    hands.write("Where is the signed paper kept?", "Cabinet 2")
    hands.press("Record this permission")
    assert screen.notice.isHidden(), screen.notice.text()
    hands.press("Choose a folder and save")
    assert screen.saving.picker is not None
    screen.saving.picker.go(tmp_path)
    hands.press("Save in this folder")
    assert screen.saving.card.text().startswith("Saved")
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]
    hands.press("Take back permission")
    assert [line.state for line in screen.presenter.releases] == ["revoked"]


def test_without_an_open_vault_there_is_no_screen(state: AppState) -> None:
    with pytest.raises(Defect):
        build(state, Wish("referral", {"case_id": "any"}))
