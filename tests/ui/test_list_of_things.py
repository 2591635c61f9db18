"""The list of what may show it, on the screen: by ticks, by keyboard, over a real vault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus, Rows
from intake.content import Content
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.answer_widgets.things import ThingsAnswer
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen, build


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
    for question_id, raw in (("limits.go_on", "yes"), ("evidence.kinds", ("messages", "video"))):
        assert isinstance(record_answer(session, case.id, question_id, AnswerStatus.GIVEN, raw), Recorded)
    session.store.put_place(case.id, "evidence.things")
    return case.id


@pytest.fixture
def things(qtbot: QtBot, state: AppState, case_id: str) -> Iterator[ThingsAnswer]:
    screen: InterviewScreen = build(state, Wish("interview", {"case_id": case_id}))
    qtbot.addWidget(screen)
    screen.resize(1400, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    (things,) = screen.findChildren(ThingsAnswer)
    yield things
    screen.leave()


def button(things: ThingsAnswer, row: int, words: str) -> QAbstractButton:
    found = [one for one in things._rows[row].findChildren(QAbstractButton) if one.text() == words]
    return found[0]


def press(one: QAbstractButton) -> None:
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)


def kept(session: OpenVault, case_id: str) -> list[dict[str, str]]:
    answer = session.store.case(case_id).all_answers().get("evidence.things")
    return answer.value.as_list() if answer and isinstance(answer.value, Rows) else []


def test_what_was_ticked_before_stands_there_and_nothing_is_stored_yet(
    things: ThingsAnswer, session: OpenVault, case_id: str
) -> None:
    assert [row.what.id for row in things._rows] == ["messages", "video"]
    assert kept(session, case_id) == []
    assert nameless(things.window()) == []
    assert clipped(things.window()) == []


def test_a_tick_is_stored_with_the_whole_list(
    qtbot: QtBot, things: ThingsAnswer, session: OpenVault, case_id: str
) -> None:
    press(button(things, 0, "In hours"))
    qtbot.waitUntil(lambda: bool(kept(session, case_id)), timeout=3000)
    assert [(row["what"], row["soon"]) for row in kept(session, case_id)] == [("messages", "hours"), ("video", "")]


def test_what_could_show_private_things_goes_to_a_lawyer_first(things: ThingsAnswer) -> None:
    press(button(things, 0, "Yes"))
    assert any(tip.isVisible() and "lawyer first" in tip.text() for tip in things._rows[0]._tips.values())


def test_a_thing_is_added_taken_off_and_put_back_by_keyboard(
    qtbot: QtBot, things: ThingsAnswer, session: OpenVault, case_id: str
) -> None:
    add = next(one for one in things._adders.buttons() if one.text() == "Papers")
    press(add)
    assert [row.what.id for row in things._rows] == ["messages", "video", "papers"]
    press(button(things, 2, "With me"))
    press(things._rows[2].remove)
    assert [row.what.id for row in things._rows] == ["messages", "video"]
    press(things._put_back)
    assert things._rows[2].told()["where"] == "with_me"
    qtbot.waitUntil(lambda: len(kept(session, case_id)) == 3, timeout=3000)


def test_the_list_stays_behind_the_wall(qtbot: QtBot, things: ThingsAnswer, session: OpenVault, case_id: str) -> None:
    press(button(things, 0, "In hours"))
    qtbot.waitUntil(lambda: bool(kept(session, case_id)), timeout=3000)
    assert "evidence.things" not in session.store.case(case_id).shareable_view().answers


def adder(things: ThingsAnswer, words: str) -> QAbstractButton:
    return next(one for one in things._adders.buttons() if one.text() == words)


def names(things: ThingsAnswer) -> list[str]:
    return [row.what.id for row in things._rows]


def test_a_thing_added_by_hand_is_stored_without_another_choice(
    qtbot: QtBot, things: ThingsAnswer, session: OpenVault, case_id: str
) -> None:
    press(adder(things, "Papers"))
    qtbot.waitUntil(lambda: bool(kept(session, case_id)), timeout=3000)
    assert [row["what"] for row in kept(session, case_id)] == ["messages", "video", "papers"]


def test_taking_the_one_chosen_thing_off_leaves_the_others_recorded(
    qtbot: QtBot, things: ThingsAnswer, session: OpenVault, case_id: str
) -> None:
    press(button(things, 0, "In hours"))
    qtbot.waitUntil(lambda: len(kept(session, case_id)) == 2, timeout=3000)
    press(things._rows[0].remove)
    qtbot.waitUntil(lambda: len(kept(session, case_id)) == 1, timeout=3000)
    assert [row["what"] for row in kept(session, case_id)] == ["video"]


def test_without_an_entry_what_was_ticked_before_stands_there_again(things: ThingsAnswer) -> None:
    assert things.raw() is None
    things.put_back(things.raw())  # as after a change of language, and after one of the four equal answers
    assert names(things) == ["messages", "video"]
    assert things.raw() is None


def test_what_was_added_stands_there_after_a_change_of_language(things: ThingsAnswer) -> None:
    press(adder(things, "Papers"))
    things.put_back(things.raw())
    assert names(things) == ["messages", "video", "papers"]


def test_an_emptied_list_shows_nothing_at_all(things: ThingsAnswer) -> None:
    things.empty()
    assert names(things) == []
    assert things.raw() is None
