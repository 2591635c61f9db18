"""Something else happened too: offered, told apart, named and taken back, by keyboard and on the real core."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.interview.several import Another, CallIt, change_several
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.cases.told_of import Repeats
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen, build
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case = session.store.new_case(session.clock.today()).id
    for question_id, said in (
        ("limits.go_on", "yes"),
        ("setup.private_space", "yes"),
        ("happened.kinds", ("robbed",)),
        ("happened.taken", ("phone",)),
    ):
        assert record_answer(session, case, question_id, AnswerStatus.GIVEN, said)
    go_to_question(session, case, "happened.helpers")
    return case


def shown(qtbot: QtBot, state: AppState, case_id: str) -> InterviewScreen:
    screen = build(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(1300, 860)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen._presenter.question_id != "", timeout=5000)
    return screen


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> InterviewScreen:
    del session
    return shown(qtbot, state, case_id)


@pytest.fixture
def two(qtbot: QtBot, state: AppState, session: OpenVault, case_id: str) -> InterviewScreen:
    change_several(session, case_id, Another(Repeats.INCIDENT))
    go_to_question(session, case_id, "happened.kinds@2")
    return shown(qtbot, state, case_id)


def names(screen: InterviewScreen) -> list[str]:
    return [button.text() for button in screen.view.middle.about._group.buttons()]


def test_one_more_is_offered_where_a_part_ends_and_asked_who_did_it(screen: InterviewScreen, qtbot: QtBot) -> None:
    middle = screen.view.middle
    assert middle.about.isHidden()
    step = middle.one_more.step
    assert step is not None
    assert not middle.one_more.isHidden()
    step.opener.setFocus()
    QTest.keyClick(step.opener, Qt.Key.Key_Space)
    offered = {button.text(): button for button in step.buttons()}
    assert list(offered) == ["The same person", "Somebody else", "Not sure yet", "Leave it as it is"]
    assert offered["Leave it as it is"].hasFocus(), "Enter by mistake changes nothing"
    assert nameless(screen) == []
    QTest.keyClick(offered["The same person"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen._presenter.question_id.endswith("@2"), timeout=5000)
    assert names(screen) == ["The first thing", "The second thing"]
    assert not middle.about.isHidden()


def test_an_answer_goes_to_the_thing_on_the_screen_and_the_other_keeps_its_own(
    two: InterviewScreen, qtbot: QtBot, session: OpenVault, case_id: str
) -> None:
    two.view.middle.card.choices()[-1].click()
    qtbot.waitUntil(lambda: "happened.kinds@2" in session.store.case(case_id).all_answers(), timeout=5000)
    kept = session.store.case(case_id).all_answers()
    assert kept["happened.kinds"] != kept["happened.kinds@2"]
    first = two.view.middle.about._group.buttons()[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: two._presenter.question_id == "happened.kinds", timeout=5000)
    qtbot.waitUntil(lambda: two.view.panel._about.text() == "About: The first thing", timeout=5000)
    assert session.store.case(case_id).all_answers() == kept


def test_it_takes_a_short_name(two: InterviewScreen, qtbot: QtBot) -> None:
    about = two.view.middle.about
    QTest.keyClick(about.more, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is about.name or about.name.isVisible()
    QTest.keyClicks(about.name, "At the bus stop")
    QTest.keyClick(about.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "At the bus stop" in names(two), timeout=5000)
    two.leave()
    assert names(two) == []
    assert about.name.text() == ""


def test_it_is_taken_back_only_after_a_yes(
    two: InterviewScreen, qtbot: QtBot, session: OpenVault, case_id: str
) -> None:
    two.view.middle.card.choices()[-1].click()
    qtbot.waitUntil(lambda: "happened.kinds@2" in session.store.case(case_id).all_answers(), timeout=5000)
    about = two.view.middle.about
    about.more.click()
    assert about.take_away is not None
    about.take_away.opener.click()
    about.take_away.buttons()[-1].click()
    assert "happened.kinds@2" in session.store.case(case_id).all_answers()
    about.take_away.opener.click()
    about.take_away.buttons()[0].click()
    qtbot.waitUntil(lambda: "happened.kinds@2" not in session.store.case(case_id).all_answers(), timeout=5000)
    qtbot.waitUntil(about.isHidden, timeout=5000)
    assert "happened.kinds" in session.store.case(case_id).all_answers()


def large(screen: InterviewScreen) -> tuple[str, str]:
    """What stands above the question in large words, and what a screen reader says of the page."""
    page = screen.view.room.read_aloud
    return page.about.text() if page.about.isVisible() else "", page.accessibleName()


def test_in_large_words_it_says_which_thing_it_is_about(two: InterviewScreen, qtbot: QtBot) -> None:
    two.view.middle.header._reading.click()
    page = two.view.room.read_aloud
    assert large(two) == ("This is about: The second thing", f"This is about: The second thing. {page.prompt.text()}")
    assert 4 * page.about.font().pixelSize() >= 3 * page.prompt.font().pixelSize(), "read from across a desk"
    page.close_it.click()
    assert large(two)[1] == "Read out"
    two._presenter.go_to_question("happened.kinds")
    qtbot.waitUntil(lambda: two._presenter.question_id == "happened.kinds", timeout=5000)
    two.view.middle.header._reading.click()
    assert large(two)[0] == "This is about: The first thing"
    two._presenter.go_to_question("limits.go_on")
    qtbot.waitUntil(lambda: two._presenter.question_id == "limits.go_on", timeout=5000)
    assert large(two) == ("", page.prompt.text()), "a question that is asked once is about no single one"


def test_in_large_words_it_says_which_person_and_in_what(
    qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    change_several(session, case_id, Another(Repeats.PERSON))
    change_several(session, case_id, CallIt(Repeats.PERSON, 2, "The tall one"), "other_person.known@2")
    go_to_question(session, case_id, "other_person.known@2")
    screen = shown(qtbot, state, case_id)
    screen.view.middle.header._reading.click()
    assert large(screen)[0] == "This is about the person: The tall one"
    change_several(session, case_id, Another(Repeats.INCIDENT))
    screen._presenter.go_to_question("other_person.known@3")
    qtbot.waitUntil(lambda: screen._presenter.question_id == "other_person.known@3", timeout=5000)
    assert large(screen)[0] == "The second thing. This is about the person: The third person"


def test_it_is_said_in_the_language_of_the_report(
    two: InterviewScreen, qtbot: QtBot, state: AppState, session: OpenVault, case_id: str
) -> None:
    two.view.middle.header._reading.click()
    state.languages.speak_in_report("es", case_id, session)
    qtbot.waitUntil(lambda: large(two)[0] != "This is about: The second thing", timeout=5000)
    assert large(two)[0] == "Esto es sobre: Lo segundo que pasó"


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 1.0), (DARK, 2.0)])
def test_it_fits_and_has_its_names(
    two: InterviewScreen, qtbot: QtBot, qapp: ForthrightApp, tokens: Tokens, scale: float
) -> None:
    two.view.middle.about.more.click()
    apply_appearance(qapp, tokens, scale)
    try:
        assert clipped(two) == []
        assert nameless(two) == []
    finally:
        apply_appearance(qapp, LIGHT, 1.0)


def kept_name(session: OpenVault, case_id: str) -> str:
    about = go_to_question(session, case_id, "happened.kinds@2").about
    return about.own_name if about is not None else ""


def test_a_name_that_is_typed_goes_along_with_the_next_move(
    two: InterviewScreen, qtbot: QtBot, session: OpenVault, case_id: str
) -> None:
    about = two.view.middle.about
    about.more.click()
    QTest.keyClicks(about.name, "At the bus stop")
    two._presenter.go_on()
    qtbot.waitUntil(lambda: "At the bus stop" in names(two), timeout=5000)
    assert kept_name(session, case_id) == "At the bus stop"


def test_a_name_that_is_typed_is_kept_when_the_screen_goes(
    two: InterviewScreen, session: OpenVault, case_id: str
) -> None:
    about = two.view.middle.about
    about.more.click()
    assert two.pending_text() is None
    QTest.keyClicks(about.name, "At the bus stop")
    job = two.pending_text()
    assert job is not None
    job()
    assert kept_name(session, case_id) == "At the bus stop"


def test_a_half_typed_name_stays_when_the_same_is_said_in_another_language(two: InterviewScreen) -> None:
    about = two.view.middle.about
    about.more.click()
    QTest.keyClicks(about.name, "At the bus")
    assert about._about is not None
    about.show_about(
        replace(about._about, several=tuple(replace(one, words="Lo otro") for one in about._about.several))
    )
    assert names(two) == ["Lo otro", "Lo otro"]
    assert about.name.text() == "At the bus"
    assert about.name.isVisible()
