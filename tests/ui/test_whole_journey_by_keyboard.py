"""The whole job once, by keyboard alone, on the real screens, the real core and a real vault on disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from intake.actions.cases.resume import resume_place
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.keys import KdfCost
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.referral_desk import Hands, settle
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen
from ui.screens.referral.screen import ReferralScreen
from ui.screens.unlock.screen import UnlockScreen
from ui.screens.way_back.screen import WayBackScreen
from ui.shared_widgets.wrapped_label import WrappedLabel

PASSPHRASE = "seven quiet lamps beside an old river"  # noqa: S105 - of a vault made here
MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
GATES = {
    "setup.role": ("Advocate with a training certificate",),
    "limits.go_on": ("Yes",),
    "limits.adult": ("Yes",),
}
WHAT_HAPPENED = {
    "happened.who": ("It happened to me",),
    "happened.kinds": ("Robbed, or things taken",),
    "happened.taken": ("Phone", "Keys"),
    "happened.how_taken": ("By force",),
}


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("intake.vault.vault_folder.DEFAULT_COST", KdfCost(64, 1, 1))
    state = AppState(ImmediateRunner(), FixedClock(MOMENT), tmp_path / "vault", content=content)
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1280, 860)
    window.navigator.go_to(Wish("unlock"))
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


class Advocate:
    """Somebody at the desk who uses no mouse."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.hands = Hands(window)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle()

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def make_a_vault(self) -> None:
        self.hands.press("Make a vault")
        settle()
        self.hands.write("Passphrase", PASSPHRASE)
        self.hands.write("The same passphrase again", PASSPHRASE)
        self.hands.press("Make the vault")
        settle()

    def make_a_way_back(self) -> None:
        """The words are copied with one slip of the pen; the rehearsal finds it."""
        screen = self.window.navigator.screen
        assert isinstance(screen, WayBackScreen)
        recovery = screen.recovery
        self.hands.press("One paper")
        self.hands.write("Type your own passphrase", PASSPHRASE)
        self.hands.press("Make the words")
        words = [numbered.split("\u00a0")[1] for numbered in recovery.words.text().split("   ")]
        self.hands.press("I have written them down")
        assert recovery.words.text() == ""
        self.hands.write("The words of your paper", " ".join(["acdemic", *words[1:]]))
        self.hands.press("Try them now")
        assert recovery.notice.text().startswith("Word 1 of paper 1 is not a recovery word."), recovery.notice.text()
        assert recovery.one.text().startswith("acdemic")
        recovery.one.clear()
        self.hands.write("The words of your paper", " ".join(words))
        self.hands.press("Try them now")
        assert recovery.notice.isHidden(), recovery.notice.text()
        assert nameless(screen) == []
        self.hands.press("Go on")
        settle()

    def interview(self) -> InterviewScreen:
        screen = self.window.navigator.screen
        assert isinstance(screen, InterviewScreen)
        assert nameless(screen) == []
        return screen

    def asked(self) -> str:
        session = self.interview().state.session
        assert session is not None
        place = resume_place(session)
        return place.question_id if place is not None else ""

    def answer_until(self, last: str, said: Mapping[str, tuple[str, ...]]) -> None:
        """Answer what is asked, leave the rest, until the question ``last`` has been answered."""
        for _ in range(60):
            here = self.asked()
            for label in said.get(here, ()):
                self.hands.press(label)
                settle()
            self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            if here == last:
                return
        raise AssertionError(f"{last} was never asked")


def test_from_an_empty_computer_to_a_finished_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    desk = Advocate(qtbot, window)
    desk.make_a_vault()
    desk.hands.press("Later")
    settle()
    assert window.navigator.wish == Wish("today")
    desk.hands.press("New report")
    settle()
    desk.make_a_way_back()
    desk.hands.press("New report")
    settle()
    desk.answer_until("limits.adult", GATES)
    desk.hands.press("What happened")
    settle()
    desk.answer_until("happened.how_taken", WHAT_HAPPENED)
    panel = desk.interview().view.panel
    titles = [button.text() for button in panel.findChildren(QAbstractButton)]
    assert "District Attorney, San Francisco" in titles
    assert any("would settle it" in label.text() for label in panel.findChildren(WrappedLabel))
    desk.hands.press("Make a page to hand over")
    settle()
    assert isinstance(window.navigator.screen, ReferralScreen)
    hand_over(desk, tmp_path)
    (saved,) = tmp_path.glob("Summary-*.pdf")
    with pypdfium2.PdfDocument(saved) as pdf:
        words = " ".join(str(pdf[0].get_textpage().get_text_range()).split())
    assert "The person took the reporter's phone and keys by force." in words
    assert "Harbor Program" in words


def hand_over(desk: Advocate, folder: Path) -> None:
    hands = desk.hands
    screen = desk.window.navigator.screen
    assert isinstance(screen, ReferralScreen)
    for press in ("District Attorney victim services", "Show the page"):
        hands.press(press)
    hands.write("Name of the office", "Harbor Program")
    hands.write("Phone of the office", "415 555 0134")
    hands.press("Keep and show the page")
    settle()
    assert nameless(screen) == []
    for press in ("No, this is right", "Support through a court case", "You carry it yourself", "I read out"):
        hands.press(press)
    for press in ("We talked", "You tell them yourself", "The person", "The one who signs", "They are clear-headed"):
        hands.press(press)
    hands.write("Your staff code", "K7")
    hands.write("Where is the signed paper kept?", "Cabinet 2")
    hands.press("Record this permission")
    assert screen.notice.isHidden(), screen.notice.text()
    hands.press("Choose a folder and save")
    assert screen.saving.picker is not None
    screen.saving.picker.go(folder)
    hands.press("Save in this folder")
    settle()


def test_hidden_in_mid_word_and_back_in_the_same_word(qtbot: QtBot, window: MainWindow) -> None:
    desk = Advocate(qtbot, window)
    desk.make_a_vault()
    desk.make_a_way_back()
    desk.hands.press("New report")
    settle()
    desk.answer_until("limits.adult", GATES)
    desk.hands.press("What you want")
    settle()
    desk.answer_until("wishes.help_today", {})
    assert desk.asked() == "wishes.not_wanted"
    desk.type("I do not want my sis")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    settle()
    assert isinstance(window.navigator.screen, UnlockScreen)
    QCoreApplication.processEvents()
    desk.hands.write("Passphrase", PASSPHRASE)
    desk.key(Qt.Key.Key_Return)
    assert desk.asked() == "wishes.not_wanted"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    desk.type("ter to hear")
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    session = window.navigator.screen.state.session if window.navigator.screen else None
    assert session is not None
    (line,) = session.store.cases()
    answer = session.store.case(line.id).all_answers()["wishes.not_wanted"].value
    assert getattr(answer, "text", None) == "I do not want my sister to hear"
