"""The lens in the boxes of the interview: calm marks, words below, three choices, and nothing rewritten silently."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.screening.box_check import open_box_check
from intake.content import load_content
from intake.errors import BrokenContent
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped_at_rest
from tests.ui.interview_fakes import FakeReport
from tests.ui.lens_fakes import HeldRunner, PhraseLens, box_check
from ui.answer_widgets.guarded_edits import GuardedLine, GuardedText
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner, JobRunner
from ui.lens import box_watch
from ui.lens.box_watch import BoxWatch
from ui.lens.passage_card import PassageCard
from ui.lens.wording_check import Decided, WordingCheck
from ui.main_window import MainWindow
from ui.screens.interview.screen import InterviewScreen
from ui.shutdown import Shutdown
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK, LIGHT, Tokens

LONG, SHORT, OTHER = "happened.words", "when.name", "when.day"
WAVE, DOTS = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine
NOT_TO_BE_HAD = "The check of wording is not available; nothing of this leaves anyhow."


class Desk:
    """One report on the screen, and somebody who types."""

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
        return self.watch.card

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


@pytest.fixture
def report() -> FakeReport:
    return FakeReport()


@pytest.fixture
def make(qtbot: QtBot, state: AppState, report: FakeReport) -> Iterator[Callable[..., Desk]]:
    def build(question_id: str = LONG, check: WordingCheck | None = None) -> Desk:
        check = check or WordingCheck(ImmediateRunner(), box_check, lambda: "en")
        state.wording_check = check
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

    yield build
    state.wording_check = None


@pytest.fixture
def desk(make: Callable[..., Desk]) -> Desk:
    return make()


def test_what_could_harm_is_underlined_and_counted_in_words(desk: Desk) -> None:
    desk.types("He hit me. I was high. Then my visa ran out.")
    assert desk.drawn() == [("I was high", WAVE), ("my visa ran out", WAVE)]
    assert desk.watch.note.words == "2 places here could harm the person if others read them."
    assert desk.watch.note.look.text() == "Look at them"
    assert desk.text == "He hit me. I was high. Then my visa ran out."


def test_what_harms_nobody_leaves_the_screen_as_it_was(desk: Desk) -> None:
    desk.types("He hit me. It rained.")
    assert desk.drawn() == []
    assert not desk.watch.isVisible()


def test_the_underline_is_never_red_and_never_an_alarm(desk: Desk) -> None:
    desk.types("I was high.")
    assert isinstance(desk.field, GuardedText)
    (mark,) = desk.field.extraSelections()
    assert mark.format.underlineColor().name().upper() == LIGHT.stays_ink


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
    desk.card.who.name_doer.click()
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


def test_newer_words_win_over_a_reading_under_way(make: Callable[..., Desk]) -> None:
    runner = HeldRunner()
    desk = make(check=WordingCheck(runner, box_check, lambda: "en"))
    QTest.keyClicks(desk.field, "I was high.")
    desk.qtbot.waitUntil(lambda: len(runner.jobs) == 1, timeout=5000)
    assert isinstance(desk.field, GuardedText)
    desk.field.selectAll()
    QTest.keyClicks(desk.field, "It rained.")
    QTest.qWait(200)
    assert len(runner.jobs) == 1  # one at a time
    runner.do_one()
    assert desk.drawn() == []
    desk.qtbot.waitUntil(lambda: len(runner.jobs) == 1, timeout=5000)
    runner.do_one()
    assert desk.drawn() == []
    assert desk.watch._reading.is_resting


def test_until_it_is_read_again_a_mark_stays_on_its_words(make: Callable[..., Desk]) -> None:
    for question_id in (LONG, SHORT):
        runner = HeldRunner()
        desk = make(question_id, WordingCheck(runner, box_check, lambda: "en"))
        QTest.keyClicks(desk.field, "And I was high.")
        desk.qtbot.waitUntil(lambda runner=runner: len(runner.jobs) == 1, timeout=5000)  # type: ignore[misc]
        runner.do_one()
        QTest.keyClick(desk.field, Qt.Key.Key_Home)
        desk.puts("\U0001f600 So ")
        assert desk.drawn() == [("I was high", WAVE)]


def test_a_broken_lens_says_so_quietly_and_typing_goes_on(make: Callable[..., Desk]) -> None:
    def broken() -> None:
        raise BrokenContent(())

    desk = make(check=WordingCheck(ImmediateRunner(), broken, lambda: "en"))  # type: ignore[arg-type]
    desk.types("I was high. ")
    assert desk.watch.note.words == NOT_TO_BE_HAD
    desk.types("He ran.")
    assert desk.text == "I was high. He ran."
    assert desk.watch.note.words == NOT_TO_BE_HAD
    assert not desk.watch.note.look.isVisible()


def test_without_its_weights_the_lens_marks_by_words_and_says_what_is_missing(make: Callable[..., Desk]) -> None:
    lens = PhraseLens(judged=False)
    desk = make(check=WordingCheck(ImmediateRunner(), lambda: box_check(lens), lambda: "en"))
    desk.types("I was high. ")
    assert desk.drawn() == [("I was high", WAVE)]
    assert desk.watch.note.words.endswith(NOT_TO_BE_HAD)


def test_those_who_hear_the_screen_are_told_once_and_when_the_keys_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(box_watch, "announce", lambda _widget, words: said.append(words))
    desk.types("I was high. ")
    desk.types("my visa ran out. ")
    assert said == []
    desk.qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert said == ["2 places here could harm the person if others read them."]
    interface = QAccessible.queryAccessibleInterface(desk.field)
    assert interface.text(QAccessible.Text.Description) == said[0]
    assert "high" not in said[0]


def test_an_answer_that_stood_there_before_is_read_too(desk: Desk) -> None:
    desk.types("I was high.")
    desk.ask(SHORT)
    desk.ask(LONG)
    assert desk.drawn() == [("I was high", WAVE)]


def test_leaving_the_screen_leaves_no_word_behind(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.types("I was high.")
    desk.presses(Qt.Key.Key_F8)
    watch, card = desk.watch, desk.card
    desk.screen.leave()
    assert desk.check._decided == {}
    assert watch._marked.text == ""
    assert watch._marked.marks() == ()
    assert card._passage.text() == ""
    assert watch._reading._reader._known == {}


def test_a_box_that_is_gone_is_gone(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.types("I was high.")
    desk.presses(Qt.Key.Key_F8)
    gone = weakref.ref(desk.watch)
    desk.screen._presenter.go_to_question(OTHER)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_word_that_is_being_composed_is_left_to_the_input_method(make: Callable[..., Desk]) -> None:
    desk = make(SHORT)
    desk.types("I was high ")
    field = desk.field
    assert isinstance(field, GuardedLine)
    QCoreApplication.sendEvent(field, QInputMethodEvent("ni", []))
    desk.watch._draw()
    assert field.is_composing
    done = QInputMethodEvent("", [])
    done.setCommitString("\u4f60")
    QCoreApplication.sendEvent(field, done)
    desk.rest()
    assert desk.text == "I was high \u4f60"
    assert desk.drawn() == [("I was high", WAVE)]


def test_marks_take_nothing_from_what_can_be_undone(desk: Desk) -> None:
    desk.types("I was high.")
    assert isinstance(desk.field, GuardedText)
    assert not any(block.charFormat().underlineStyle() is WAVE for block in [desk.field.document().begin()])
    desk.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text == ""


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
    assert clipped_at_rest(desk.watch) == []
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


def test_a_lock_forgets_what_was_decided_and_the_end_waits_for_no_reading(
    qtbot: QtBot, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = HeldRunner()
    state.wording_check = WordingCheck(runner, box_check, lambda: "en")
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.keeper.about_to_lock.connect(state.wording_check.forget)
    state.wording_check.decide("case-1 happened.words", "I was high", Decided.KEPT)
    window.keeper.lock()
    assert state.wording_check.decided("case-1 happened.words", "I was high") is None
    ends: list[int] = []
    monkeypatch.setattr("ui.shutdown.QCoreApplication.exit", ends.append)
    Shutdown(state, window).begin()
    qtbot.waitUntil(lambda: ends == [0], timeout=5000)
    assert runner.is_closed
    state.wording_check = None


def test_the_shipped_lens_marks_in_its_own_worker(qtbot: QtBot, make: Callable[..., Desk]) -> None:
    content = load_content()
    runner = JobRunner("lens")
    desk = make(check=WordingCheck(runner, lambda: open_box_check(content), lambda: "en"))
    QTest.keyClicks(desk.field, "It rained. I shot up heroin that night. He hit me.")
    qtbot.waitUntil(lambda: desk.watch._reading.is_resting, timeout=60_000)
    runner.close()
    assert any("heroin" in words for words, _ in desk.drawn())


def test_nothing_of_the_lens_is_loaded_before_words_are_typed() -> None:
    code = (
        "import sys, ui.main, ui.app_state, ui.main_window\n"
        "from ui.lens.for_program import check_for_program\n"
        "check_for_program(None)\n"
        "print([name for name in ('numpy', 'intake.screening.lens', 'intake.content') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
