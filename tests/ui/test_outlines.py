"""Every screen keeps its outline. When it is meant to change, run again with FORTHRIGHT_REWRITE=1 and read the change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from tests.journeys.people import GATES
from tests.ui.outline_of import outline_of
from tests.ui.test_every_screen_in_spanish import PROBLEMS, SCREENS
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish

OUTLINES = Path(__file__).parent / "outlines"


@pytest.fixture
def case_id(session: OpenVault) -> str:
    """One report, with nothing in it that a day could change."""
    made = session.store.new_case(session.clock.today()).id
    for name, said in {**GATES, "happened.who": "to_me", "happened.kinds": ("robbed",)}.items():
        record_answer(session, made, name, AnswerStatus.GIVEN, said)
    go_to_question(session, made, "happened.how_taken")
    return made


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_keeps_its_outline(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, name: str, tmp_path: Path
) -> None:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.navigator.leave_screen())
    window.resize(1280, 820)
    window.show()
    window.navigator.go_to(Wish(name, {"case_id": case_id, "note": "KeyError, a_file.py 12", "problems": PROBLEMS[:2]}))
    QTest.qWait(30)
    text = outline_of(window, {session.store.case(case_id).label: "REPORT", str(tmp_path): "FOLDER"})
    path = OUTLINES / f"{name}.txt"
    if os.environ.get("FORTHRIGHT_REWRITE") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_outline_has_its_screen() -> None:
    assert {path.stem for path in OUTLINES.glob("*.txt")} == set(SCREENS)
