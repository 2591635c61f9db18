"""What becomes of a report, on the screens: the day at home and its two presses, the parts to keep, the ways there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.actions.erasing.legal_hold import set_hold
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.errors import Mishap
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.answer_widgets.option_button import OptionButton
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.lists.cases_model import DAYS_ROLE
from ui.screen import Wish
from ui.screens.interview.room.keep_parts_page import KeepPartsPage, _Step
from ui.screens.interview.screen import InterviewScreen
from ui.screens.interview.screen import build as build_interview
from ui.screens.today.screen import TodayScreen
from ui.screens.today.screen import build as build_today
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT

GIVEN = AnswerStatus.GIVEN
LATER = FixedClock(datetime(2026, 9, 1, 15, 0, tzinfo=UTC))


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case_id = session.store.new_case(session.clock.today()).id
    for question_id, said in (
        ("limits.go_on", "yes"),
        ("happened.kinds", ("hit",)),
        ("comfort.name", "Robin"),
        ("leaving.keep", "keep_until"),
        ("leaving.keep_until", "2026-08-04"),
    ):
        record_answer(session, case_id, question_id, GIVEN, said)
    return case_id


@pytest.fixture
def interview(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> Callable[[str], InterviewScreen]:
    del session

    def at(question_id: str) -> InterviewScreen:
        screen = build_interview(state, Wish("interview", {"case_id": case_id}))
        qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
        screen.resize(1300, 860)
        screen.show()
        screen.activateWindow()
        screen._presenter.go_to_question(question_id)
        return screen

    return at


@pytest.fixture
def home(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> TodayScreen:
    del case_id
    session.clock = state.clock = LATER
    screen = build_today(state, Wish("today"))
    qtbot.addWidget(screen)
    screen.resize(1024, 760)
    screen.show()
    return screen


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrappedLabel) if label.isVisible())


def press(widget: QWidget, starts: str) -> None:
    next(
        one for one in widget.findChildren(WrappingButton) if one.isVisible() and one.text().startswith(starts)
    ).click()


def choose(screen: InterviewScreen, label: str) -> None:
    next(one for one in screen.view.middle.card.findChildren(OptionButton) if one.text() == label).click()


def label_of(session: OpenVault, case_id: str) -> str:
    return session.store.case(case_id).label


def test_home_says_whose_last_day_has_come_and_two_presses_erase_it(
    home: TodayScreen, session: OpenVault, case_id: str
) -> None:
    label = label_of(session, case_id)
    assert home.due.heading.isVisible()
    assert f"Report {label} was to be kept until 4 August 2026." in words(home.due)
    press(home.due, f"Erase {label}...")
    assert "today is 1 September 2026" in words(home.due)
    focused = home.focusWidget()
    assert isinstance(focused, WrappingButton)
    assert focused.text() == "Not now"
    assert session.store.cases()
    press(home.due, f"Erase {label} for good")
    assert session.store.cases() == ()
    assert f"Report {label} is erased." in words(home.due)
    assert home.empty.isVisible()


def test_not_now_leaves_it_and_it_can_be_opened(
    qtbot: QtBot, home: TodayScreen, session: OpenVault, case_id: str
) -> None:
    press(home.due, "Erase")
    press(home.due, "Not now")
    assert [line.id for line in session.store.cases()] == [case_id]
    press(home.due, "Erase")
    with qtbot.waitSignal(home.go_to) as signal:
        press(home.due, "Open")
    assert signal.args == [Wish("interview", {"case_id": case_id})]


def test_where_the_clock_was_set_back_the_long_way_is_offered(
    qtbot: QtBot, state: AppState, home: TodayScreen, session: OpenVault, case_id: str
) -> None:
    session.clock = state.clock = FixedClock(datetime(2026, 5, 4, 15, 0, tzinfo=UTC))
    session.newest_seen = LATER.today()
    home.due.look()
    press(home.due, "Erase")
    with qtbot.waitSignal(home.go_to) as signal:
        press(home.due, "Go on to erase")
    assert signal.args == [Wish("erase", {"case_id": case_id, "what": "whole"})]


def test_the_row_in_the_list_names_the_day(home: TodayScreen) -> None:
    assert str(home.model.index(0, 0).data(DAYS_ROLE)).startswith("To be erased by 4 August 2026.")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_line_at_home_has_room_when_it_asks(
    qapp: ForthrightApp, home: TodayScreen, scale: float, qtbot: QtBot
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    home.due.retranslate()
    press(home.due, "Erase")
    qtbot.wait(30)
    assert clipped(home.due) == []
    assert nameless(home) == []


@pytest.mark.parametrize(
    ("question_id", "option", "what"),
    [
        ("leaving.take_back", "Yes, erase all of it", "whole"),
        ("leaving.keep", "Erase it now", "whole"),
        ("leaving.keep", "Keep the short facts, erase my own words", "words"),
    ],
)
def test_a_tick_erases_nothing_and_leads_to_where_it_is_done(
    qtbot: QtBot,
    interview: Callable[[str], InterviewScreen],
    session: OpenVault,
    case_id: str,
    question_id: str,
    option: str,
    what: str,
) -> None:
    screen = interview(question_id)
    choose(screen, option)
    assert session.store.case(case_id).all_answers()
    with qtbot.waitSignal(screen.go_to) as signal:
        screen.view.middle.card.way.button.click()
    assert signal.args == [Wish("erase", {"case_id": case_id, "what": what, "from": "interview"})]


def test_a_choice_that_leads_nowhere_has_no_such_button(interview: Callable[[str], InterviewScreen]) -> None:
    screen = interview("leaving.take_back")
    assert not screen.view.middle.card.way.button.isVisible()
    choose(screen, "No")
    assert not screen.view.middle.card.way.button.isVisible()


def test_changing_leads_to_looking_it_over(interview: Callable[[str], InterviewScreen]) -> None:
    screen = interview("leaving.take_back")
    choose(screen, "Yes, change it")
    press(screen.view.middle.card, "Look it over")
    assert screen.view.room.look_over.is_open
    assert "until 4 August 2026. Then this desk is asked" in words(screen.view.room.look_over)


def test_the_parts_without_a_tick_go_after_a_yes(
    interview: Callable[[str], InterviewScreen], session: OpenVault, case_id: str
) -> None:
    screen = interview("leaving.keep")
    choose(screen, "Keep some parts, erase the others")
    press(screen.view.middle.card, "Choose the parts")
    page = screen.view.room.keep_parts
    assert not page.go_on.isEnabled()
    title = next(part.title for part in page._shown.parts if part.id == "comfort") if page._shown else ""
    next(one for one in page.findChildren(OptionButton) if one.text() == title).click()
    page.go_on.click()
    assert title in page.words.text()
    assert screen.focusWidget() is page.choose_again
    assert "comfort.name" in session.store.case(case_id).all_answers()
    page.erase.click()
    left = session.store.case(case_id).all_answers()
    assert "comfort.name" not in left
    assert {"happened.kinds", "limits.go_on", "leaving.keep"} <= set(left)
    assert "These parts are erased." in words(page)
    page.back.click()
    assert not screen.view.room.is_open
    assert screen._presenter.question_id == "leaving.keep"


def test_on_hold_there_is_nothing_to_tick(
    interview: Callable[[str], InterviewScreen], session: OpenVault, case_id: str
) -> None:
    set_hold(session, case_id)
    screen = interview("leaving.keep")
    choose(screen, "Keep some parts, erase the others")
    press(screen.view.middle.card, "Choose the parts")
    page = screen.view.room.keep_parts
    assert "asked for this report" in words(page)
    assert not page.go_on.isVisible()
    assert not page.erase.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_of_parts_has_room_and_can_be_heard(
    qtbot: QtBot, qapp: ForthrightApp, interview: Callable[[str], InterviewScreen], scale: float
) -> None:
    apply_appearance(qapp, LIGHT, scale)
    screen = interview("leaving.keep")
    choose(screen, "Keep some parts, erase the others")
    press(screen.view.middle.card, "Choose the parts")
    page = screen.view.room.keep_parts
    qtbot.wait(30)
    assert clipped(page) == []
    assert nameless(page) == []
    next(iter(page.findChildren(OptionButton))).click()
    page.go_on.click()
    qtbot.wait(30)
    assert clipped(page) == []


def test_the_parts_are_erased_once_however_often_it_is_pressed(
    qtbot: QtBot,
) -> None:
    page = KeepPartsPage()
    qtbot.addWidget(page)
    page.show()
    pressed: list[bool] = []
    page.erase_wanted.connect(lambda: pressed.append(True))
    page._step = _Step.ASKING
    page._show()
    for _ in range(4):
        QTest.keyClick(page.erase, Qt.Key.Key_Return)
    assert len(pressed) == 1
    page.show_trouble(Mishap("second_needed", "It takes two people.", "Nothing was erased.", "Ask one."))
    QTest.keyClick(page.erase, Qt.Key.Key_Return)
    assert len(pressed) == 2
