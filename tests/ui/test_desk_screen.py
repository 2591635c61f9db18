"""The desk: panels found by their files; the office can be set and set anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.actions.vault.office import Office, read_office
from intake.clock import FixedClock
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.desk import panels
from ui.screens.desk.panels.office import OfficePanel
from ui.screens.desk.screen import DeskScreen, build


@pytest.fixture
def desk(qtbot: QtBot, state: AppState) -> DeskScreen:
    state.session = OpenVault(create_memory_vault(), shipped_content(), FixedClock(MOMENT))
    screen = build(state, Wish("desk"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    return screen


def office(desk: DeskScreen) -> OfficePanel:
    return next(panel for panel in desk.panels if isinstance(panel, OfficePanel))


def test_every_file_is_a_panel_with_a_name_for_everything(desk: DeskScreen) -> None:
    files = [path.stem for path in Path(panels.__path__[0]).glob("*.py") if path.stem != "__init__"]
    assert len(desk.panels) == len(files)
    assert nameless(desk) == []
    assert clipped(desk) == []


def test_the_office_is_kept_and_read_again(desk: DeskScreen) -> None:
    panel = office(desk)
    QTest.keyClicks(panel.name.edit, "Harbor Program")
    QTest.keyClicks(panel.phone.edit, "415 555 0134")
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    assert panel.kept.text().startswith("Kept")
    session = desk.state.session
    assert session is not None
    assert read_office(session) == Office("Harbor Program", "415 555 0134")


def test_a_name_that_tells_too_much_is_not_kept(desk: DeskScreen) -> None:
    panel = office(desk)
    QTest.keyClicks(panel.name.edit, "Sex Worker Outreach")
    QTest.keyClicks(panel.phone.edit, "415 555 0134")
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    assert panel.notice.isVisible()
    assert "not changed" in panel.notice.text()
    assert panel.kept.text() == ""
    session = desk.state.session
    assert session is not None
    assert read_office(session) == Office()


def test_leaving_empties_the_lines(desk: DeskScreen) -> None:
    panel = office(desk)
    QTest.keyClicks(panel.name.edit, "Harbor")
    desk.leave()
    assert panel.name.text() == ""
