"""What the person sees: the question in large words, a break, the choice where to start, and stopping at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.erasing.legal_hold import set_hold
from intake.actions.interview.grounding import grounding, messages
from intake.actions.interview.record_answer import record_answer
from intake.actions.keys.two_people import GuardedAct
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus, Choice
from intake.clock import FixedClock
from intake.errors import BrokenContent
from intake.wording.catalogue import Wording
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.large_words import large_size
from ui.style.tokens import DARK, LIGHT, Tokens

GIVEN = AnswerStatus.GIVEN


@pytest.fixture
def case_id(session: OpenVault) -> str:
    return session.store.new_case(session.clock.today()).id


@pytest.fixture
def window(qtbot: QtBot, state: AppState, session: OpenVault) -> MainWindow:
    del session
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.navigator.leave_screen())
    window.resize(1280, 820)
    window.show()
    window.activateWindow()
    return window


def at(window: MainWindow, case_id: str, question_id: str) -> InterviewScreen:
    window.navigator.go_to(Wish("interview", {"case_id": case_id}))
    screen = window.navigator.screen
    assert isinstance(screen, InterviewScreen)
    screen._presenter.go_to_question(question_id)
    return screen


def consent(session: OpenVault, case_id: str) -> None:
    record_answer(session, case_id, "limits.go_on", GIVEN, "yes")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def seen(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrappedLabel) if label.isVisible())


def read_aloud(screen: InterviewScreen) -> QWidget:
    screen.view.middle.header._reading.click()
    return screen.view.room.read_aloud


def test_in_large_words_the_question_stands_alone(window: MainWindow, session: OpenVault, case_id: str) -> None:
    consent(session, case_id)
    screen = at(window, case_id, "happened.kinds")
    help_for_staff = screen.view.middle.card._help.text()
    page = read_aloud(screen)
    assert screen.view.middle.card._prompt.text() in seen(page)
    assert help_for_staff == "" or help_for_staff not in seen(window)
    for part in (window.rail, screen.view.map, screen.view.panel, screen.view.middle):
        assert not part.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    for part in (window.rail, screen.view.middle):
        assert part.isVisible()


def test_the_reason_comes_when_it_is_asked_for(window: MainWindow, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    page = screen.view.room.read_aloud
    read_aloud(screen)
    assert not page.why.isVisible()
    page.ask_why.click()
    assert page.why.text() in seen(page)


def test_digits_answer_and_arrows_go_on_and_back(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    page = screen.view.room.read_aloud
    read_aloud(screen)
    QTest.keyClick(focused(), Qt.Key.Key_1)
    assert session.store.case(case_id).all_answers()["safety.safe_now"].status is GIVEN
    assert page.options.buttons()[0].isChecked()
    first = page.prompt.text()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert screen.view.room.is_reading
    assert page.prompt.text() != first
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert page.prompt.text() == first
    assert page.options.buttons()[0].isChecked()


def test_from_right_to_left_the_arrows_turn_round(window: MainWindow, qapp: ForthrightApp, case_id: str) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = at(window, case_id, "safety.safe_now")
    first = screen.view.middle.card._prompt.text()
    read_aloud(screen)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert screen.view.room.read_aloud.prompt.text() != first


def test_a_touch_answers_as_the_button_on_the_desk_does(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    page = screen.view.room.read_aloud
    read_aloud(screen)
    QTest.mouseClick(page.options.buttons()[1], Qt.MouseButton.LeftButton)
    answer = session.store.case(case_id).all_answers()["safety.safe_now"]
    assert isinstance(answer.value, Choice)
    page.non_answers._buttons[1].click()
    assert session.store.case(case_id).all_answers()["safety.safe_now"] == Answer(AnswerStatus.DECLINED)
    assert not any(button.isChecked() for button in page.options.buttons())
    page.non_answers._buttons[1].click()
    assert session.store.case(case_id).all_answers()["safety.safe_now"] == answer


def test_escape_twice_still_hides(qtbot: QtBot, window: MainWindow, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    read_aloud(screen)
    with qtbot.waitSignal(window.keeper.hide_keys.hide_requested):
        handle = window.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_Escape)
        QTest.keyClick(handle, Qt.Key.Key_Escape)


def test_the_words_grow_with_the_window_and_never_fall_below_the_text_size(qapp: ForthrightApp) -> None:
    from PySide6.QtCore import QSize

    assert large_size(QSize(800, 600)) < large_size(QSize(1600, 1000))
    apply_appearance(qapp, LIGHT, 2.0)
    assert large_size(QSize(800, 600)) >= 48


def test_a_break_shows_nothing_of_the_report_and_comes_back_to_the_letter(
    window: MainWindow, session: OpenVault, case_id: str
) -> None:
    consent(session, case_id)
    screen = at(window, case_id, "wishes.not_wanted")
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "my own words")
    field.moveCursor(field.textCursor().MoveOperation.Left)
    place = field.textCursor().position()
    screen.view.middle.header._break.setFocus()
    screen.view.middle.header._break.click()
    card = grounding(Wording())
    assert card.title in seen(window)
    assert all(step in seen(window) for step in card.steps)
    assert screen.view.middle.card._prompt.text() not in seen(window)
    assert not window.rail.isVisible()
    assert not field.isVisible()
    screen.view.room.pause.blank.click()
    assert seen(screen.view.room.pause) == screen.view.room.pause.since.text()
    screen.view.room.pause.go_on.click()
    assert focused() is field
    assert field.textCursor().position() == place
    assert field.toPlainText() == "my own words"


def test_what_was_typed_before_a_break_is_stored(window: MainWindow, session: OpenVault, case_id: str) -> None:
    consent(session, case_id)
    screen = at(window, case_id, "wishes.not_wanted")
    QTest.keyClicks(focused(), "my own words")
    screen.view.middle.header._break.click()
    assert "wishes.not_wanted" in session.store.case(case_id).all_answers()


def test_staff_see_that_there_is_a_break_and_about_since_when(
    window: MainWindow, state: AppState, case_id: str
) -> None:
    state.clock = FixedClock(datetime(2026, 5, 4, 10, 32, 40, tzinfo=UTC))
    screen = at(window, case_id, "safety.safe_now")
    screen.view.middle.header._break.click()
    local = state.clock.now().astimezone()
    about = QLocale().toString(QTime(local.hour, 30), QLocale.FormatType.ShortFormat)
    assert f"A break, since about {about}:" in seen(screen.view.room.pause)
    screen.view.room.pause.go_on.click()
    assert screen.view.room.pause.since.text() == ""


def test_a_break_can_hide_and_lock(qtbot: QtBot, window: MainWindow, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    screen.view.middle.header._break.click()
    with qtbot.waitSignal(screen.hide_wanted):
        screen.view.room.pause.lock.click()


def test_the_card_has_its_spanish(session: OpenVault) -> None:
    spanish = session.content.wording("es")
    assert [name for name, english in messages(grounding(Wording())) if not spanish.covers(name, english)] == []
    assert grounding(spanish).title != grounding(Wording()).title


def test_a_broken_card_is_named_by_line(tmp_path: Path, session: OpenVault) -> None:
    (tmp_path / "grounding.toml").write_text('title = "Rest"\nlead = ""\nend = "Now."\n', encoding="utf-8")
    with pytest.raises(BrokenContent) as broken:
        grounding(session.content.wording("en"), tmp_path)
    said = [f"{one.file}:{one.line} {one.what}" for one in broken.value.problems]
    assert said == [
        "grounding.toml:2 The card for a break has no lead.",
        "grounding.toml:1 The card for a break has no steps.",
    ]


def test_after_the_limits_the_parts_are_offered_once(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = at(window, case_id, "limits.go_on")
    QTest.keyClick(focused(), Qt.Key.Key_1)
    start = screen.view.room.start
    for _ in range(10):
        if screen.view.room.is_open:
            break
        screen._presenter.go_on()
    assert start.isVisible()
    assert focused() is start.first_focus()
    titles = [button.text() for button in start.parts.buttons()]
    assert "Before you go" in titles
    wanted = next(one for one in session.content.questions.sections if one.id == "happened")
    next(button for button in start.parts.buttons() if button.text() == wanted.title).click()
    assert not screen.view.room.is_open
    assert screen._presenter.question_id.startswith("happened.")
    QTest.keyClick(focused(), Qt.Key.Key_1)
    screen._presenter.go_to_question("limits.go_on")
    for _ in range(4):
        screen._presenter.go_on()
    assert not start.isVisible()


def stop(screen: InterviewScreen) -> None:
    screen.view.middle.header._stop.click()


def test_stopping_and_coming_back_keeps_all_of_it(window: MainWindow, session: OpenVault, case_id: str) -> None:
    consent(session, case_id)
    screen = at(window, case_id, "wishes.not_wanted")
    QTest.keyClicks(focused(), "my own words")
    stop(screen)
    screen.view.room.stop.another_day.click()
    QTest.qWait(20)
    assert window.navigator.wish == Wish("today")
    assert "wishes.not_wanted" in session.store.case(case_id).all_answers()


def test_keeping_nothing_asks_once_and_erases_the_report_alone(
    window: MainWindow, session: OpenVault, case_id: str
) -> None:
    other = session.store.new_case(session.clock.today()).id
    consent(session, case_id)
    screen = at(window, case_id, "wishes.not_wanted")
    QTest.keyClicks(focused(), "my own words")
    stop(screen)
    page = screen.view.room.stop
    page.nothing.click()
    assert focused() is page.keep
    assert "There is no way back." in seen(page)
    assert page.left.text()
    assert case_id in [line.id for line in session.store.cases()]
    page.erase.click()
    QTest.qWait(20)
    assert [line.id for line in session.store.cases()] == [other]
    assert window.navigator.wish == Wish("today")
    assert window.keeper is not None
    assert session.store.tombstones()


def test_no_keeps_it_and_leads_back(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = at(window, case_id, "safety.safe_now")
    stop(screen)
    screen.view.room.stop.nothing.click()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not screen.view.room.is_open
    assert case_id in [line.id for line in session.store.cases()]
    QTest.keyClick(focused(), Qt.Key.Key_1)
    assert "safety.safe_now" in session.store.case(case_id).all_answers()


def test_a_hold_stops_it_with_clear_words(window: MainWindow, session: OpenVault, case_id: str) -> None:
    set_hold(session, case_id)
    screen = at(window, case_id, "safety.safe_now")
    stop(screen)
    page = screen.view.room.stop
    page.nothing.click()
    assert "it cannot be erased" in seen(page)
    assert not page.erase.isVisible()
    assert page.another_day.isVisible()
    assert page.back.isVisible()


def test_a_hold_that_comes_meanwhile_erases_nothing_and_answers_go_on(
    window: MainWindow, session: OpenVault, case_id: str
) -> None:
    screen = at(window, case_id, "safety.safe_now")
    stop(screen)
    page = screen.view.room.stop
    page.nothing.click()
    set_hold(session, case_id)
    page.erase.click()
    assert "on hold, so nothing was erased" in seen(page)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_1)
    assert "safety.safe_now" in session.store.case(case_id).all_answers()


def test_where_two_people_are_asked_for_the_second_is_asked_here_too(
    window: MainWindow, session: OpenVault, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intake.actions.erasing import before_erasing

    monkeypatch.setattr(before_erasing, "is_second_asked", lambda _session, act: act is GuardedAct.ERASE_REPORT)
    screen = at(window, case_id, "safety.safe_now")
    stop(screen)
    page = screen.view.room.stop
    page.nothing.click()
    assert page.second.isVisible()


@dataclass(frozen=True)
class Way:
    size: tuple[int, int]
    tokens: Tokens = LIGHT
    scale: float = 1.0
    is_rtl: bool = False


WAYS = [
    pytest.param(Way((1280, 820)), id="designed"),
    pytest.param(Way((960, 640), DARK, is_rtl=True), id="dark, small, right to left"),
    pytest.param(Way((960, 640), scale=2.0), id="large text, small"),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("page", ["reading", "break", "stop", "nothing", "start"])
def test_every_word_has_room_and_can_be_heard(
    window: MainWindow,
    session: OpenVault,
    case_id: str,
    qapp: ForthrightApp,
    page: str,
    way: Way,
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if way.is_rtl else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, way.tokens, way.scale)
    consent(session, case_id)
    window.resize(*way.size)
    screen = at(window, case_id, "happened.kinds")
    if page == "reading":
        read_aloud(screen)
        screen.view.room.read_aloud.ask_why.click()
    elif page == "break":
        screen.view.middle.header._break.click()
    elif page == "start":
        start = screen.view.room.start
        start.show_parts(screen._turned_round._page.sections)  # type: ignore[union-attr]
        screen.view.room.open(start)
    else:
        stop(screen)
        if page == "nothing":
            screen.view.room.stop.nothing.click()
    QTest.qWait(30)
    assert clipped(window) == []
    assert nameless(window) == []
    assert window.width() <= way.size[0]
    assert [one for one in window.findChildren(WrappingButton) if one.isVisible()]
