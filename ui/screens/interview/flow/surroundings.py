"""What stands around the question: the map, the words of the next question, what may protect. No Qt."""

from __future__ import annotations

from functools import partial

from intake.actions.interview.page import InterviewPage
from intake.actions.protections.panel import ProtectionsPanel
from intake.actions.time_limits.panel import TimePanel
from ui.screens.interview.flow.ports import Face, Work
from ui.screens.interview.flow.report import Report
from ui.screens.interview.flow.time_matters import TimeMatters

Seen = tuple[InterviewPage | None, ProtectionsPanel, TimePanel]


class Surroundings:
    """Drawn anew after every recorded answer; once for several answers in a row."""

    def __init__(self, report: Report, face: Face, work: Work) -> None:
        self._report = report
        self._face = face
        self._work = work
        self.time = TimeMatters(report, face, work)
        self._question_id = ""
        self._is_looking = False
        self._wants_another_look = False

    def look_from(self, question_id: str) -> None:
        """Another question is on the screen ("" at the end)."""
        self._question_id = question_id
        self.look()

    def look(self) -> None:
        """See what has changed."""
        if self._is_looking:
            self._wants_another_look = True
            return
        self._is_looking = True
        job = partial(_look_around, self._report, self._question_id)
        self._work.run(job, self._on_looked, self._on_not_looked, is_write=False)

    def _on_looked(self, seen: Seen) -> None:
        page, panel, time = seen
        self._is_looking = False
        if page and page.question and page.question.id == self._question_id:
            self._face.show_around(page)
        self._face.show_panel(panel)
        self.time.show(time)
        if self._wants_another_look:
            self._wants_another_look = False
            self.look()

    def _on_not_looked(self, error: Exception) -> None:
        self._is_looking = self._wants_another_look = False
        self._face.show_trouble(error)


def _look_around(report: Report, question_id: str) -> Seen:
    page = report.look(question_id) if question_id else None
    return page, report.assess(), report.time_panel()
