"""The interview screen by keyboard alone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import InterviewPage
from intake.actions.session import OpenVault
from intake.answers.model import Answer, AnswerStatus, Choice, Text
from tests.ui.interview_fakes import DISK_FULL, PAGE, FakeReport
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen
from ui.shared_widgets.wrapped_label import WrappedLabel

Opener = Callable[..., InterviewScreen]
SIZE = (1400, 900)
DO_NOT_KNOW, RATHER_NOT = (
    "I don\N{RIGHT SINGLE QUOTATION MARK}t know",
    "I\N{RIGHT SINGLE QUOTATION MARK}d rather not say",
)


class Going:
    """Remembers the wishes of a screen."""

    def __init__(self, screen: InterviewScreen) -> None:
        self.wishes: list[Wish] = []
        self.hides = 0
        screen.go_to.connect(self.wishes.append)
        screen.hide_wanted.connect(self._on_hide)

    def _on_hide(self) -> None:
        self.hides += 1


@pytest.fixture
def report() -> FakeReport:
    return FakeReport()


@pytest.fixture
def opened(qtbot: QtBot, state: AppState, report: FakeReport) -> Iterator[Opener]:
    kept: list[InterviewScreen] = []

    def build(question_id: str = "happened.how", size: tuple[int, int] = SIZE) -> InterviewScreen:
        screen = InterviewScreen(state, report, "case-1")
        kept.append(screen)
        qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
        screen._presenter.go_to_question(question_id)
        report.calls.clear()
        return screen

    yield build
    kept.clear()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def name_of(widget: QWidget) -> str:
    return widget.accessibleName()


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, held)


def go_on() -> None:
    press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)


def prompt(screen: InterviewScreen) -> str:
    return screen.view.middle.card._prompt.text()


def tab_to(name: str) -> None:
    for _ in range(60):
        if name_of(focused()).startswith(name):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def test_the_keyboard_is_where_the_answer_goes(opened: Opener) -> None:
    opened()
    assert name_of(focused()) == "By force"


def test_an_answer_is_recorded_on_the_key_and_the_keyboard_stays(opened: Opener, report: FakeReport) -> None:
    screen = opened()
    report.shape = "half"
    press(Qt.Key.Key_2)
    assert report.answers["happened.how"] == Answer(AnswerStatus.GIVEN, Choice("threat"))
    assert screen.view.middle.footer.words() == "Saved"
    assert name_of(focused()) == "With a threat"
    assert "Holds in part" in screen.view.panel._views["law-1"].title.accessibleName()


def test_enter_on_the_chosen_option_goes_on(opened: Opener) -> None:
    screen = opened()
    press(Qt.Key.Key_1, Qt.Key.Key_Return)
    assert prompt(screen) == "Prompt of happened.kinds?"
    assert name_of(focused()) == "By force"


def test_the_keys_that_go_on_and_back_work_everywhere(opened: Opener) -> None:
    screen = opened("happened.words")
    go_on()
    assert prompt(screen) == "Prompt of when.name?"
    press(Qt.Key.Key_PageUp, held=Qt.KeyboardModifier.AltModifier)
    assert prompt(screen) == "Prompt of happened.words?"


def test_words_are_recorded_when_the_keys_rest(qtbot: QtBot, opened: Opener, report: FakeReport) -> None:
    screen = opened("happened.words")
    QTest.keyClicks(focused(), "I was there")
    assert screen.view.middle.footer.words() == "Not saved yet"
    assert report.calls == []
    qtbot.waitUntil(lambda: report.calls == ["record happened.words given I was there"], timeout=2000)
    assert screen.view.middle.footer.words() == "Saved"


def test_going_on_stores_the_words_first(opened: Opener, report: FakeReport) -> None:
    opened("happened.words")
    QTest.keyClicks(focused(), "I was there")
    go_on()
    assert report.calls == ["record happened.words given I was there", "go_on happened.words"]


def test_a_mishap_is_said_and_the_words_stay(opened: Opener, report: FakeReport) -> None:
    screen = opened("happened.words")
    QTest.keyClicks(focused(), "I was there")
    report.fails = DISK_FULL
    go_on()
    assert screen.view.middle.notice.isVisible()
    assert "The disk is full." in screen.view.middle.notice.text()
    assert screen.view.middle.footer.words() == "Not saved yet"
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "I was there"
    report.fails = None
    go_on()
    assert not screen.view.middle.notice.isVisible()
    assert report.answers["happened.words"] == Answer(AnswerStatus.GIVEN, Text("I was there"))


def test_words_that_are_no_answer_get_a_gentle_sentence(opened: Opener, report: FakeReport) -> None:
    screen = opened("when.name")
    report.not_understood = "Please make it shorter."
    QTest.keyClicks(focused(), "long")
    go_on()
    advice = screen.view.middle.card._advice
    assert advice.isVisible()
    assert advice.text() == "Please make it shorter. Go on once more to leave it as it is typed."
    assert screen.view.middle.footer.words() == "Kept as you typed it"
    go_on()
    assert prompt(screen) == "Prompt of when.day?"


def test_the_four_equal_answers_look_equal_and_come_by_one_tab(opened: Opener, report: FakeReport) -> None:
    screen = opened()
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == DO_NOT_KNOW
    buttons = screen.view.middle.card._non_answers._buttons
    assert {button.height() for button in buttons} == {buttons[0].height()}
    assert {button.property("role") for button in buttons} == {"nonanswer"}
    press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert report.answers["happened.how"] == Answer(AnswerStatus.DECLINED)
    assert [button.isChecked() for button in buttons] == [False, True, False, False]
    assert name_of(focused()) == RATHER_NOT


def test_the_same_one_of_the_four_again_brings_the_words_back(opened: Opener, report: FakeReport) -> None:
    opened("happened.words")
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "I was there")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert field.toPlainText() == ""
    assert report.answers["happened.words"] == Answer(AnswerStatus.NOT_KNOWN)
    press(Qt.Key.Key_Space)
    assert field.toPlainText() == "I was there"
    assert report.answers["happened.words"] == Answer(AnswerStatus.GIVEN, Text("I was there"))


def test_typing_after_one_of_the_four_makes_it_an_answer(opened: Opener, report: FakeReport) -> None:
    report.answers["happened.words"] = Answer(AnswerStatus.SKIPPED)
    screen = opened("happened.words")
    assert name_of(focused()) == "Skip"
    press(Qt.Key.Key_Backtab)
    QTest.keyClicks(focused(), "So")
    assert not any(button.isChecked() for button in screen.view.middle.card._non_answers._buttons)


def test_tab_runs_through_the_screen_as_the_eye_does(opened: Opener) -> None:
    opened()
    met = []
    for _ in range(9):
        met.append(name_of(focused()))
        press(Qt.Key.Key_Tab)
    assert met[:4] == ["By force", DO_NOT_KNOW, "Back", "Go on"]
    assert met[4].startswith("Rule number 2: Holds, with 2 limits.")
    assert met[5].startswith("Rule number 1: One answer would settle it.")
    assert met[6] == "Go to the question: What day was it?"
    assert met[7] == "Does not reach this (1): hidden"
    assert met[8] == "All cards, without answers"


def test_what_would_settle_it_leads_to_the_question(opened: Opener) -> None:
    screen = opened()
    tab_to("Go to the question")
    press(Qt.Key.Key_Space)
    assert prompt(screen) == "Prompt of when.day?"
    assert name_of(focused()) == "Today"


def test_a_card_keeps_the_keyboard_when_refreshed(opened: Opener, report: FakeReport) -> None:
    screen = opened()
    card = screen.view.panel._views["law-1"]
    tab_to("Rule number 1")
    report.shape = "full"
    screen._presenter._surroundings.look()
    assert focused() is card.title
    assert card._headline.text() == "Holds, with 2 limits"


def said(screen: InterviewScreen) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return "\n".join(label.text() for label in screen.view.finding.findChildren(WrappedLabel))


def test_a_finding_opens_in_full_by_key_and_escape_returns_to_its_card(opened: Opener, report: FakeReport) -> None:
    screen = opened()
    tab_to("Rule number 1")
    press(Qt.Key.Key_Space)
    assert report.calls[-1] == "finding law-1"
    assert screen.view.finding.isVisible()
    assert not screen.view.middle.isVisible()
    words = said(screen)
    for sentence in ("Met: You told us so.", "Not known yet: We do not know.", "It stops here.", "An office"):
        assert sentence in words
    for sentence in (*PAGE.what_to_say, *PAGE.before_you_rely, PAGE.source_line, PAGE.checked_line, PAGE.due_line):
        assert sentence in words
    assert name_of(focused()) == "One protection in full"
    press(Qt.Key.Key_Escape)
    assert not screen.view.finding.isVisible()
    assert screen.view.middle.isVisible()
    assert focused() is screen.view.panel._views["law-1"].title
    assert said(screen).strip() == ""


def test_from_a_finding_one_can_go_to_the_question_that_would_settle_it(opened: Opener) -> None:
    screen = opened()
    tab_to("Rule number 1")
    press(Qt.Key.Key_Space)
    screen.view.finding.links.buttons()[0].setFocus()
    press(Qt.Key.Key_Space)
    assert prompt(screen) == "Prompt of when.day?"
    assert not screen.view.finding.isVisible()


def test_nothing_of_a_finding_is_left_when_the_screen_is_left(opened: Opener) -> None:
    screen = opened()
    tab_to("Rule number 1")
    press(Qt.Key.Key_Space)
    screen.leave()
    assert "You told us so." not in said(screen)


def test_what_claims_something_carries_the_word_to_ask_first(opened: Opener) -> None:
    screen = opened()
    card = screen.view.panel._views["law-2"]
    assert card._caveat.isVisible()
    assert card._stops.text() == "Stops: Only this · Not that"
    assert card._stops.text() in card.title.accessibleName()


def test_rules_that_do_not_reach_are_folded_away(opened: Opener) -> None:
    screen = opened()
    assert not screen.view.panel._views["law-3"].isVisible()
    tab_to("Does not reach this (1)")
    press(Qt.Key.Key_Space)
    assert screen.view.panel._views["law-3"].isVisible()


def test_any_part_can_be_chosen_by_key(opened: Opener) -> None:
    screen = opened()
    tab_to("Happened: you are here")
    press(Qt.Key.Key_Down)
    assert name_of(focused()) == "When: not begun"
    press(Qt.Key.Key_Space)
    assert prompt(screen) == "Prompt of when.name?"


def test_a_locked_part_says_what_opens_it_and_leads_there(opened: Opener, report: FakeReport) -> None:
    report.is_locked = True
    screen = opened("limits.go_on")
    tab_to("Limits: you are here")
    press(Qt.Key.Key_W, Qt.Key.Key_Space)
    assert "say" in screen.view.map._note.text()
    assert screen.view.map._note.isVisible()
    assert name_of(focused()) == "Go to that question"
    press(Qt.Key.Key_Space)
    assert report.calls[-1] == "go_to_question limits.go_on"


def test_the_question_can_be_read_out_alone_and_escape_returns(opened: Opener) -> None:
    screen = opened()
    tab_to("Read out")
    press(Qt.Key.Key_Space)
    assert screen.view.room.read_aloud.isVisible()
    assert not screen.view.panel.isVisible()
    assert not screen.view.map.isVisible()
    assert not screen.view.middle.card.isVisible()
    press(Qt.Key.Key_Escape)
    assert screen.view.middle.card.isVisible()
    assert name_of(focused()) == "By force"


def test_a_break_leaves_nothing_of_the_report_on_the_screen_and_can_hide_it(opened: Opener, session: OpenVault) -> None:
    del session
    screen = opened()
    going = Going(screen)
    tab_to("Take a break")
    press(Qt.Key.Key_Space)
    assert not screen.view.middle.isVisible()
    tab_to("Hide and lock")
    press(Qt.Key.Key_Space)
    assert going.hides == 1


def test_hiding_in_mid_word_keeps_it_and_leaving_empties_the_field(opened: Opener, report: FakeReport) -> None:
    screen = opened("happened.words")
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "I was at th")
    job = screen.pending_text()
    assert job is not None
    job()
    screen.leave()
    assert report.drafts["happened.words"] == "I was at th"
    assert field.toPlainText() == ""


def test_the_end_offers_the_page_and_the_way_back(opened: Opener) -> None:
    screen = opened("private.lawyer")
    going = Going(screen)
    go_on()
    assert not screen.view.middle.card.isVisible()
    assert name_of(focused()) == "Make a page to hand over"
    press(Qt.Key.Key_Space)
    assert going.wishes == [Wish("referral", {"case_id": "case-1"})]
    tab_to("Back")
    press(Qt.Key.Key_Space)
    assert prompt(screen) == "Prompt of private.lawyer?"


def test_the_private_part_says_that_nothing_is_saved(opened: Opener, report: FakeReport) -> None:
    screen = opened("private.trade")
    note = screen.view.middle._private
    assert note.isVisible()
    assert note.accessibleName() == "These answers are not saved. They are gone when you leave this part."
    press(Qt.Key.Key_1)
    assert screen.view.middle.footer.words() == "Kept in memory only"
    go_on()
    assert note.accessibleName().startswith("This answer is kept.")
    go_on()
    assert not note.isVisible()
    assert "close_private_check" in report.calls


def test_a_long_question_is_read_from_its_first_word_until_the_keyboard_moves(opened: Opener) -> None:
    screen = opened(size=(900, 420))
    bar = screen.view.middle._scroll.verticalScrollBar()
    QTest.qWait(20)
    assert bar.maximum() > 0
    assert bar.value() == 0
    press(Qt.Key.Key_Right)
    assert bar.value() > 0


def test_in_a_narrow_window_the_sides_wait_behind_buttons(opened: Opener) -> None:
    screen = opened(size=(820, 700))
    view = screen.view
    assert not view.panel.isVisible()
    tab_to("What may protect (2)")
    press(Qt.Key.Key_Space)
    assert view.panel.isVisible()
    assert name_of(focused()).startswith("Rule number 2")
    press(Qt.Key.Key_Escape)
    assert not view.panel.isVisible()
    assert name_of(focused()) == "By force"


def test_another_language_draws_everything_anew(opened: Opener) -> None:
    screen = opened()
    press(Qt.Key.Key_3)
    QCoreApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    checked = [
        button.text() for button in screen.findChildren(QPushButton) if button.isChecked() and button.isVisible()
    ]
    assert "By a trick" in checked


def test_nothing_holds_a_screen_that_was_left(qtbot: QtBot, state: AppState, report: FakeReport) -> None:
    screen = InterviewScreen(state, report, "case-1")
    screen.show()
    QTest.keyClicks(focused() if QApplication.focusWidget() else screen, "1")
    screen.leave()
    gone = weakref.ref(screen)
    screen.deleteLater()
    del screen
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_report_that_cannot_be_read_offers_no_way_on(qtbot: QtBot, state: AppState) -> None:
    class Broken(FakeReport):
        def open(self) -> InterviewPage:
            raise DISK_FULL

    screen = InterviewScreen(state, Broken(), "case-1")
    qtbot.addWidget(screen, before_close_func=InterviewScreen.leave)
    screen.resize(*SIZE)
    screen.show()
    assert "The disk is full." in screen.view.middle.notice.text()
    shown = [button.text() for button in screen.view.middle.findChildren(QPushButton) if button.isVisible()]
    assert "Back" not in shown
    assert "Go on" not in shown


def test_a_part_is_heard_with_how_far_it_is(opened: Opener, report: FakeReport) -> None:
    report.answers["when.name"] = Answer(AnswerStatus.GIVEN, Text("Lee"))
    report.is_locked = False
    screen = opened()
    heard = [row.button.accessibleName() for row in screen.view.map._rows]
    assert heard == ["Limits: not begun", "Happened: you are here", "When: begun", "Private: not begun"]
