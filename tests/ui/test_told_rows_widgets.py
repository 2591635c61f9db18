"""Pieces and senses by keyboard alone: told in any order, tagged, taken off, put back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from intake.answers.model import Answer, AnswerStatus, Rows
from tests.ui.interview_fakes import question
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.coming_date import ComingDateAnswer
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.registry import build_answer_widget

TODAY = date(2026, 11, 21)
TAGS = (OptionWords("sure", "Sure"), OptionWords("think_so", "I think so"), OptionWords("not_sure", "Not sure"))
SENSES = (OptionWords("saw", "What I saw"), OptionWords("heard", "What I heard"))


def build(qtbot: QtBot, kind: str, options: tuple[OptionWords, ...]) -> AnswerWidget:
    widget = build_answer_widget(question("account.x", kind, options=options), TODAY)
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.first_focus().setFocus()
    return widget


@pytest.fixture
def pieces(qtbot: QtBot) -> AnswerWidget:
    return build(qtbot, "pieces", TAGS)


@pytest.fixture
def senses(qtbot: QtBot) -> AnswerWidget:
    return build(qtbot, "senses", SENSES)


def here(widget: QWidget) -> QWidget:
    inside = widget.focusWidget()
    assert inside is not None
    return inside


def told(raw: Raw) -> list[dict[str, str]]:
    assert isinstance(raw, str)
    listed: list[dict[str, str]] = json.loads(raw)
    return listed


def words_on(widget: QWidget) -> list[str]:
    return [line.text() for line in widget.findChildren(QLineEdit) if not line.isHidden() and line.isVisible()]


def test_enter_makes_the_next_piece_and_each_can_be_tagged(pieces: AnswerWidget) -> None:
    QTest.keyClicks(here(pieces), "a door")
    QTest.keyClick(here(pieces), Qt.Key.Key_Return)
    QTest.keyClicks(here(pieces), "a voice")
    QTest.keyClick(here(pieces), Qt.Key.Key_Tab)
    QTest.keyClick(here(pieces), Qt.Key.Key_Right)
    assert told(pieces.raw()) == [{"words": "a door", "tag": ""}, {"words": "a voice", "tag": "think_so"}]


def test_tab_goes_through_every_piece_before_it_leaves(pieces: AnswerWidget) -> None:
    pieces.put_back(json.dumps([{"words": "one"}, {"words": "two"}]))
    pieces.first_focus().setFocus()
    seen = []
    for _ in range(7):
        seen.append(here(pieces).accessibleName())
        QTest.keyClick(here(pieces), Qt.Key.Key_Tab)
    assert seen[0].startswith("Piece 1")
    assert "Take off piece 1" in seen
    assert seen.index("Take off piece 1") < next(n for n, name in enumerate(seen) if name.startswith("Piece 2"))
    assert seen[6] == "Add a piece"


def test_a_piece_taken_off_can_be_put_back_in_its_place(pieces: AnswerWidget) -> None:
    before = json.dumps([{"words": "one", "tag": "sure"}, {"words": "two", "tag": ""}, {"words": "three", "tag": ""}])
    pieces.put_back(before)
    heard: list[Raw] = []
    pieces.answer_changed.connect(heard.append)
    second = [button for button in pieces.findChildren(QPushButton) if button.accessibleName() == "Take off piece 2"]
    QTest.mouseClick(second[0], Qt.MouseButton.LeftButton)
    assert words_on(pieces) == ["one", "three"]
    QTest.keyClick(here(pieces), Qt.Key.Key_Space)
    assert told(pieces.raw()) == json.loads(before)
    assert [len(told(raw)) for raw in heard] == [2, 3]


def test_the_last_piece_taken_off_leaves_an_empty_one_and_no_answer(pieces: AnswerWidget) -> None:
    QTest.keyClicks(here(pieces), "x")
    button = next(one for one in pieces.findChildren(QPushButton) if one.accessibleName() == "Take off piece 1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pieces.raw() is None
    assert words_on(pieces) == [""]


def test_the_keyboard_has_a_place_while_the_pieces_change(qtbot: QtBot, pieces: AnswerWidget) -> None:
    places: list[QWidget] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def on_focus(_old: QWidget | None, _new: QWidget | None) -> None:
        places.append(pieces.first_focus())

    app.focusChanged.connect(on_focus)
    try:
        QTest.keyClicks(here(pieces), "x")
        button = next(one for one in pieces.findChildren(QPushButton) if one.accessibleName() == "Take off piece 1")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        pieces.first_focus().setFocus()
        pieces.empty()
    finally:
        app.focusChanged.disconnect(on_focus)
    assert places


@pytest.mark.parametrize("draft", ["", "ZEBRA", "{}", '["a"]', "[[[["])
def test_a_draft_of_another_form_shows_nothing_and_breaks_nothing(pieces: AnswerWidget, draft: str) -> None:
    pieces.set_answer(None, draft)
    assert pieces.raw() is None


def test_senses_show_what_was_recorded_and_enter_goes_down(senses: AnswerWidget) -> None:
    senses.set_answer(Answer(AnswerStatus.GIVEN, Rows(((("sense", "heard"), ("words", "rain")),))), None)
    assert words_on(senses) == ["", "rain"]
    senses.first_focus().setFocus()
    QTest.keyClicks(here(senses), "a red light")
    QTest.keyClick(here(senses), Qt.Key.Key_Return)
    assert here(senses).accessibleName().startswith("What I heard")
    assert [row["sense"] for row in told(senses.raw())] == ["saw", "heard"]


def test_a_coming_day_offers_days_to_come(qtbot: QtBot) -> None:
    widget = build(qtbot, "coming_date", ())
    assert isinstance(widget, ComingDateAnswer)
    QTest.keyClick(here(widget), Qt.Key.Key_Space)
    assert widget.raw() == "2026-11-22"
