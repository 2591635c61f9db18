"""The page on the screen once more, in another language. No Qt."""

from __future__ import annotations

from functools import partial

from intake.actions.interview.page import InterviewPage
from ui.screens.interview.flow.ports import Face, Work
from ui.screens.interview.flow.recording import Recording
from ui.screens.interview.flow.report import Report
from ui.screens.interview.flow.surroundings import Surroundings


class Rewording:
    """What was typed, chosen or is on its way stays as it is; a page that is under way is said anew once there."""

    def __init__(self, report: Report, face: Face, work: Work, recording: Recording, around: Surroundings) -> None:
        self._report = report
        self._face = face
        self._work = work
        self._recording = recording
        self._around = around
        self._page: InterviewPage | None = None
        self._is_wanted = False

    def want(self, *, is_moving: bool) -> None:
        """The language is another one now."""
        self._is_wanted = is_moving
        if self._page is not None and not is_moving:
            job = partial(self._report.look, _asked(self._page))
            self._work.run(job, self._on_page, self._face.show_trouble, is_write=False)

    def arrive(self, page: InterviewPage | None) -> None:
        """A move has ended: on this page, or None where one was."""
        self._page = page or self._page
        if self._is_wanted:
            self.want(is_moving=False)

    def _on_page(self, page: InterviewPage) -> None:
        if self._page is None or _asked(page) != _asked(self._page):
            return
        self._face.show_page(page, is_reworded=True)
        if self._recording.keeper.is_judged:
            self._recording.store_now()  # why it is no answer yet is said anew
        self._around.look()


def _asked(page: InterviewPage) -> str:
    return page.question.id if page.question else ""
