"""A worker that is behind: it keeps each job until it is told to do it, in the order in which it was asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from ui.background.job_runner import ImmediateRunner

Result = TypeVar("Result")


class HeldRunner(ImmediateRunner):
    """Results come back as from the real one: to owners that are still there, and none after closing."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Callable[[], None]] = []

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    def run(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool = False,
    ) -> None:
        self.jobs.append(partial(super().run, job, owner, on_done, on_failed, is_write=is_write))

    def do_one(self) -> None:
        self.jobs.pop(0)()

    def do_all(self) -> None:
        while self.jobs:
            self.do_one()
