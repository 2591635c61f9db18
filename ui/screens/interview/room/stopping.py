"""Stopping in the middle: the report kept as it is, or erased whole. The vault stays open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ui.screen import Wish
from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.room.sitting import Sitting
from ui.screens.interview.screen_work import ScreenWork
from ui.screens.interview.view import InterviewView


class Stopping(QObject):
    """One for each interview screen."""

    go_to = Signal(object)  # Wish

    def __init__(self, view: InterviewView, presenter: InterviewPresenter, work: ScreenWork, sitting: Sitting) -> None:
        super().__init__(work)
        self._pages = view.room
        self._presenter = presenter
        self._work = work
        self._sitting = sitting
        self._is_stale = False
        page = view.room.stop
        view.middle.header.stop_wanted.connect(self._on_stop)
        page.look_wanted.connect(self._on_look)
        page.erase_wanted.connect(self._on_erase)
        page.home_wanted.connect(self._on_home)
        self._pages.closed.connect(self._on_closed)

    @Slot()
    def _on_stop(self) -> None:
        self._presenter.recording.store_now()
        self._pages.stop.begin()
        self._pages.open(self._pages.stop)

    @Slot()
    def _on_look(self) -> None:
        page = self._pages.stop
        self._work.run(self._sitting.before_stopping, page.ask, page.show_trouble, is_write=False)

    @Slot()
    def _on_erase(self) -> None:
        # what still stands in a field belongs to a report that will be gone
        self._presenter.recording.begin(None)
        job = partial(self._sitting.keep_nothing, self._pages.stop.second.take())
        self._work.run(job, self._on_erased, self._on_not_erased, is_write=True)

    def _on_erased(self, _result: object) -> None:
        self._presenter.forget()
        self.go_to.emit(Wish("today"))

    def _on_not_erased(self, error: Exception) -> None:
        is_gone = getattr(error, "code", "") == "erase_unfinished"
        if is_gone:
            self._presenter.forget()
        self._is_stale = not is_gone
        self._pages.stop.show_trouble(error, is_gone=is_gone)

    @Slot()
    def _on_closed(self) -> None:
        """Nothing was erased after all: the question takes answers again."""
        if self._is_stale and self._presenter.question_id:
            self._presenter.go_to_question(self._presenter.question_id)
        self._is_stale = False

    @Slot()
    def _on_home(self) -> None:
        self.go_to.emit(Wish("today"))
