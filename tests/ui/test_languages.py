"""The screens speak two languages: the desk's own, and that of the report that is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.languages.case_language import keep_case_language, read_case_language
from intake.actions.languages.desk_language import read_desk_language, save_desk_language
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.content import Content
from intake.errors import Mishap
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.clipping import clipped
from tests.ui.held_runner import HeldRunner
from ui.app_state import AppState
from ui.day_words import day_words
from ui.languages.languages import language_of_computer
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen
from ui.shared_widgets.notice_bar import NoticeBar


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
    record_answer(session, case.id, "limits.go_on", AnswerStatus.GIVEN, "yes")
    return case.id


@pytest.fixture
def window(qtbot: QtBot, state: AppState, session: OpenVault) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    return window


def interview_at(window: MainWindow, session: OpenVault, case_id: str, question: str) -> InterviewScreen:
    go_to_question(session, case_id, question)
    window.navigator.go_to(Wish("interview", {"case_id": case_id}))
    screen = window.navigator.screen
    assert isinstance(screen, InterviewScreen)
    QTest.qWait(20)
    return screen


def said(root: QWidget) -> str:
    return "\n".join(part.text() for part in root.findChildren(QWidget) if isinstance(part, QLabel | QAbstractButton))


def choose(screen: InterviewScreen, code: str) -> None:
    """The language in the list of the header."""
    offered = screen.view.middle.header.language.menu_actions()
    next(action for action in offered if action.data() == code).trigger()
    QTest.qWait(20)


@pytest.mark.parametrize("width", [800, 1000, 1200, 1400, 1700])
def test_where_the_mouse_chose_a_language_the_way_to_stop_does_not_lie_then(
    window: MainWindow, session: OpenVault, case_id: str, width: int
) -> None:
    window.resize(width, 900)
    screen = interview_at(window, session, case_id, "wishes.not_wanted")
    header = screen.view.middle.header
    for code in ("es", "en"):
        button = header.language.rect().adjusted(2, 2, -2, -2)
        corners = (button.topLeft(), button.center(), button.bottomRight())
        places = [header.language.mapTo(window, one) for one in corners]
        choose(screen, code)
        for place in places:
            assert window.childAt(place) is not header._stop


def test_the_interview_turns_to_spanish_in_mid_word(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = interview_at(window, session, case_id, "wishes.not_wanted")
    field = screen.view.middle.card.field()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "he took my ph")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    choose(screen, "es")
    renewed = screen.view.middle.card.field()
    assert isinstance(renewed, QPlainTextEdit)
    assert renewed.toPlainText() == "he took my ph"
    assert renewed.textCursor().position() == 2
    assert QApplication.focusWidget() is renewed
    assert "Seguir" in said(screen)
    assert "Go on" not in said(screen)
    QTest.keyClicks(renewed, " zz")
    screen._presenter.go_on()
    kept = session.answers(session.store.case(case_id))["wishes.not_wanted"]
    assert kept.value is not None
    assert "he zz took my ph" in str(getattr(kept.value, "text", ""))


def test_what_was_chosen_and_what_may_protect_come_in_the_other_language(
    window: MainWindow, session: OpenVault, case_id: str
) -> None:
    record_answer(session, case_id, "happened.kinds", AnswerStatus.DECLINED, None)
    screen = interview_at(window, session, case_id, "happened.kinds")
    english = said(screen.view.panel)
    choose(screen, "es")
    assert said(screen.view.panel) != english
    chosen = [one for one in screen.findChildren(QAbstractButton) if one.isChecked() and one.isVisible()]
    assert "Prefiero no decirlo" in [one.text() for one in chosen]
    choose(screen, "en")
    assert said(screen.view.panel) == english


def test_the_report_keeps_its_language_and_the_desk_its_own(
    window: MainWindow, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen = interview_at(window, session, case_id, "happened.kinds")
    choose(screen, "es")
    assert read_case_language(session, case_id) == "es"
    assert "Today" in said(window.rail)
    window.navigator.go_to(Wish("today"))
    assert session.language == "en"
    assert "New report" in said(window)
    state.languages.forget()  # as after a lock: read from the vault again
    screen = interview_at(window, session, case_id, "happened.kinds")
    assert session.language == "es"
    assert "Seguir" in said(screen)
    other = session.store.new_case(session.clock.today())
    assert "Go on" in said(interview_at(window, session, other.id, "limits.go_on"))


def test_the_end_of_the_questions_is_said_anew_too(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = interview_at(window, session, case_id, "happened.kinds")
    screen._presenter._on_page(screen._presenter._report.look(""))
    assert "That was the last question" in said(screen)
    choose(screen, "es")
    assert "Esa fue la última pregunta" in said(screen)


def test_who_names_a_language_we_speak_is_offered_it(window: MainWindow, session: OpenVault, case_id: str) -> None:
    screen = interview_at(window, session, case_id, "comfort.language")
    offer = screen.view.middle.language_offer
    assert not offer.isVisible()
    spanish = next(one for one in screen.findChildren(QAbstractButton) if one.text() == "Spanish")
    spanish.click()
    assert offer.isVisible()
    assert offer.button.text() == "Español · Seguir en este idioma"
    offer.button.click()
    assert session.language == "es"
    assert not offer.isVisible()
    chinese = next(one for one in screen.findChildren(QAbstractButton) if one.text() in ("Chinese", "Chino", "chino"))
    chinese.click()
    assert not offer.isVisible()


def test_the_offer_goes_when_the_language_on_the_screen_is_named(
    window: MainWindow, session: OpenVault, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_aloud: list[str] = []
    monkeypatch.setattr("ui.screens.interview.language_choice.announce", lambda _, words: said_aloud.append(words))
    screen = interview_at(window, session, case_id, "comfort.language")
    offer = screen.view.middle.language_offer
    choices = {one.text(): one for one in screen.findChildren(QAbstractButton)}
    choices["Spanish"].click()
    assert offer.isVisible()
    choices["English"].click()
    assert not offer.isVisible()
    choices["Spanish"].click()
    assert said_aloud == ["Español · Seguir en este idioma"] * 2


def test_it_is_said_where_no_native_speaker_has_read_the_words(
    window: MainWindow, session: OpenVault, case_id: str
) -> None:
    screen = interview_at(window, session, case_id, "happened.kinds")
    words = screen.view.middle._unreviewed
    assert not words.isVisible()
    listed = [action.text() for action in screen.view.middle.header.language.menu_actions()]
    assert listed == ["English", "Español (not yet reviewed by a native speaker)"]
    choose(screen, "es")
    assert words.isVisible()
    assert "hablante nativo" in words.text()


def test_a_language_chosen_while_locked_becomes_that_of_whoever_unlocks(
    window: MainWindow, state: AppState, session: OpenVault
) -> None:
    state.session = None
    window.navigator.go_to(Wish("unlock"))
    screen = window.navigator.screen
    assert screen is not None
    next(one for one in screen.language.menu_actions() if one.data() == "es").trigger()  # type: ignore[attr-defined]
    assert "Abrir" in said(screen)
    window.keeper.open_with(lambda: session)
    assert read_desk_language(session) == "es"
    assert session.language == "es"
    assert "Hoy" in said(window.rail)


def test_the_desk_speaks_as_its_person_has_set_it(window: MainWindow, state: AppState, session: OpenVault) -> None:
    save_desk_language(session, "es")
    state.session = None
    window.keeper.open_with(lambda: session)
    assert state.languages.desk == "es"
    window.navigator.go_to(Wish("desk"))
    assert "Idioma" in said(window)
    screen = window.navigator.screen
    assert screen is not None
    english = next(one for one in screen.findChildren(QAbstractButton) if one.text() == "English")
    english.click()
    assert read_desk_language(session) == "en"
    assert "Language" in said(screen)
    assert "Idioma" not in said(screen)


def test_a_mishap_and_a_day_are_said_in_the_language_of_the_screen(qtbot: QtBot, state: AppState) -> None:
    state.languages.speak("es", None)
    notice = NoticeBar()
    qtbot.addWidget(notice)
    mishap = Mishap("own_too_many", "There are {count} policies here already.", "", "Unknown words.", count="12")
    notice.show_mishap(mishap)
    assert "12" in notice.text()
    assert "There are" not in notice.text()
    assert "Unknown words." in notice.text()
    assert day_words(state.clock.today()) == "4 de mayo de 2026"
    state.languages.speak("en", None)
    assert day_words(state.clock.today()) == "4 May 2026"


def test_a_language_without_words_shows_english_and_one_that_is_not_shipped_changes_nothing(state: AppState) -> None:
    state.languages.speak("xx", None)
    assert QCoreApplication.translate("Footer", "Go on") == "Go on"
    state.languages.speak("en", None)
    state.languages.speak_at_desk("zz")
    assert state.languages.desk == "en"
    assert language_of_computer() in state.languages.offered()


def test_a_language_that_runs_the_other_way_mirrors_every_screen(
    window: MainWindow, state: AppState, session: OpenVault, case_id: str
) -> None:
    screen = interview_at(window, session, case_id, "happened.kinds")
    state.languages.speak("ar", None)  # no such words are shipped: only the direction turns
    QTest.qWait(20)
    assert screen.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert screen.view.map.x() > screen.view.middle.x()
    assert clipped(screen) == []
    state.languages.speak("en", None)
    assert screen.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_lock_forgets_which_reports_spoke_what(
    window: MainWindow, state: AppState, session: OpenVault, case_id: str
) -> None:
    choose(interview_at(window, session, case_id, "happened.kinds"), "es")
    window.keeper.lock()
    assert state.languages.of_report(case_id) == ""
    assert state.languages.shown == "en"


def test_a_spanish_report_opens_in_spanish_with_a_worker_that_is_behind(
    window: MainWindow, state: AppState, session: OpenVault, case_id: str
) -> None:
    keep_case_language(session, case_id, "es")
    state.runner = later = HeldRunner()
    window.navigator.go_to(Wish("interview", {"case_id": case_id}))
    screen = window.navigator.screen
    assert isinstance(screen, InterviewScreen)
    assert session.language == "en"
    later.do_all()
    assert session.language == "es"
    assert screen._presenter.question_id
    assert "Seguir" in said(screen)
    assert "Go on" not in said(screen)


def test_who_leaves_before_the_language_was_read_keeps_that_of_the_desk(
    window: MainWindow, state: AppState, session: OpenVault, case_id: str
) -> None:
    keep_case_language(session, case_id, "es")
    state.runner = later = HeldRunner()
    window.navigator.go_to(Wish("interview", {"case_id": case_id}))
    read = later.jobs[0]
    window.navigator.go_to(Wish("defect", {"note": ""}))
    read()
    assert session.language == "en"
    assert state.languages.shown == "en"
