"""The interview over a real vault in memory, with the shipped questions: nothing is lost, nothing is left behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview import moves
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus, Choice, Text
from intake.content import Content
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.navigator import Navigator
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen


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
    said = record_answer(session, case.id, "limits.go_on", AnswerStatus.GIVEN, "yes")
    assert isinstance(said, Recorded)
    return case.id


@pytest.fixture
def stack(qtbot: QtBot) -> QStackedWidget:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(1300, 900)
    stack.show()
    stack.activateWindow()
    return stack


def arrive(qtbot: QtBot, navigator: Navigator, case_id: str) -> InterviewScreen:
    navigator.go_to(Wish("interview", {"case_id": case_id}))
    screen = navigator.screen
    assert isinstance(screen, InterviewScreen)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    return screen


def field_of(screen: InterviewScreen) -> QPlainTextEdit:
    field = screen.first_focus()
    assert isinstance(field, QPlainTextEdit)
    return field


def line_of(screen: InterviewScreen) -> QLineEdit:
    field = screen.first_focus()
    assert isinstance(field, QLineEdit)
    return field


def test_every_shipped_question_can_be_shown(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget
) -> None:
    screen = arrive(qtbot, Navigator(stack, state), case_id)
    for question in session.content.questions.questions:
        screen.view.show_page(moves.go_to_question(session, case_id, question.id))
        assert screen.first_focus() is not None


def test_half_typed_words_come_back_after_hiding_with_the_cursor_at_their_end(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget
) -> None:
    moves.go_to_question(session, case_id, "wishes.not_wanted")
    navigator = Navigator(stack, state)
    QTest.keyClicks(field_of(arrive(qtbot, navigator, case_id)), "not at hom")
    navigator.leave_screen()
    assert session.store.draft(case_id, "wishes.not_wanted") == "not at hom"
    screen = arrive(qtbot, navigator, case_id)
    QTest.keyClicks(field_of(screen), "e")
    QTest.keyClick(field_of(screen), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    given = session.answers(session.store.case(case_id))["wishes.not_wanted"]
    assert given == Answer(AnswerStatus.GIVEN, Text("not at home"))
    assert session.store.draft(case_id, "wishes.not_wanted") is None


@pytest.mark.parametrize("question_id", ["account.exact_words", "account.pieces", "account.senses"])
def test_the_next_key_after_hiding_goes_on_with_the_line_and_replaces_none_of_it(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget, question_id: str
) -> None:
    moves.go_to_question(session, case_id, question_id)
    navigator = Navigator(stack, state)
    QTest.keyClicks(line_of(arrive(qtbot, navigator, case_id)), "you will be sor")
    navigator.leave_screen()
    field = line_of(arrive(qtbot, navigator, case_id))
    assert field.hasFocus()
    assert not field.hasSelectedText()
    QTest.keyClicks(field, "ry")
    assert field.text() == "you will be sorry"


def test_the_private_part_leaves_nothing_behind(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget
) -> None:
    moves.go_to_question(session, case_id, "private.trade")
    navigator = Navigator(stack, state)
    screen = arrive(qtbot, navigator, case_id)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, Qt.Key.Key_1)
    assert session.memory[case_id]["private.trade"] == Answer(AnswerStatus.GIVEN, Choice("read"))
    assert screen.view.middle.footer.words() == "Kept in memory only"
    screen._presenter.go_to_section("help")
    assert "private.trade" not in session.memory.get(case_id, {})


def test_leaving_for_another_screen_closes_the_private_part(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget
) -> None:
    moves.go_to_question(session, case_id, "private.trade")
    navigator = Navigator(stack, state)
    arrive(qtbot, navigator, case_id)._presenter.recording.answer_changed("read", is_typed=False)
    navigator.leave_screen()
    assert "private.trade" not in session.memory.get(case_id, {})


def test_the_panel_names_what_would_settle_it_and_leads_there(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str, stack: QStackedWidget
) -> None:
    moves.go_to_question(session, case_id, "happened.who")
    screen = arrive(qtbot, Navigator(stack, state), case_id)
    views = screen.view.panel._views.values()
    assert screen.view.panel.reaching > 0
    card = next(view for view in views if view._card is not None and view._card.settle)
    card.title.click()
    link = screen.view.finding.links.buttons()[0]
    wanted = link.text()
    link.click()
    assert screen.view.middle.card._prompt.text() == wanted


def test_the_real_worker_brings_the_answer_to_the_vault(
    qtbot: QtBot, state: AppState, content: Content, stack: QStackedWidget
) -> None:
    runner = JobRunner()
    state.runner = runner
    made: list[OpenVault] = []

    def open_in_worker() -> str:
        session = OpenVault(create_memory_vault(), content, state.clock)
        made.append(session)
        return session.store.new_case(session.clock.today()).id

    ids: list[str] = []
    runner.run(open_in_worker, stack, ids.append, ids.append)  # type: ignore[arg-type]  # a failure shows in the list
    qtbot.waitUntil(lambda: bool(ids), timeout=5000)
    state.session = made[0]
    navigator = Navigator(stack, state)
    navigator.go_to(Wish("interview", {"case_id": ids[0]}))
    screen = navigator.screen
    assert isinstance(screen, InterviewScreen)
    qtbot.waitUntil(lambda: screen.first_focus() is not None, timeout=5000)
    focus = screen.first_focus()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: screen.view.middle.footer.words() == "Saved", timeout=5000)
    navigator.leave_screen()
    runner.close(made[0].store.close)
