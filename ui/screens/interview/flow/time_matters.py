"""What is better done soon, without a screen: opening it, meeting it, and the one that comes up by itself. No Qt."""

from __future__ import annotations

from functools import partial

from intake.actions.time_limits.panel import TimeInFull, TimePanel
from ui.screens.interview.flow.ports import Face, Work
from ui.screens.interview.flow.report import Report


class TimeMatters:
    """A thing that could cost a life covers the screen once in a sitting, until it is met or put aside."""

    def __init__(self, report: Report, face: Face, work: Work) -> None:
        self._report = report
        self._face = face
        self._work = work
        self._came_up: set[str] = set()

    def show(self, panel: TimePanel) -> None:
        """Draw the list; bring up what has to be seen now."""
        self._face.over.show_time_panel(panel)
        prompt = panel.prompt
        if prompt is not None and prompt.id not in self._came_up:
            self._came_up.add(prompt.id)
            self.open(prompt.id)
        elif prompt is None:
            self._came_up.clear()

    def open(self, limit_id: str) -> None:
        """One of them in full."""
        job = partial(self._report.time_limit, limit_id)
        self._work.run(job, self._face.over.show_time_limit, self._face.show_trouble, is_write=False)

    def meet(self, limit_id: str, state: str) -> None:
        """Done, going, declined, later, or back on the list ("")."""
        job = partial(_met, self._report, limit_id, state)
        self._work.run(job, self._on_met, self._face.show_trouble, is_write=True)

    def _on_met(self, seen: tuple[TimePanel, TimeInFull]) -> None:
        panel, limit = seen
        self._face.over.show_time_panel(panel)
        if not limit.line.state:
            self._face.over.show_time_limit(limit)
        else:
            self._face.over.close_time_limit()


def _met(report: Report, limit_id: str, state: str) -> tuple[TimePanel, TimeInFull]:
    report.meet_time_limit(limit_id, state)
    return report.time_panel(), report.time_limit(limit_id)
