"""One report on the screen with a box that is looked over, and somebody who types in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.interview_fakes import FakeReport
from tests.ui.lens_fakes import box_check
from ui.answer_widgets.guarded_edits import GuardedLine, GuardedText
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.lens.box_watch import BoxWatch
from ui.lens.passage_card import PassageCard
from ui.lens.wording_check import WordingCheck
from ui.screens.interview.screen import InterviewScreen

LONG, SHORT, OTHER = "happened.words", "when.name", "when.day"
WAVE, DOTS = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine


class Desk:
    """What that somebody does and sees."""

    def __init__(self, qtbot: QtBot, screen: InterviewScreen, report: FakeReport, check: WordingCheck) -> None:
        self.qtbot = qtbot
        self.screen = screen
        self.report = report
        self.check = check

    def ask(self, question_id: str) -> None:
        self.screen._presenter.go_to_question(question_id)
        self.rest()

    @property
    def field(self) -> GuardedLine | GuardedText:
        field = self.screen.view.middle.card.field()
        assert isinstance(field, GuardedLine | GuardedText)
        return field

    @property
    def watch(self) -> BoxWatch:
        answer = self.field.parentWidget()
        assert answer is not None
        return answer.findChildren(BoxWatch)[0]

    @property
    def card(self) -> PassageCard:
        return self.watch.cards.card

    @property
    def text(self) -> str:
        return self.field.toPlainText() if isinstance(self.field, QPlainTextEdit) else self.field.text()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.watch._reading.is_resting, timeout=5000)

    def types(self, words: str) -> None:
        self.field.setFocus()
        QTest.keyClicks(self.field, words)
        self.rest()

    def puts(self, words: str) -> None:
        """What no single key types."""
        if isinstance(self.field, GuardedText):
            self.field.insertPlainText(words)
        else:
            self.field.insert(words)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        self.rest()

    def drawn(self) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
        """The marks on the screen: their words and their line."""
        if isinstance(self.field, GuardedText):
            return [(one.cursor.selectedText(), one.format.underlineStyle()) for one in self.field.extraSelections()]
        text, marks = self.text, self.watch._marked.looks()
        return [(text[one.start : one.end], DOTS if one.look == "kept" else WAVE) for one in marks]


def lens_desk(qtbot: QtBot, state: AppState, question_id: str = LONG, check: WordingCheck | None = None) -> Desk:
    """The interview at one question, the keyboard in its box."""
    check = check or WordingCheck(ImmediateRunner(), box_check, lambda: "en")
    state.wording_check = check
    report = FakeReport()
    screen = InterviewScreen(state, report, "case-1")
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(1400, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    screen._presenter.go_to_question(question_id)
    desk = Desk(qtbot, screen, report, check)
    desk.field.setFocus()
    return desk
