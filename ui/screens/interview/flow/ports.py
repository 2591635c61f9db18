"""What the interview needs from a screen, so that it can be walked through without one. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from intake.actions.interview.page import InterviewPage
from intake.actions.protections.panel import FindingInFull, ProtectionsPanel
from intake.actions.time_limits.panel import TimeInFull, TimePanel
from intake.answers.model import AnswerStatus
from ui.answer_widgets.raw_answer import Raw
from ui.screens.interview.flow.answer_keeper import Saving

Result = TypeVar("Result")


class TimeFace(Protocol):
    """What can be shown of the things to do soon."""

    def show_time_panel(self, panel: TimePanel) -> None:
        """Draw what is better done soon."""
        ...

    def show_time_limit(self, limit: TimeInFull) -> None:
        """Draw one of these in full."""
        ...

    def close_time_limit(self) -> None:
        """Back to the question."""
        ...


class Face(Protocol):
    """What can be shown."""

    @property
    def over(self) -> TimeFace:
        """What stands beside the question and in its place."""
        ...

    def show_page(self, page: InterviewPage, *, is_reworded: bool = False) -> None:
        """Draw another question, or the end. In other words only: what was answered and the keyboard stay."""
        ...

    def show_around(self, page: InterviewPage) -> None:
        """Draw the map and the words of the next question anew; leave the answer alone."""
        ...

    def show_raw(self, raw: Raw) -> None:
        """Put this into the answer widget."""
        ...

    def show_status(self, status: AnswerStatus | None) -> None:
        """Show which of the four equal answers was given, if any."""
        ...

    def show_saving(self, saving: Saving) -> None:
        """Say what is stored."""
        ...

    def show_advice(self, sentence: str, *, is_reminder: bool = False) -> None:
        """Say gently why this is no answer yet; a reminder also brings the keyboard back to the field."""
        ...

    def show_panel(self, panel: ProtectionsPanel) -> None:
        """Draw what may protect."""
        ...

    def show_finding(self, finding: FindingInFull) -> None:
        """Draw one finding in full."""
        ...

    def show_trouble(self, error: Exception | None) -> None:
        """Say what went wrong, or that nothing is wrong any more."""
        ...


class Work(Protocol):
    """How things get done elsewhere, and later."""

    def run(
        self,
        job: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool,
    ) -> None:
        """Do ``job`` in the worker, in order; nothing comes back once the screen was left."""
        ...

    def store_soon(self) -> None:
        """Ask for ``store_now`` when the keys have rested for a moment."""
        ...

    def stop_waiting(self) -> None:
        """Do not ask for it after all."""
        ...
