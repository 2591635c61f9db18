"""Binds the pages in place of the question to the report and to the rest of the program."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from intake.actions.interview.looking_over import LookingOver
from intake.actions.interview.take_back import PartOfReport
from ui.screen import Wish
from ui.screens.interview.flow.presenter import InterviewPresenter
from ui.screens.interview.room.sitting import Sitting
from ui.screens.interview.screen_work import ScreenWork
from ui.screens.interview.view import InterviewView


class Room(QObject):
    """One for each interview screen."""

    go_to = Signal(object)  # Wish

    def __init__(self, view: InterviewView, presenter: InterviewPresenter, work: ScreenWork, sitting: Sitting) -> None:
        super().__init__(work)
        self._view = view
        self._pages = view.room
        self._presenter = presenter
        self._work = work
        self._sitting = sitting
        self._is_stale = False
        over = self._pages.look_over
        view.map.look_over_wanted.connect(self.look_over)
        view.middle.closing.look_over_wanted.connect(self.look_over)
        over.question_wanted.connect(self._on_question_wanted)
        over.answer_taken_back.connect(self._on_answer_taken_back)
        over.part_taken_back.connect(self._on_part_taken_back)
        over.erase_wanted.connect(self._on_erase_wanted)
        self._pages.closed.connect(self._on_closed)

    @Slot()
    def look_over(self) -> None:
        """What was said, once what is on the screen is stored."""
        self._presenter.recording.store_now()
        self._work.run(self._sitting.look_over, self._on_looked, self._view.show_trouble, is_write=False)

    def look_again(self) -> None:
        """The same page in another language."""
        if self._pages.look_over.is_open:
            self._work.run(self._sitting.look_over, self._on_taken, self._view.show_trouble, is_write=False)

    def _on_looked(self, shown: LookingOver) -> None:
        self._pages.look_over.show_all(shown)
        self._pages.open(self._pages.look_over)

    @Slot(str)
    def _on_answer_taken_back(self, question_id: str) -> None:
        self._take(partial(self._sitting.take_back, question_id))

    @Slot(object)
    def _on_part_taken_back(self, part: PartOfReport) -> None:
        self._take(partial(self._sitting.take_back_part, part))

    def _take(self, job: partial[LookingOver]) -> None:
        self._presenter.recording.begin(None)  # else what stands in the field would be stored once more
        self._is_stale = True
        self._work.run(job, self._on_taken, self._on_not_taken, is_write=True)

    def _on_taken(self, shown: LookingOver) -> None:
        if self._pages.look_over.is_open:
            self._pages.look_over.show_all(shown, stays_in_place=True)
            self._pages.look_over.first_focus().setFocus()

    def _on_not_taken(self, error: Exception) -> None:
        self._pages.put_away()
        self._view.show_trouble(error)

    @Slot(str)
    def _on_question_wanted(self, question_id: str) -> None:
        self._is_stale = False
        self._presenter.go_to_question(question_id)

    @Slot(str)
    def _on_erase_wanted(self, what: str) -> None:
        self.go_to.emit(Wish("erase", {"case_id": self._sitting.case_id, "what": what, "from": "interview"}))

    @Slot()
    def _on_closed(self) -> None:
        """Answers were taken back: the question is shown as it is now."""
        if self._is_stale and self._presenter.question_id:
            self._presenter.go_to_question(self._presenter.question_id)
        self._is_stale = False
