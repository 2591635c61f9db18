"""What is better done soon, on the real screens over a real vault in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.session import OpenVault
from intake.actions.time_limits.due_soon import due_soon
from intake.actions.time_limits.time_limits import list_time_limits, meet_time_limit, open_time_limit
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen, build
from ui.screens.today.screen import TodayScreen
from ui.screens.today.screen import build as build_today
from ui.time_limits.in_full import TimePage


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture
def session(state: AppState, content: Content) -> Iterator[OpenVault]:
    session = OpenVault(create_memory_vault(), content, state.clock)
    state.session = session
    yield session
    session.store.close()


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case = session.store.new_case(session.clock.today())
    say(session, case.id, "limits.go_on", "yes")
    return case.id


def say(session: OpenVault, case_id: str, question_id: str, raw: str | tuple[str, ...]) -> None:
    said = record_answer(session, case_id, question_id, AnswerStatus.GIVEN, raw)
    assert isinstance(said, Recorded)


def later(session: OpenVault, span: timedelta) -> None:
    session.clock = FixedClock(session.clock.now() + span)


def opened(qtbot: QtBot, state: AppState, case_id: str) -> InterviewScreen:
    screen = build(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(screen)
    screen.resize(1400, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    return screen


def opened_on_the_neck(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> tuple[InterviewScreen, TimePage]:
    """The report of somebody whose neck was pressed: the screen, and what stands in front of the question."""
    say(session, case_id, "safety.neck_pressed", "yes")
    screen = opened(qtbot, state, case_id)
    page = screen.view.over.time
    assert page.limit_id == "neck"
    return screen, page


def press(button: QAbstractButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_nothing_presses_before_anything_was_said(session: OpenVault, case_id: str) -> None:
    assert list_time_limits(session, case_id).open == ()


def test_an_assault_yesterday_brings_medicine_exam_and_photos_with_the_time_left(
    session: OpenVault, case_id: str
) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    say(session, case_id, "safety.how_recent", "one_day")
    told = {line.id: line.left_line for line in list_time_limits(session, case_id).open}
    assert told["hiv_medicine"].startswith("There is time: at least about a day")
    assert "left" in told["exam"]
    assert "photos" in told


def test_how_long_ago_is_counted_from_the_day_of_the_answer(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    say(session, case_id, "safety.how_recent", "today")
    later(session, timedelta(days=3, hours=16))
    told = {line.id: line.left_line for line in list_time_limits(session, case_id).open}
    assert told["hiv_medicine"].startswith("The usual time is over.")
    assert "left" in told["exam"]


def test_without_a_day_the_way_to_the_question_is_offered(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    limit = open_time_limit(session, case_id, "hiv_medicine")
    assert [one.question_id for one in limit.questions] == ["safety.how_recent", "when_where.day"]


def test_a_taken_back_answer_takes_its_thing_to_do_away(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    say(session, case_id, "happened.kinds", ("robbed",))
    assert "exam" not in {line.id for line in list_time_limits(session, case_id).open}


def test_done_and_declined_are_kept_and_can_be_taken_back(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    meet_time_limit(session, case_id, "exam", "declined")
    meet_time_limit(session, case_id, "tetanus", "done")
    assert {line.state_word for line in list_time_limits(session, case_id).settled} == {"Declined", "Done"}
    meet_time_limit(session, case_id, "exam", "")
    assert "exam" in {line.id for line in list_time_limits(session, case_id).open}


def test_what_was_met_reaches_no_page(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    meet_time_limit(session, case_id, "exam", "done")
    case = session.store.case(case_id)
    assert not any(name.startswith("time_limit.") for name in case.shareable_view().answers)
    assert not any(name.startswith("time_limit.") for name in session.answers(case))


def test_it_speaks_spanish_at_once(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    session.language = "es"
    assert list_time_limits(session, case_id).words["title"] == "El tiempo cuenta"


def test_a_wrong_clock_is_said_beside_it(session: OpenVault, case_id: str) -> None:
    session.newest_seen = session.clock.today() + timedelta(days=2)
    assert list_time_limits(session, case_id).clock_line.startswith("The clock of this computer may be wrong.")


def test_pressure_on_the_neck_covers_the_screen_once_and_leads_back(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    session.store.put_place(case_id, "safety.neck_pressed")
    screen = opened(qtbot, state, case_id)
    yes = next(one for one in screen.view.middle.card.findChildren(QAbstractButton) if one.text() == "Yes")
    press(yes)
    page = screen.view.over.time
    qtbot.waitUntil(lambda: page.limit_id == "neck", timeout=3000)
    assert page.isVisible()
    assert not screen.view.middle.isVisible()
    assert page.title.text() == "See a doctor today, even with no marks"
    assert nameless(screen) == []
    assert clipped(screen) == []
    press(page.states["going"])
    qtbot.waitUntil(lambda: not page.limit_id, timeout=3000)
    assert screen.view.middle.isVisible()
    assert QApplication.focusWidget() is not None
    assert [line.id for line in list_time_limits(session, case_id).settled] == ["neck"]


def test_a_question_that_arrives_behind_it_does_not_take_it_away(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen, page = opened_on_the_neck(qtbot, state, session, case_id)
    screen._presenter.go_to_question("setup.role")  # wanted before it came up, there only now
    screen._presenter.open_finding(next(iter(screen.view.panel._views)))
    assert screen._presenter.question_id == "setup.role"
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(screen, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert screen._presenter.question_id == "setup.role"
    assert page.isVisible()
    assert not screen.view.middle.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    press(page.states["going"])
    assert screen.view.middle.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert screen.view.middle.isAncestorOf(focus)
    assert [line.id for line in list_time_limits(session, case_id).settled] == ["neck"]


def test_a_link_on_it_leads_to_the_question(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    screen, page = opened_on_the_neck(qtbot, state, session, case_id)
    page.question_wanted.emit("safety.how_recent")
    assert screen._presenter.question_id == "safety.how_recent"
    assert page.limit_id == ""
    assert screen.view.middle.isVisible()


def test_escape_puts_it_aside_without_an_answer(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    _, page = opened_on_the_neck(qtbot, state, session, case_id)
    QTest.keyClick(page.reading, Qt.Key.Key_Escape)
    assert page.limit_id == ""
    assert list_time_limits(session, case_id).prompt is not None


def test_a_line_opens_by_keyboard_and_the_keyboard_comes_back(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    screen = opened(qtbot, state, case_id)
    title = next(view.title for view in screen.view.panel.time._views.values() if view.isVisible())
    press(title)
    page = screen.view.over.time
    assert page.isVisible()
    assert page.states["done"].isVisible()
    QTest.keyClick(page.reading, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is title


def test_leaving_forgets_what_it_said(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    screen = opened(qtbot, state, case_id)
    screen.leave()
    assert screen.view.panel.time.isHidden()
    assert not screen.view.panel.time._views


def test_home_names_what_is_due_and_no_more(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("sexual",))
    say(session, case_id, "safety.how_recent", "one_day")
    (label,) = [line.label for line in session.store.cases()]
    screen: TodayScreen = build_today(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    said = [button.text() for button in screen.due.buttons.buttons()]
    assert any(words.startswith("Medicine: ") and label in words for words in said)
    assert not any("HIV" in words for words in said)
    assert nameless(screen) == []
    with qtbot.waitSignal(screen.go_to) as signal:
        press(screen.due.buttons.button(0))
    assert signal.args == [Wish("interview", {"case_id": case_id})]


def test_what_is_done_or_old_is_not_due(session: OpenVault, case_id: str) -> None:
    say(session, case_id, "happened.kinds", ("hit",))
    say(session, case_id, "safety.how_recent", "today")
    assert [one.case_id for one in due_soon(session)] == [case_id]
    meet_time_limit(session, case_id, "photos", "done")
    assert due_soon(session) == ()
    meet_time_limit(session, case_id, "photos", "")
    later(session, timedelta(days=9))
    assert due_soon(session) == ()


def test_a_glance_at_home_takes_no_warning_from_the_report(session: OpenVault, case_id: str) -> None:
    assert replace(session.store.glance_at(case_id)) == session.store.case(case_id)
