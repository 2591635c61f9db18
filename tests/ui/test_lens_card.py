"""The card under a box: what a passage touches, three choices, who did it, and nothing rewritten silently."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.lens_desk import DOTS, LONG, SHORT, WAVE, Desk, lens_desk
from ui.answer_widgets.guarded_edits import GuardedText
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def make(qtbot: QtBot, state: AppState) -> Callable[..., Desk]:
    return partial(lens_desk, qtbot, state)


def put_back_of(desk: Desk) -> QPushButton:
    return next(one for one in desk.watch.findChildren(QPushButton) if one.text() == "Put it back")


@pytest.fixture
def desk(make: Callable[..., Desk]) -> Desk:
    return make()


def test_a_passage_says_what_it_touches_and_why_it_matters(desk: Desk) -> None:
    desk.types("I bit him.")
    desk.presses(Qt.Key.Key_F8)
    words = " ".join(label.text() for label in desk.card.findChildren(QWidget) if hasattr(label, "text"))
    assert "This may touch: Hitting, threatening or taking" in words
    assert "The person who was harmed could be the one who is charged." in words
    assert "Talk with a lawyer before you talk with the police." in words


def test_keys_walk_from_place_to_place_and_back_to_the_box(desk: Desk) -> None:
    desk.types("I was high. Then my visa ran out. ")
    desk.presses(Qt.Key.Key_F8)
    assert desk.watch._marked.chosen is not None
    assert QApplication.focusWidget() == desk.card.leave_out
    first = desk.watch._marked.words(desk.watch._marked.chosen)
    desk.presses(Qt.Key.Key_F8)
    second = desk.watch._marked.words(desk.watch._marked.chosen)
    assert {first, second} == {"I was high", "my visa ran out"}
    desk.presses(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert desk.watch._marked.words(desk.watch._marked.chosen) == first
    desk.presses(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() == desk.field
    assert not desk.card.isVisible()


@pytest.mark.parametrize("question_id", [LONG, SHORT])
def test_back_in_the_box_the_next_key_replaces_nothing(make: Callable[..., Desk], question_id: str) -> None:
    desk = make(question_id)
    desk.types("I was high.")
    desk.presses(Qt.Key.Key_F8)
    desk.presses(Qt.Key.Key_Escape)
    desk.types("x")
    assert desk.text == "xI was high."


@pytest.mark.parametrize("question_id", [LONG, SHORT])
def test_left_out_words_go_and_can_be_brought_back(make: Callable[..., Desk], question_id: str) -> None:
    desk = make(question_id)
    desk.puts("\U0001f600 ")
    desk.types("He hit me. I was high. He ran.")
    desk.watch.note.look.click()
    desk.card.leave_out.click()
    desk.rest()
    assert desk.text == "\U0001f600 He hit me. He ran."
    assert QApplication.focusWidget() == desk.field
    desk.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text == "\U0001f600 He hit me. I was high. He ran."
    assert [words for words, _ in desk.drawn()] == ["I was high"]


@pytest.mark.parametrize("question_id", [LONG, SHORT])
@pytest.mark.parametrize("words", ["I was high", "He hit me. I was high. He ran."])
def test_left_out_words_can_be_put_back_until_the_next_edit(
    make: Callable[..., Desk], question_id: str, words: str
) -> None:
    desk = make(question_id)
    desk.types(words)
    desk.watch.note.look.click()
    desk.card.leave_out.click()
    desk.rest()
    left, put_back = desk.text, put_back_of(desk)
    assert left != words
    assert put_back.isVisible()
    put_back.click()
    desk.rest()
    assert desk.text == words
    assert desk.field.hasFocus()
    assert not put_back.isVisible()
    desk.watch.note.look.click()
    desk.card.leave_out.click()
    desk.types("So")
    assert not put_back.isVisible()


def test_another_answer_offers_nothing_back(desk: Desk) -> None:
    desk.types("I was high.")
    desk.watch.note.look.click()
    desk.card.leave_out.click()
    put_back = put_back_of(desk)
    desk.screen.view.show_raw("He hit me.")
    assert not put_back.isVisible()
    assert desk.text == "He hit me."


def test_what_was_left_out_is_left_out_of_the_vault(desk: Desk) -> None:
    desk.types("He hit me. I was high.")
    desk.watch.note.look.click()
    desk.card.leave_out.click()
    desk.screen._presenter.recording.store_now()
    assert desk.report.calls[-1] == "record happened.words given He hit me."


def test_other_words_are_offered_with_when_they_are_true_and_fit_the_sentence(desk: Desk) -> None:
    desk.types("I was high. He ran.")
    desk.presses(Qt.Key.Key_F8)
    desk.card.use_words.click()
    (button,) = desk.card.offered.buttons
    assert button.accessibleDescription() == "True if: This is what happened."
    assert QApplication.focusWidget() == button
    QTest.keyClick(button, Qt.Key.Key_Return)
    desk.rest()
    assert desk.text == "The reporter was given a substance, with no yes. He ran."
    assert desk.drawn() == []


def test_where_no_words_would_be_true_none_are_offered(desk: Desk) -> None:
    desk.types("Then my visa ran out.")
    desk.presses(Qt.Key.Key_F8)
    assert not desk.card.use_words.isVisible()
    assert desk.card.leave_out.isVisible()
    assert desk.card.keep.isVisible()


def test_words_are_offered_in_the_language_of_the_text(desk: Desk) -> None:
    desk.types("Yo estaba drogada.")
    desk.presses(Qt.Key.Key_F8)
    assert [button.text() for button in desk.card.offered.buttons] == [
        "alguien le dio una sustancia a quien reporta, sin su acuerdo"
    ]


def test_kept_words_stay_with_a_quiet_line(desk: Desk) -> None:
    desk.types("I was high. ")
    desk.presses(Qt.Key.Key_F8)
    desk.card.keep.click()
    assert desk.text == "I was high. "
    assert desk.drawn() == [("I was high", DOTS)]
    assert desk.watch.note.words == "One place stays here, as you chose."


def test_what_was_kept_is_remembered_for_this_answer_while_its_words_stay(desk: Desk) -> None:
    desk.types("I was high. ")
    desk.presses(Qt.Key.Key_F8)
    desk.card.keep.click()
    desk.ask(SHORT)
    desk.types("I was high")
    assert desk.drawn() == [("I was high", WAVE)]
    desk.ask(LONG)
    assert desk.drawn() == [("I was high", DOTS)]
    desk.check.forget()
    desk.ask(SHORT)
    desk.ask(LONG)
    assert desk.drawn() == [("I was high", WAVE)]


def test_what_was_decided_is_held_without_the_words(desk: Desk) -> None:
    desk.types("I was high. ")
    desk.presses(Qt.Key.Key_F8)
    desk.card.keep.click()
    assert "high" not in repr(vars(desk.check))


def test_who_did_it_is_asked_where_that_decides(desk: Desk) -> None:
    desk.types("The whole time was high.")
    desk.presses(Qt.Key.Key_F8)
    assert desk.card.who.isVisible()
    assert not desk.card.leave_out.isVisible()
    assert QApplication.focusWidget() == desk.card.who.other_person
    assert desk.text == "The whole time was high."


def test_what_the_other_person_did_may_stay_unmarked(desk: Desk) -> None:
    desk.types("The whole time was high.")
    desk.presses(Qt.Key.Key_F8)
    desk.card.who.other_person.click()
    desk.card.who.leave_as_is.click()
    assert desk.text == "The whole time was high."
    assert desk.drawn() == []
    assert desk.watch.note.words == ""


def test_what_the_other_person_did_can_be_said_to_be_theirs(desk: Desk) -> None:
    desk.types("The whole time was high.")
    desk.presses(Qt.Key.Key_F8)
    desk.card.who.other_person.click()
    desk.card.who.name_other.click()
    desk.rest()
    assert desk.text == "The whole time was high (the other person did this)."
    desk.field.undo()
    assert desk.text == "The whole time was high."


@pytest.mark.parametrize("name", ["was_reporter", "was_friend", "not_known"])
def test_anybody_else_leads_to_the_three_choices(desk: Desk, name: str) -> None:
    desk.types("The whole time was high.")
    desk.presses(Qt.Key.Key_F8)
    getattr(desk.card.who, name).click()
    assert [one.isVisible() for one in (desk.card.leave_out, desk.card.use_words, desk.card.keep)] == [True] * 3
    assert QApplication.focusWidget() == desk.card.leave_out


def test_a_sure_mark_can_still_be_said_to_be_about_the_other_person(desk: Desk) -> None:
    desk.types("I was high.")
    desk.presses(Qt.Key.Key_F8)
    desk.card.other_doer.click()
    desk.card.who.other_person.click()
    desk.card.who.leave_as_is.click()
    assert desk.drawn() == []


@pytest.mark.parametrize("question_id", [LONG, SHORT])
def test_the_card_follows_a_cursor_that_is_moved_and_leaves_the_keyboard_alone(
    make: Callable[..., Desk], question_id: str
) -> None:
    desk = make(question_id)
    desk.types("He hit me. I was high")
    assert not desk.card.isVisible()  # typing opens nothing
    desk.presses(Qt.Key.Key_Left)
    assert desk.card.isVisible()
    assert QApplication.focusWidget() == desk.field
    desk.presses(Qt.Key.Key_Home)
    assert not desk.card.isVisible()


def test_the_card_goes_when_its_words_are_typed_away(desk: Desk) -> None:
    desk.types("I was high")
    desk.presses(Qt.Key.Key_Left)
    assert desk.card.isVisible()
    desk.types("XX")
    assert not desk.card.isVisible()
    assert "high" not in desk.card._passage.text()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("step", ["choices", "words", "who", "other"])
def test_every_word_of_the_card_fits_and_can_be_heard(
    make: Callable[..., Desk], qapp: ForthrightApp, tokens: Tokens, direction: Qt.LayoutDirection, step: str
) -> None:
    qapp.setLayoutDirection(direction)
    apply_appearance(qapp, tokens, 2.0)
    desk = make()
    desk.types("I bit him. The whole time was high. he booked me.")
    desk.field.moveCursor(QTextCursor.MoveOperation.Start) if isinstance(desk.field, GuardedText) else None
    desk.watch.note.look.click()
    if step == "words":
        desk.card.following.click()
        desk.card.following.click()
        desk.card.use_words.click()
    if step in ("who", "other"):
        desk.card.following.click()
    if step == "other":
        desk.card.who.other_person.click()
    assert desk.card.isVisible()
    assert clipped(desk.watch) == []
    assert nameless(desk.watch) == []


def test_every_button_of_the_card_can_be_reached_with_the_tab_key(desk: Desk) -> None:
    desk.types("I was high. Then my visa ran out. ")
    desk.watch.note.look.click()
    desk.card.use_words.click()
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    card = desk.card
    wanted = {card.leave_out, card.use_words, card.keep, *card.offered.buttons, card.other_doer, card.before}
    assert wanted | {card.following, card.close_card, desk.watch.note.look} <= reached


def test_of_what_somebody_is_or_has_one_asks_whom_it_is_about(desk: Desk) -> None:
    desk.types("Then my visa ran out.")
    desk.presses(Qt.Key.Key_F8)
    desk.card.other_doer.click()
    assert desk.card.other_doer.text() == "Who is this about?"
    assert desk.card.who.was_reporter.text() == "Me"
    desk.card.who.other_person.click()
    desk.card.who.name_other.click()
    desk.rest()
    assert desk.text == "Then my visa ran out (this is about the other person)."
