"""What was said, by day, on the screen and by keyboard."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from tests.content.reading_grade import reading_grade
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.interview.screen import build as build_interview
from ui.screens.timeline.screen import TimelineScreen, build
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK

LOG = json.dumps([{"day": "2026-05", "way": "called", "words": "late"}, {"way": "followed"}])


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case = session.store.new_case(session.clock.today())
    told: dict[str, str | tuple[str, ...]] = {
        "limits.go_on": "yes",
        "happened.kinds": ("followed",),
        "happened.follow_log": LOG,
    }
    for name, raw in told.items():
        assert isinstance(record_answer(session, case.id, name, AnswerStatus.GIVEN, raw), Recorded)
    return case.id


def shown(qtbot: QtBot, state: AppState, case_id: str) -> TimelineScreen:
    screen = build(state, Wish("timeline", {"case_id": case_id}))
    qtbot.addWidget(screen)
    screen.resize(900, 800)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    screen.first_focus().setFocus()
    return screen


def words_on(screen: TimelineScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(WrappedLabel) if label.isVisibleTo(screen) and label.text()]


def test_lines_with_a_day_stand_above_those_without(qtbot: QtBot, state: AppState, case_id: str) -> None:
    screen = shown(qtbot, state, case_id)
    said = words_on(screen)
    order = [
        said.index(words) for words in ("With a day", "May 2026", "Called me", "late", "No day said", "Followed me")
    ]
    assert order == sorted(order)
    assert nameless(screen) == []
    assert all(reading_grade(words) <= 7 for words in said if len(words.split()) > 3)


def test_a_line_leads_to_its_question_by_keyboard(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen = shown(qtbot, state, case_id)
    wishes: list[Wish] = []
    screen.go_to.connect(wishes.append)
    QTest.keyClick(screen.back, Qt.Key.Key_Tab)
    assert screen.focusWidget() is screen.cards[0].to_question
    QTest.keyClick(screen.cards[0].to_question, Qt.Key.Key_Return)
    assert [wish.name for wish in wishes] == ["interview"]
    assert session.store.place(case_id) == "happened.follow_log"


def test_with_nothing_told_it_says_what_will_come_here(qtbot: QtBot, state: AppState, session: OpenVault) -> None:
    screen = shown(qtbot, state, session.store.new_case(session.clock.today()).id)
    assert "Nothing stands here yet. Days, pieces and the list of times come here once they are told." in words_on(
        screen
    )
    assert "With a day" not in words_on(screen)


def test_leaving_forgets_what_was_listed(qtbot: QtBot, state: AppState, case_id: str) -> None:
    screen = shown(qtbot, state, case_id)
    screen.leave()
    assert screen.cards == []
    assert "late" not in words_on(screen)


def test_nothing_is_cut_off_in_large_text(qtbot: QtBot, state: AppState, case_id: str, qapp: ForthrightApp) -> None:
    screen = shown(qtbot, state, case_id)
    apply_appearance(qapp, DARK, 2.0)
    assert clipped(screen) == []


def test_the_report_leads_there(qtbot: QtBot, state: AppState, case_id: str) -> None:
    interview = build_interview(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(interview)
    wishes: list[Wish] = []
    interview.go_to.connect(wishes.append)
    button = next(one for one in interview.findChildren(QAbstractButton) if one.text() == "What was said, by day")
    button.click()
    assert [(wish.name, wish.args["case_id"]) for wish in wishes] == [("timeline", case_id)]
    interview.leave()
