"""The presenter's hands: the worker thread, and the short pause after the last key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background.job_runner import Runner

Result = TypeVar("Result")
REST_MS = 300
"""From the last key to the storing; with it an answer is durable well within 400 ms of the last key."""


class ScreenWork(QObject):
    """One for each interview screen; after ``end`` nothing comes back any more."""

    store_due = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._has_ended = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.store_due)

    def run(
        self,
        job: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool,
    ) -> None:
        """Do ``job`` in the worker and hand over what came of it."""
        done, failed = partial(self._hand_over, on_done), partial(self._hand_over, on_failed)
        self._runner.run(job, self, done, failed, is_write=is_write)

    def store_soon(self) -> None:
        """Say ``store_due`` when the keys have rested; each key begins the pause anew."""
        self._timer.start()

    def stop_waiting(self) -> None:
        """Do not say it after all."""
        self._timer.stop()

    def end(self) -> None:
        """The screen is left."""
        self._has_ended = True
        self._timer.stop()

    def _hand_over(self, take: Callable[[Result], None], what: Result) -> None:
        if not self._has_ended:
            take(what)
