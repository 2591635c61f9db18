"""Binds the page on which the parts to keep are chosen, and the ways that a chosen answer leads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from intake.actions.erasing.keep_parts import BeforeKeeping
from intake.actions.erasing.what_cannot_be_reached import CannotBeReached
from ui.screen import Wish
from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.room.sitting import Sitting
from ui.screens.interview.screen_work import ScreenWork
from ui.screens.interview.view import InterviewView

_ERASING = {"erase_words": "words", "erase_whole": "whole"}


class Keeping(QObject):
    """One for each interview screen."""

    go_to = Signal(object)  # Wish
    look_over_wanted = Signal()

    def __init__(self, view: InterviewView, presenter: InterviewPresenter, work: ScreenWork, sitting: Sitting) -> None:
        super().__init__(work)
        self._view = view
        self._page = view.room.keep_parts
        self._presenter = presenter
        self._work = work
        self._sitting = sitting
        self._is_stale = False
        view.middle.card.way.wanted.connect(self._on_way)
        view.room.look_over.keep_parts_wanted.connect(self._on_wanted)
        view.room.closed.connect(self._on_closed)
        self._page.erase_wanted.connect(self._on_erase)

    @Slot(str)
    def _on_way(self, way: str) -> None:
        if way == "look_over":
            self.look_over_wanted.emit()
        elif way == "keep_parts":
            self._on_wanted()
        else:
            wish = {"case_id": self._sitting.case_id, "what": _ERASING[way], "from": "interview"}
            self.go_to.emit(Wish("erase", wish))

    @Slot()
    def _on_wanted(self) -> None:
        self._presenter.recording.store_now()
        self._work.run(self._sitting.before_keeping_parts, self._on_looked, self._view.show_trouble, is_write=False)

    def _on_looked(self, shown: BeforeKeeping) -> None:
        self._page.ask(shown)
        self._view.room.open(self._page)

    def look_again(self) -> None:
        """The same page in another language."""
        if self._view.room.is_keeping:
            job = self._sitting.before_keeping_parts
            self._work.run(job, self._page.reword, self._page.show_trouble, is_write=False)

    @Slot()
    def _on_erase(self) -> None:
        self._presenter.recording.begin(None)  # else what stands in the field would be stored once more
        self._is_stale = True
        job = partial(self._sitting.keep_parts, self._page.parts.kept(), self._page.second.take())
        self._work.run(job, self._on_erased, self._page.show_trouble, is_write=True)

    def _on_erased(self, left: CannotBeReached) -> None:
        self._page.show_done(left)

    @Slot()
    def _on_closed(self) -> None:
        """The question is shown as it is now, and takes answers again."""
        if self._is_stale and self._presenter.question_id:
            self._presenter.go_to_question(self._presenter.question_id)
        self._is_stale = False
