"""The desk: the window with its real worker, and hands that press, type and wait as a person would."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.exceptions import TimeoutError as WaitedInVain
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import start_case
from intake.actions.interview.page import InterviewPage
from intake.actions.interview.record_answer import record_answer
from intake.actions.referral.preview import PageRow
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, save_office
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import Content
from intake.vault.memory_vault import create_memory_vault
from tests.journeys.conftest import MOMENT
from tests.journeys.twelve.answering import answer_by_hand
from tests.journeys.twelve.the_twelve import Journey
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.interview.flow.answer_keeper import Saving
from ui.screens.interview.screen import InterviewScreen
from ui.screens.referral.screen import ReferralScreen

Result = TypeVar("Result")
Shown = TypeVar("Shown", bound=QWidget)
_PATIENCE = 180_000  # ms: the machine may be busy
WORDS = {
    "page": "Make a page to hand over",
    "show": "Show the page",
    "right": "No, this is right",
    "code": "Your staff code",
    "kept": "Where is the signed paper kept?",
    "record": "Record this permission",
    "choose": "Choose a folder and save",
    "save": "Save in this folder",
}
FORM = (
    "You carry it yourself",
    "I read out",
    "We talked",
    "You tell them yourself",
    "The one who signs",
    "They are clear",
)


class Desk:
    """One window. ``pages`` are the questions that came up, ``prompts`` what covered the screen until it was met."""

    def __init__(self, qtbot: QtBot, content: Content, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.pages: list[InterviewPage] = []
        self.case_id = ""
        self.prompts: list[str] = []
        self.state = AppState(JobRunner(), FixedClock(MOMENT), folder / "vault", content=content)
        self.window = MainWindow(self.state)
        qtbot.addWidget(self.window, before_close_func=lambda window: window.hide())
        self.window.resize(1280, 820)

    def open_in_memory(self) -> None:
        """A vault that never touches a disk, made by the one thread that may read it."""
        session = self.ask(partial(_in_memory, self.state))
        self.state.session = session
        self.window.keeper.opened.emit()
        self.show(Wish("today"))

    def open_on_disk(self, passphrase: str) -> None:
        """The vault in its folder, opened as somebody opens it."""
        self.show(Wish("unlock"))
        self.unlock(passphrase)

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase and open."""
        self.write("Passphrase", passphrase)
        self.press("Open")
        self.wait(lambda: self.state.session is not None and self.window.navigator.wish != Wish("unlock"))

    def show(self, wish: Wish) -> None:
        """The window with this screen."""
        self.window.navigator.go_to(wish)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitActive(self.window)

    def close(self) -> None:
        """Leave the screen, finish the work, lock."""
        self.window.navigator.leave_screen()
        session = self.state.session
        self.state.runner.close(partial(lock_vault, session) if session is not None else None)

    # --- asking the worker

    @property
    def session(self) -> OpenVault:
        """What is unlocked."""
        assert self.state.session is not None
        return self.state.session

    def ask(self, job: Callable[[], Result]) -> Result:
        """Do this in the worker, behind all that the screens have asked for, and wait for it."""
        done: list[Result] = []
        failed: list[Exception] = []
        owner = QObject()
        self.state.runner.run(job, owner, done.append, failed.append)
        self.wait(lambda: bool(done or failed))
        if failed:
            raise failed[0]
        return done[0]

    def wait(self, what: Callable[[], object], awaited: str = "") -> None:
        """Until this is so."""
        try:
            self.qtbot.waitUntil(lambda: bool(what()), timeout=_PATIENCE)
        except WaitedInVain:
            raise AssertionError(f"waited in vain for {awaited!r}; on the screen:\n{self.seen()}") from None

    # --- hands and eyes

    def seen(self, root: QWidget | None = None) -> str:
        """Every word that can be read in the window, or in one part of it."""
        parts = (root or self.window).findChildren(QWidget)
        readable = [part for part in parts if isinstance(part, QLabel | QAbstractButton) and part.isVisible()]
        return "\n".join(part.text() for part in readable if part.text())

    def find(self, kind: type[Shown], words: str) -> Shown | None:
        """The widget that is called so, among those that can be used now; else one whose name begins so."""
        usable = [one for one in self.window.findChildren(kind) if one.isVisible() and one.isEnabled()]
        named = [(one, name) for one in usable for name in _names(one)]
        exact = next((one for one, name in named if name == words), None)
        return exact or next((one for one, name in named if name.startswith(words)), None)

    def press(self, words: str) -> None:
        """The button that begins so, as soon as it is there."""
        self.wait(lambda: self.find(QAbstractButton, words), words)
        button = self.find(QAbstractButton, words)
        assert button is not None
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()

    def write(self, name: str, text: str) -> None:
        """Type into the field that is called so."""
        self.wait(lambda: self.find(QLineEdit, name), name)
        field = self.find(QLineEdit, name)
        assert field is not None
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClicks(field, text)

    # --- the interview

    @property
    def interview(self) -> InterviewScreen:
        """The interview, which must be on the screen."""
        screen = self.window.navigator.screen
        assert isinstance(screen, InterviewScreen)
        return screen

    @property
    def page(self) -> InterviewPage:
        """What is asked now."""
        return self.pages[-1]

    @property
    def here(self) -> str:
        """The question that is asked now; empty at an end."""
        return self.page.question.id if self.page.question else ""

    def begin(self) -> None:
        """A new report, from home."""
        self.press("New report")
        self.wait(lambda: isinstance(self.window.navigator.screen, InterviewScreen))
        self.watch()

    def come_back(self, said: Mapping[str, str | tuple[str, ...]]) -> None:
        """A report in which this was said on an earlier visit, opened again at the first question."""
        self.show(Wish("interview", {"case_id": self.ask(partial(_said_before, self.session, said))}))
        self.watch()

    def watch(self) -> None:
        """See what the interview asks from now on."""
        self.interview.view.shown.connect(self.pages.append)
        self.case_id = self.interview._case_id
        self.wait(lambda: self.interview.first_focus() is not None)
        if not self.pages or self.pages[-1].case_id != self.case_id:
            self.interview._presenter.go_to_question("setup.role")
            self.wait(lambda: bool(self.pages))

    def moved(self, act: Callable[[], object]) -> None:
        """Do something that brings up another question, and wait for it."""
        before = len(self.pages)
        act()
        self.wait(lambda: len(self.pages) > before)
        self.look_past()

    def go_on(self) -> None:
        """The next question, by the keys."""
        self.moved(lambda: QTest.keyClick(self.interview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))

    def look_past(self) -> None:
        """Once the parts are offered: begin with the next one."""
        start = self.interview.view.room.start
        if start.isVisible():
            start.close_it.click()

    def go_to_part(self, section_id: str) -> None:
        """A part, by the map."""
        title = next(line.title for line in self.page.sections if line.id == section_id)
        rows = {row.button.text(): row.button for row in self.interview.view.map._rows}
        self.moved(rows[title].click)

    def answer(self, said: str | tuple[str, ...]) -> None:
        """Answer what is asked, by hand, and wait until it is stored and what stands around it has followed."""
        assert self.page.question is not None
        footer = self.interview.view.middle.footer
        answer_by_hand(self.interview.view.middle.card, self.page.question, said)
        self.wait(lambda: footer._saving in (Saving.SAVED, Saving.IN_MEMORY))
        self.settle()

    def settle(self) -> None:
        """Until the worker has done all that was asked; then meet what covers the screen."""
        for _ in range(4):  # a tick, what stands around it, and what opens by it are jobs one after the other
            self.ask(lambda: None)
        prompt = self.interview.view.over.time
        if prompt.isVisible():
            self.prompts.append(prompt.limit_id)
            prompt.states["going"].click()
            self.ask(lambda: None)
            prompt.close_wanted.emit()

    def decline(self) -> None:
        """I'd rather not say."""
        self.interview.view.middle.card._non_answers._buttons[1].click()
        self.settle()

    def tell(self, says: Mapping[str, str | tuple[str, ...]], declines: Collection[str] = ()) -> None:
        """All of this, part by part in the order in which the person comes to it."""
        unsaid = dict(says)
        for part in dict.fromkeys(name.split(".")[0] for name in unsaid):
            if self.page.question is None or self.page.question.section_id != part:
                self.go_to_part(part)
            while any(name.startswith(f"{part}.") for name in unsaid):
                assert self.here.startswith(f"{part}."), f"never asked: {sorted(unsaid)}"
                if self.here in unsaid:
                    self.answer(unsaid.pop(self.here))
                elif self.here in declines:
                    self.decline()
                if unsaid:
                    self.go_on()

    def findings(self) -> dict[str, str]:
        """Where the panel beside the question shows each card."""
        views = self.interview.view.panel._views
        return {name: view._card.standing for name, view in views.items() if view._card is not None}

    def soon(self) -> tuple[str, ...]:
        """What is better done soon, as it stands beside the question, met or not."""
        shown = self.interview.view.panel.time._panel
        return tuple(line.id for line in (*shown.open, *shown.settled))

    # --- the page

    @property
    def referral(self) -> ReferralScreen:
        """The screen on which a page is made, which must be there."""
        screen = self.window.navigator.screen
        assert isinstance(screen, ReferralScreen)
        return screen

    def hand_over(self, journey: Journey, words: Mapping[str, str] = WORDS, form: tuple[str, ...] = FORM) -> Path:
        """From the interview to a finished file in ``folder``, by the words on the buttons."""
        self.press(words["page"])
        self.wait(lambda: isinstance(self.window.navigator.screen, ReferralScreen))
        self.ask(lambda: None)  # the places are listed by then
        self.press(journey.reader)
        self.press(words["show"])
        for tick in journey.person.ticks:
            self.put_on(tick)
        for said in (words["right"], journey.purpose, *form, journey.signer_words):
            self.press(said)
        self.write(words["code"], "K7")
        self.write(words["kept"], "Cabinet 2")
        self.press(words["record"])
        return self.save(words)

    def put_on(self, field_name: str) -> None:
        """Tick an item of the page, and wait for the page with it."""

        def row() -> PageRow | None:
            page = self.referral.presenter.page
            rows = page.preview.rows if page and page.preview else ()
            return next((one for one in rows if one.needs_tick and field_name in one.field_ids), None)

        self.wait(row)
        self.press(f"Put on: {row().label}")  # type: ignore[union-attr]  # waited for
        self.wait(lambda: row().is_on)  # type: ignore[union-attr]  # stays in the list

    def save(self, words: Mapping[str, str] = WORDS) -> Path:
        """The last step, in this desk's folder."""
        self.press(words["choose"])
        self.wait(lambda: self.referral.saving.picker)
        assert self.referral.saving.picker is not None
        self.referral.saving.picker.go(self.folder)
        self.press(words["save"])
        self.wait(self.referral.saving.card.text)
        (file,) = self.folder.glob("Summary-*")
        return file


def _names(widget: QWidget) -> tuple[str, ...]:
    return (
        (widget.accessibleName(), widget.text()) if isinstance(widget, QAbstractButton) else (widget.accessibleName(),)
    )


def _in_memory(state: AppState) -> OpenVault:
    assert state.content is not None
    session = OpenVault(create_memory_vault(), state.content, state.clock)
    save_office(session, Office("Harbor Program", "415 555 0134"))
    return session


def _said_before(session: OpenVault, said: Mapping[str, str | tuple[str, ...]]) -> str:
    case_id = start_case(session).id
    for name, words in said.items():
        record_answer(session, case_id, name, AnswerStatus.GIVEN, words)
    return case_id
