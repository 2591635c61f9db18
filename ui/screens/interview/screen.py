"""The interview screen: binds the face, the presenter and the worker together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.raw_answer import Raw
from ui.app_state import AppState
from ui.lens.wording_check import WordingCheck
from ui.screen import Screen, Wish
from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.flow.report import Report, VaultReport
from ui.screens.interview.language_choice import LanguageChoice
from ui.screens.interview.room.keeping import Keeping
from ui.screens.interview.room.room import Room
from ui.screens.interview.room.sitting import Sitting
from ui.screens.interview.room.stopping import Stopping
from ui.screens.interview.room.turned_round import TurnedRound
from ui.screens.interview.screen_work import ScreenWork
from ui.screens.interview.section_map import KEY_QUESTION
from ui.screens.interview.view import InterviewView
from ui.screens.interview.wire_sides import wire_sides


class InterviewScreen(Screen):
    """One report. Ctrl+Enter goes on and Alt+PageUp goes back, wherever the keyboard is."""

    def __init__(self, state: AppState, report: Report, case_id: str) -> None:
        super().__init__(state)
        self._case_id = case_id
        check = state.wording_check
        self.view = InterviewView(state.clock, partial(_watch, check, case_id) if check is not None else None)
        if check is not None:
            self.view.middle.about.watch_with(check, case_id)
        self._work = ScreenWork(state.runner, self)
        self._presenter = InterviewPresenter(report, self.view, self._work)
        self._language = LanguageChoice(state, case_id, self.view.middle, self._work)
        sitting = Sitting(cast("OpenVault", state.session), case_id)
        hands = (self.view, self._presenter, self._work, sitting)
        self._room, self._stopping, self._turned_round = Room(*hands), Stopping(*hands), TurnedRound(*hands)
        self._keeping = Keeping(*hands)
        self._keeping.look_over_wanted.connect(self._room.look_over)
        self._on_key = QShortcut(QKeySequence("Ctrl+Return"), self)
        self._back_key = QShortcut(QKeySequence("Alt+PgUp"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self._presenter.open()

    def pending_text(self) -> Callable[[], object] | None:
        """What was typed and is not stored; and the private part is closed."""
        return self._presenter.last_job()

    def leave(self) -> None:
        """Nothing of the person stays in a widget."""
        self._work.end()
        self._presenter.forget()
        self.view.middle.empty()
        self.view.panel.empty()
        self.view.over.empty()
        self.view.room.empty()

    def first_focus(self) -> QWidget | None:
        """Where the answer goes."""
        return self.view.middle.first_focus()

    def retranslate(self) -> None:
        """The words of the question come again in the other language, with the question."""
        self.view.retranslate()
        self._presenter.show_again()
        self._room.look_again()
        self._keeping.look_again()
        if self.view.finding.instrument:
            self._presenter.open_finding(self.view.finding.instrument)

    def _connect(self) -> None:
        middle, panel, parts = self.view.middle, self.view.panel, self.view.map
        middle.card.answer_changed.connect(self._on_answer)
        middle.card.met_otherwise.connect(self._on_met_otherwise)
        middle.card.met_otherwise_undone.connect(self._on_undone)
        middle.card.go_on_wanted.connect(self._on_go_on)
        middle.footer.go_on_wanted.connect(self._on_go_on)
        middle.footer.back_wanted.connect(self._on_back)
        self.view.room.pause.hide_wanted.connect(self.hide_wanted)
        self.view.alone_wanted.connect(self.alone)
        middle.closing.key_wanted.connect(self._on_key_wanted)
        middle.closing.home_wanted.connect(self._on_home)
        wire_sides(self.view, self._presenter)
        for part in (self._room, self._stopping, self._keeping):
            part.go_to.connect(self.go_to)
        for wanted in (panel.all_wanted, self.view.finding.library_wanted):
            wanted.connect(self._on_card_wanted)
        for end in (middle.closing, parts):
            end.page_wanted.connect(self._on_page_wanted)
        parts.shared_wanted.connect(self._on_shared_wanted)
        parts.timeline_wanted.connect(self._on_timeline_wanted)
        self._work.store_due.connect(self._on_store_due)
        self._on_key.activated.connect(self._on_go_on)
        self._back_key.activated.connect(self._on_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @Slot(object, bool)
    def _on_answer(self, raw: Raw, is_typed: bool) -> None:
        self._presenter.recording.answer_changed(raw, is_typed=is_typed)
        self._language.consider(self._presenter.question_id, raw)

    @Slot(object, object, bool)
    def _on_met_otherwise(self, status: AnswerStatus, raw: Raw, is_typed: bool) -> None:
        self._presenter.recording.met_otherwise(status, raw, is_typed=is_typed)

    @Slot()
    def _on_undone(self) -> None:
        self._presenter.recording.met_otherwise_undone()

    @Slot()
    def _on_store_due(self) -> None:
        self._presenter.recording.store_now()

    @Slot()
    def _on_go_on(self) -> None:
        if not self.view.over.time.is_pressing:  # the keys reach here too; it is met or put aside first
            self._presenter.go_on()

    @Slot()
    def _on_back(self) -> None:
        if not self.view.over.time.is_pressing:
            self._presenter.go_back()

    @Slot()
    def _on_key_wanted(self) -> None:
        self._presenter.go_to_question(KEY_QUESTION)

    @Slot()
    def _on_page_wanted(self) -> None:
        self.go_to.emit(Wish("referral", {"case_id": self._case_id}))

    @Slot(str)
    def _on_card_wanted(self, instrument: str) -> None:
        """One card in the library; with no name all of them, without the answers."""
        name = "library" if instrument else "try_out"
        self.go_to.emit(Wish(name, {"case_id": self._case_id, "instrument": instrument}))

    @Slot()
    def _on_shared_wanted(self) -> None:
        self.go_to.emit(Wish("ledger", {"case_id": self._case_id}))

    @Slot()
    def _on_timeline_wanted(self) -> None:
        self.go_to.emit(Wish("timeline", {"case_id": self._case_id}))

    @Slot()
    def _on_home(self) -> None:
        self.go_to.emit(Wish("today"))

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.view.middle.keep_in_sight(new)


def _watch(check: WordingCheck, case_id: str, answer: AnswerWidget, question_id: str) -> None:
    answer.watch_with(check, case_id, question_id)


def build(state: AppState, wish: Wish) -> InterviewScreen:
    """The screen for the report that the wish names."""
    case_id = str(wish.args["case_id"])
    return InterviewScreen(state, VaultReport(cast("OpenVault", state.session), case_id), case_id)
