"""The short name that is being typed for one of several: it is kept with the next move, and when the screen goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from intake.actions.interview.page import InterviewPage
from intake.actions.interview.several import CallIt
from ui.screens.interview.flow.report import Report


class ShortName:
    """Nobody has to press a button for it."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._typed: CallIt | None = None

    def typed(self, name: CallIt | None) -> None:
        """What stands in the field now; None where nothing is to be kept."""
        self._typed = name

    def job(self, question_id: str) -> Callable[[], InterviewPage] | None:
        """The job that keeps it."""
        return partial(self._report.change_several, self._typed, question_id) if self._typed is not None else None

    def before(self, move: Callable[[], InterviewPage], question_id: str) -> Callable[[], InterviewPage]:
        """The same move, with the name kept first."""
        keep = self.job(question_id)
        return partial(_one_after_the_other, keep, move) if keep is not None else move


def _one_after_the_other(keep: Callable[[], object], move: Callable[[], InterviewPage]) -> InterviewPage:
    keep()
    return move()
