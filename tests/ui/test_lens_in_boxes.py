"""The lens in the boxes of the interview: calm marks, words below, the newest words win, and no word stays behind."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.actions.screening.box_check import open_box_check
from intake.errors import BrokenContent
from tests.shipped import shipped_content
from tests.ui.held_runner import HeldRunner
from tests.ui.lens_desk import LONG, OTHER, SHORT, WAVE, Desk, lens_desk
from tests.ui.lens_fakes import PhraseLens, box_check
from tests.ui.referral_fakes import FakeVerbs
from ui.answer_widgets.guarded_edits import GuardedLine, GuardedText
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner, JobRunner
from ui.lens import box_watch
from ui.lens.box_watch import BoxWatch
from ui.lens.wording_check import Decided, WordingCheck
from ui.main_window import MainWindow
from ui.screens.referral.screen import ReferralScreen
from ui.shutdown import Shutdown
from ui.style.tokens import LIGHT

NOT_TO_BE_HAD = "The check of wording is not available; nothing of this leaves anyhow."


@pytest.fixture
def make(qtbot: QtBot, state: AppState) -> Callable[..., Desk]:
    return partial(lens_desk, qtbot, state)


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
    assert watch._reading._memory.reader is None


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
    content = shipped_content()
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
        "import ui.answer_widgets.long_text, ui.answer_widgets.short_text, ui.lens.box_watch\n"
        "print([name for name in ('numpy', 'intake.screening.lens', 'intake.screening.gate.gate') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_free_words_of_a_form_are_looked_over_too(qtbot: QtBot, state: AppState) -> None:
    state.wording_check = WordingCheck(ImmediateRunner(), box_check, lambda: "en")
    screen = ReferralScreen(state, FakeVerbs(), "case-1")
    qtbot.addWidget(screen, before_close_func=ReferralScreen.leave)
    for field in (screen.permission.form.until_event, screen.saving.alarm.reason):
        (watch,) = field.findChildren(BoxWatch)
        heard: list[str] = []
        field.edit.textEdited.connect(heard.append)
        QTest.keyClicks(field.edit, "I was high. Then it ended")
        qtbot.waitUntil(lambda watch=watch: watch._reading.is_resting, timeout=5000)  # type: ignore[misc]
        watch.note.look.click()
        watch.cards.card.leave_out.click()
        assert field.text() == "Then it ended"
        assert heard[-1] == "Then it ended"  # as if typed: what keeps a half-filled form hears of it
        field.edit.clear()
        qtbot.waitUntil(lambda watch=watch: watch._reading.is_resting, timeout=5000)  # type: ignore[misc]
        assert watch._marked.marks() == ()
        assert watch._reading._memory.reader is None
    state.wording_check = None


def test_an_empty_box_asks_for_nothing(make: Callable[..., Desk]) -> None:
    runner = HeldRunner()
    desk = make(check=WordingCheck(runner, box_check, lambda: "en"))
    QTest.keyClicks(desk.field, "  ")
    QTest.qWait(200)
    assert runner.jobs == []
    assert not desk.watch.isVisible()
