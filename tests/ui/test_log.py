"""The log of what happened time after time: by keyboard, half-typed days, sorting, taking off and putting back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from intake.answers.model import Answer, AnswerStatus, Rows
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.interview_fakes import question
from ui.answer_widgets.log import LogAnswer, build
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.app import ForthrightApp
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK

TODAY = date(2026, 11, 21)
WAYS = (OptionWords("called", "Called me"), OptionWords("followed", "Followed me"))
OLDER = {"day": "2025", "way": "called", "words": ""}
NO_DAY = {"day": "", "way": "followed", "words": "twice"}
NEWER = {"day": "2026-05-03", "way": "called", "words": "night"}


@pytest.fixture
def log(qtbot: QtBot) -> LogAnswer:
    widget = build(question("happened.log", "log", options=WAYS), TODAY)
    assert isinstance(widget, LogAnswer)
    qtbot.addWidget(widget)
    widget.resize(700, 900)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.first_focus().setFocus()
    return widget


def told(raw: Raw) -> list[dict[str, str]]:
    text = raw.text if isinstance(raw, HalfTyped) else raw
    assert isinstance(text, str)
    listed: list[dict[str, str]] = json.loads(text)
    return listed


def press(widget: QWidget, words: str, place: int = 0) -> None:
    buttons = [one for one in widget.findChildren(QAbstractButton) if one.text() == words and one.isVisible()]
    buttons[place].setFocus()
    QTest.keyClick(buttons[place], Qt.Key.Key_Space)


def year(log: LogAnswer, row: int) -> QLineEdit:
    return next(one for one in log._rows[row].findChildren(QLineEdit) if "Year" in one.accessibleName())


def test_a_line_needs_no_more_than_one_press(log: LogAnswer) -> None:
    assert log.raw() is None
    press(log, "Followed me")
    assert told(log.raw()) == [{"day": "", "way": "followed", "words": ""}]
    press(log, "Yesterday")
    QTest.keyClicks(log._rows[0].line, "twice")
    assert told(log.raw()) == [{"day": "2026-11-20", "way": "followed", "words": "twice"}]


def test_a_second_line_is_added_by_keyboard_and_begins_with_the_way(log: LogAnswer) -> None:
    press(log, "Called me")
    press(log, "Add a line")
    assert log.focusWidget() is log._rows[1].first_focus()
    press(log, "Followed me", 1)
    assert [one["way"] for one in told(log.raw())] == ["called", "followed"]


def test_a_day_that_is_still_being_typed_is_kept_as_typed_with_the_rest(log: LogAnswer) -> None:
    press(log, "Called me")
    QTest.keyClicks(year(log, 0), "20")
    raw = log.raw()
    assert isinstance(raw, HalfTyped)
    assert raw.advice == "Please add the year in four digits. Only the year is fine too."
    log.put_back(raw)
    assert year(log, 0).text() == "20"
    QTest.keyClicks(year(log, 0), "25")
    assert told(log.raw()) == [{"day": "2025", "way": "called", "words": ""}]
    assert not isinstance(log.raw(), HalfTyped)


def test_the_order_of_telling_stays_until_somebody_sorts(log: LogAnswer) -> None:
    log.put_back(json.dumps([NEWER, NO_DAY, OLDER]))
    assert told(log.raw()) == [NEWER, NO_DAY, OLDER]
    heard: list[Raw] = []
    log.answer_changed.connect(heard.append)
    press(log, "Sort by day")
    assert told(heard[-1]) == [OLDER, NEWER, NO_DAY]


def test_a_line_taken_off_can_be_put_back_where_it_was(log: LogAnswer) -> None:
    log.put_back(json.dumps([NEWER, NO_DAY, OLDER]))
    press(log, "Take off", 1)
    assert told(log.raw()) == [NEWER, OLDER]
    press(log, "Put it back")
    assert told(log.raw()) == [NEWER, NO_DAY, OLDER]


def test_the_last_line_taken_off_leaves_an_empty_one(log: LogAnswer) -> None:
    log.put_back(json.dumps([NEWER]))
    press(log, "Take off")
    assert log.raw() is None
    assert len(log._rows) == 1


def test_what_was_recorded_stands_there_and_nothing_is_said(log: LogAnswer) -> None:
    heard: list[Raw] = []
    log.answer_changed.connect(heard.append)
    rows = Rows(tuple(tuple(line.items()) for line in (NEWER, OLDER)))
    log.set_answer(Answer(AnswerStatus.GIVEN, rows), None)
    assert told(log.raw()) == [NEWER, OLDER]
    log.empty()
    assert log.raw() is None
    assert heard == []


def test_tab_goes_through_a_line_and_on_to_the_next(log: LogAnswer) -> None:
    log.put_back(json.dumps([NEWER, NO_DAY]))
    log._rows[0].line.setFocus()
    QTest.keyClick(log._rows[0].line, Qt.Key.Key_Tab)
    assert log.focusWidget() is log._rows[0].remove
    QTest.keyClick(log._rows[0].remove, Qt.Key.Key_Tab)
    focused = log.focusWidget()
    assert focused is not None
    assert log._rows[1].isAncestorOf(focused)


@pytest.mark.parametrize("is_rtl", [False, True])
def test_every_part_is_named_and_nothing_is_cut_off_in_large_text(
    log: LogAnswer, qapp: ForthrightApp, qtbot: QtBot, *, is_rtl: bool
) -> None:
    log.put_back(json.dumps([NEWER, NO_DAY]))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    apply_appearance(qapp, DARK, 2.0)
    log.resize(1000, 2200)
    qtbot.waitUntil(lambda: clipped(log) == [])
    assert nameless(log) == []
