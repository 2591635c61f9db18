"""The lens in answers of several lines: every line in which people tell something is read, each with its own card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from intake.questions.kinds import discover
from tests.ui.accessible_names import nameless
from tests.ui.interview_fakes import question
from tests.ui.lens_fakes import box_check
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.answer_widgets.raw_answer import HalfTyped
from ui.answer_widgets.registry import build_answer_widget
from ui.background.job_runner import ImmediateRunner
from ui.lens.box_watch import BoxWatch
from ui.lens.wording_check import Decided, WordingCheck

TODAY = date(2026, 11, 21)
OPTIONS = (OptionWords("one", "The first"), OptionWords("two", "The second"))
OF_LINES = ("pieces", "senses", "log")
PLACE = "case-1 account.x"
"""Where decisions are remembered for these answers."""


@pytest.fixture
def check() -> WordingCheck:
    return WordingCheck(ImmediateRunner(), box_check, lambda: "en")


@pytest.fixture(params=OF_LINES)
def answer(request: pytest.FixtureRequest, qtbot: QtBot, check: WordingCheck) -> Iterator[AnswerWidget]:
    widget = watched(request.param, check)
    qtbot.addWidget(widget)
    widget.resize(700, 900)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    yield widget
    widget.empty()


def watched(kind: str, check: WordingCheck) -> AnswerWidget:
    widget = build_answer_widget(question("account.x", kind, options=OPTIONS), TODAY)
    widget.watch_with(check, "case-1", "account.x")
    return widget


def lines(answer: AnswerWidget) -> list[GuardedLine]:
    found = [one for one in answer.findChildren(GuardedLine) if one.maxLength() > len("2026")]
    return [one for one in found if one.isVisible()]


def watch_of(line: QLineEdit | QPlainTextEdit) -> BoxWatch:
    around = line.parentWidget()
    assert around is not None
    (watch,) = [one for one in around.children() if isinstance(one, BoxWatch)]
    return watch


def types(qtbot: QtBot, line: GuardedLine, words: str) -> BoxWatch:
    line.setFocus()
    QTest.keyClicks(line, words)
    watch = watch_of(line)
    qtbot.waitUntil(lambda: watch._reading.is_resting, timeout=5000)
    return watch


def words_told(answer: AnswerWidget) -> list[str]:
    raw = answer.raw()
    text = raw.text if isinstance(raw, HalfTyped) else raw
    assert isinstance(text, str)
    return [row["words"] for row in json.loads(text)]


@pytest.mark.parametrize("kind", sorted(discover()))
def test_every_field_for_words_is_read_and_no_field_for_a_number(qtbot: QtBot, check: WordingCheck, kind: str) -> None:
    widget = watched(kind, check)
    qtbot.addWidget(widget)
    fields: list[QLineEdit | QPlainTextEdit] = [*widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]
    for field in fields:
        is_number = isinstance(field, QLineEdit) and field.maxLength() <= len("2026")
        if not is_number:
            assert watch_of(field)
    assert len(widget.findChildren(BoxWatch)) <= len(fields)


def test_what_could_harm_is_marked_and_said_below_its_line(qtbot: QtBot, answer: AnswerWidget) -> None:
    watch = types(qtbot, lines(answer)[0], "He hit me. I was high.")
    assert watch.note.words == "One place here could harm the person if others read it."
    assert [watch._marked.words(one) for one in watch._marked.marks()] == ["I was high"]
    assert nameless(answer) == []


def test_what_harms_nobody_leaves_the_line_as_it_was(qtbot: QtBot, answer: AnswerWidget) -> None:
    assert not types(qtbot, lines(answer)[0], "He hit me.").isVisible()


def test_by_key_to_the_card_out_with_the_words_and_on_where_one_was(qtbot: QtBot, answer: AnswerWidget) -> None:
    line = lines(answer)[0]
    watch = types(qtbot, line, "He hit me. I was high.")
    QTest.keyClick(line, Qt.Key.Key_F8)
    assert QApplication.focusWidget() == watch.cards.card.leave_out
    QTest.keyClick(watch.cards.card.leave_out, Qt.Key.Key_Space)
    assert words_told(answer) == ["He hit me."]
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words_told(answer) == ["He hit me. I was high."]


def test_other_words_come_in_their_place(qtbot: QtBot, answer: AnswerWidget) -> None:
    watch = types(qtbot, lines(answer)[0], "I was high.")
    watch.note.look.click()
    watch.cards.card.use_words.click()
    watch.cards.card.offered.buttons[0].click()
    assert "high" not in words_told(answer)[0]
    assert words_told(answer)[0]


def test_words_that_stay_here_are_remembered_for_this_answer(
    qtbot: QtBot, answer: AnswerWidget, check: WordingCheck
) -> None:
    watch = types(qtbot, lines(answer)[0], "I was high.")
    watch.note.look.click()
    watch.cards.card.keep.click()
    assert watch.note.words == "One place stays here, as you chose."
    assert check.decided(PLACE, "I was high") is Decided.KEPT


def test_a_line_that_comes_later_or_comes_back_is_read_too(qtbot: QtBot, check: WordingCheck) -> None:
    pieces = watched("pieces", check)
    qtbot.addWidget(pieces)
    pieces.show()
    types(qtbot, lines(pieces)[0], "He hit me.")
    QTest.keyClick(lines(pieces)[0], Qt.Key.Key_Return)
    watch = types(qtbot, lines(pieces)[1], "I was high.")
    assert len(watch._marked.marks()) == 1
    next(one for one in pieces.findChildren(QPushButton) if one.accessibleName() == "Take off piece 2").click()
    assert watch._marked.text == ""
    next(one for one in pieces.findChildren(QPushButton) if one.text() == "Put it back").click()
    again = watch_of(lines(pieces)[1])
    qtbot.waitUntil(lambda: again._reading.is_resting, timeout=5000)
    assert len(again._marked.marks()) == 1


def test_words_that_stood_there_before_are_read(qtbot: QtBot, answer: AnswerWidget) -> None:
    answer.put_back(json.dumps([{"words": "I was high.", "sense": "one", "day": "", "way": "", "tag": ""}]))
    watch = watch_of(lines(answer)[0])
    qtbot.waitUntil(lambda: watch._reading.is_resting, timeout=5000)
    assert len(watch._marked.marks()) == 1


def test_an_emptied_answer_keeps_no_word(qtbot: QtBot, answer: AnswerWidget) -> None:
    watch = types(qtbot, lines(answer)[0], "I was high.")
    watch.note.look.click()
    answer.empty()
    assert watch._marked.text == ""
    assert watch._marked.marks() == ()
    assert watch.cards.card._passage.text() == ""
    assert watch._reading._memory.reader is None
