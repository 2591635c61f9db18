"""Looking it over together at the end: read back, what is open, taken back, and nothing of it kept anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.erasing.legal_hold import set_hold
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.erase.screen import EraseScreen
from ui.screens.interview.screen import InterviewScreen, build
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

GIVEN = AnswerStatus.GIVEN
OWN = "He followed me from the corner."


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case = session.store.new_case(session.clock.today()).id
    for question_id, said in (
        ("limits.go_on", "yes"),
        ("happened.kinds", ("hit",)),
        ("comfort.name", "Robin"),
        ("wishes.not_wanted", OWN),
    ):
        session_said = record_answer(session, case, question_id, GIVEN, said)
        assert session_said, question_id
    record_answer(session, case, "comfort.pronouns", AnswerStatus.DECLINED, None)
    return case


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> InterviewScreen:
    del session
    screen = build(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(1300, 860)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    return screen


def words(screen: InterviewScreen) -> list[str]:
    page = screen.view.room.look_over
    return [label.text() for label in page.findChildren(WrappedLabel) if label.isVisible()]


def button(screen: InterviewScreen, text: str, about: str = "") -> WrappingButton:
    page = screen.view.room
    return next(
        one
        for one in page.findChildren(WrappingButton)
        if one.isVisible() and one.text() == text and about in one.accessibleDescription()
    )


def open_it(screen: InterviewScreen) -> None:
    screen.view.map._look_over.click()


def test_what_was_told_is_read_back_with_the_own_words_last(screen: InterviewScreen) -> None:
    open_it(screen)
    said = words(screen)
    told = said[: said.index("Not talked about yet")]
    assert "Robin" in told
    assert told.index("In your own words") > told.index("Robin")
    assert told[told.index("In your own words") + 2] == OWN


def test_what_was_declined_or_agreed_on_before_is_not_read_back(screen: InterviewScreen) -> None:
    open_it(screen)
    told = words(screen)
    prompts = screen._presenter._report.go_to_question("comfort.pronouns")
    assert prompts.question is not None
    assert prompts.question.prompt not in told
    assert not [line for line in told if "go on" in line.lower() and line.endswith("?")]


def test_what_is_not_saved_is_not_read_back(screen: InterviewScreen, session: OpenVault, case_id: str) -> None:
    record_answer(session, case_id, "comfort.words", GIVEN, "words-in-memory-only")
    open_it(screen)
    assert "words-in-memory-only" not in " ".join(words(screen))


def test_a_part_that_nobody_began_is_one_way_there_and_a_begun_one_names_its_questions(
    screen: InterviewScreen,
) -> None:
    open_it(screen)
    whole = [one.accessibleName() for one in screen.view.room.findChildren(WrappingButton) if one.isVisible()]
    assert any(name.endswith(": nothing yet") for name in whole)
    assert "%" not in " ".join(words(screen))
    begun = next(one for one in screen.view.room.findChildren(WrappingButton) if ": " in one.accessibleName())
    assert begun.isVisible()


def test_one_press_leads_to_a_question_that_is_open(screen: InterviewScreen) -> None:
    open_it(screen)
    link = next(
        one
        for one in screen.view.room.findChildren(WrappingButton)
        if one.isVisible() and one.accessibleName().endswith(f": {one.text()}")
    )
    wanted = link.text()
    link.click()
    assert not screen.view.room.is_open
    assert screen.view.middle.card._prompt.text() == wanted


def test_one_answer_is_taken_back_after_one_question_and_the_rest_stays(
    screen: InterviewScreen, session: OpenVault, case_id: str
) -> None:
    open_it(screen)
    about = "What should I call you?"
    button(screen, "Change or take back", about).click()
    assert "comfort.name" in session.store.case(case_id).all_answers()
    button(screen, "Take it back for good", about).click()
    left = session.store.case(case_id).all_answers()
    assert "comfort.name" not in left
    assert "wishes.not_wanted" in left
    assert "Robin" not in words(screen)


def test_leaving_it_as_it_is_changes_nothing(screen: InterviewScreen, session: OpenVault, case_id: str) -> None:
    before = session.store.case(case_id)
    open_it(screen)
    button(screen, "Change or take back", "What should I call you?").click()
    assert QApplication.focusWidget() is button(screen, "Leave it as it is")
    QTest.keyClick(button(screen, "Leave it as it is"), Qt.Key.Key_Return)
    assert session.store.case(case_id) == before
    assert button(screen, "Change or take back", "What should I call you?").hasFocus()


def test_a_whole_part_is_taken_back_with_its_own_words(
    screen: InterviewScreen, session: OpenVault, case_id: str
) -> None:
    record_answer(session, case_id, "comfort.language", GIVEN, "en")
    open_it(screen)
    title = next(one.title for one in session.content.questions.sections if one.id == "comfort")
    button(screen, "Take back this part", title).click()
    button(screen, "Take back all of this part", title).click()
    assert not [name for name in session.store.case(case_id).all_answers() if name.startswith("comfort.")]


def test_what_was_taken_back_is_not_stored_once_more_from_the_field(
    screen: InterviewScreen, session: OpenVault, case_id: str
) -> None:
    screen._presenter.go_to_question("wishes.not_wanted")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, " More.")
    open_it(screen)
    prompt = screen.view.middle.card._prompt.text()
    button(screen, "Change or take back", prompt).click()
    button(screen, "Take it back for good", prompt).click()
    job = screen.pending_text()
    if job is not None:
        job()
    assert "wishes.not_wanted" not in session.store.case(case_id).all_answers()
    QTest.keyClick(screen.view.room.look_over.reading, Qt.Key.Key_Escape)
    field = screen.view.middle.first_focus()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""


def test_a_report_on_hold_offers_no_taking_back_and_says_why(
    screen: InterviewScreen, session: OpenVault, case_id: str
) -> None:
    set_hold(session, case_id)
    open_it(screen)
    texts = [one.text() for one in screen.view.room.findChildren(WrappingButton) if one.isVisible()]
    assert "Take back this part" not in texts
    assert not [text for text in texts if text.startswith("Erase")]
    assert any(line.startswith("A court or a lawyer asked for this report.") for line in words(screen))


def test_a_hold_set_meanwhile_stops_it_with_words(screen: InterviewScreen, session: OpenVault, case_id: str) -> None:
    open_it(screen)
    set_hold(session, case_id)
    button(screen, "Change or take back", "What should I call you?").click()
    button(screen, "Take it back for good").click()
    assert "comfort.name" in session.store.case(case_id).all_answers()
    said = " ".join(label.text() for label in screen.view.middle.notice.findChildren(WrappedLabel))
    assert "no answer can be taken back now" in said


def test_erasing_the_own_words_leads_to_the_page_that_erases(
    qtbot: QtBot, screen: InterviewScreen, state: AppState
) -> None:
    open_it(screen)
    with qtbot.waitSignal(screen.go_to) as going:
        button(screen, "Keep the short facts, erase the own words...").click()
    wish = going.args[0]
    from ui.screens.erase.screen import build as build_erase

    erase = build_erase(state, wish)
    qtbot.addWidget(erase, before_close_func=EraseScreen.leave)
    assert erase.what.value() == "words"
    assert not erase.erase.isEnabled()
    with qtbot.waitSignal(erase.go_to) as back:
        erase.back.click()
    assert back.args[0].name == "interview"


def test_escape_returns_to_the_letter_and_forgets_every_word(screen: InterviewScreen) -> None:
    screen._presenter.go_to_question("wishes.not_wanted")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClick(field, Qt.Key.Key_End)
    at = field.textCursor().position()
    open_it(screen)
    assert OWN in words(screen)
    QTest.keyClick(screen.view.room.look_over.reading, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert field.textCursor().position() == at
    assert OWN not in [label.text() for label in screen.view.room.findChildren(WrappedLabel)]


def test_leaving_forgets_every_word(screen: InterviewScreen) -> None:
    open_it(screen)
    screen.leave()
    assert OWN not in [label.text() for label in screen.view.room.findChildren(WrappedLabel)]


@pytest.mark.parametrize(
    ("tokens", "scale", "size"),
    [
        pytest.param(LIGHT, 1.0, (1304, 860), id="designed"),
        pytest.param(DARK, 1.0, (928, 660), id="dark, small, right to left"),
        pytest.param(LIGHT, 2.0, (928, 660), id="large text, small"),
    ],
)
def test_every_word_has_room_and_can_be_heard(
    qtbot: QtBot,
    screen: InterviewScreen,
    qapp: ForthrightApp,
    tokens: Tokens,
    scale: float,
    size: tuple[int, int],
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if tokens is DARK else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, tokens, scale)
    screen.resize(*size)
    open_it(screen)
    QTest.qWait(20)
    for one in screen.view.room.findChildren(WrappingButton):
        if one.isVisible() and one.text() == "Change or take back":
            one.click()
            break
    QTest.qWait(20)
    assert nameless(screen) == []
    assert clipped(screen) == []


def test_the_tab_key_comes_to_everything_from_top_to_bottom(screen: InterviewScreen) -> None:
    open_it(screen)
    seen: list[QWidget] = []
    for _ in range(400):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    wanted = [stop for stop in screen.view.room.stops() if stop.isVisible()]
    assert [one for one in seen if one in wanted] == wanted
