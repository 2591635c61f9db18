"""Every screen keeps its outline. When it is meant to change, run again with FORTHRIGHT_REWRITE=1 and read the change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from tests.shipped import shipped_content
from tests.ui.outline_of import outline_of
from tests.ui.test_every_screen_in_spanish import PROBLEMS, SCREENS
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.time_limits.in_full import TimePage

OUTLINES = Path(__file__).parent / "outlines"


@pytest.fixture
def practice(state: AppState) -> Iterator[OpenVault]:
    session = open_practice(shipped_content(), state.clock)
    state.session = session
    yield session
    session.store.close()


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_keeps_its_outline(
    qtbot: QtBot, state: AppState, practice: OpenVault, name: str, tmp_path: Path
) -> None:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1280, 820)
    window.show()
    case_id = list_cases(practice)[0].id
    window.navigator.go_to(Wish(name, {"case_id": case_id, "note": "KeyError, a_file.py 12", "problems": PROBLEMS[:2]}))
    QTest.qWait(30)
    for page in window.findChildren(TimePage):  # in one of the reports a neck was pressed
        page.close_wanted.emit()
    drawn = {line.label: f"REPORT-{number}" for number, line in enumerate(list_cases(practice), start=1)}
    text = outline_of(window, {**drawn, str(tmp_path): "FOLDER"})
    path = OUTLINES / f"{name}.txt"
    if os.environ.get("FORTHRIGHT_REWRITE") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_outline_has_its_screen() -> None:
    assert {path.stem for path in OUTLINES.glob("*.txt")} == set(SCREENS)
