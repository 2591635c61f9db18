"""One worker thread for everything that touches the vault; results come back on the main thread.

A job that writes what a person said is started with ``is_write=True``: closing the runner lets it finish.
Reading jobs that still wait are cancelled then. A result for a screen that is gone is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


class Runner(Protocol):
    """Whatever can do a job away from the screen and hand the result back."""

    def run(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool = False,
    ) -> None:
        """Start ``job``; call one of the two bound methods with its result unless ``owner`` is gone by then."""
        ...

    def close(self, last_job: Callable[[], None] | None = None) -> None:
        """Refuse new jobs, drop waiting reads, finish the writes, do ``last_job`` in the worker, wait."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class _Delivery:
    owner: QObject
    call: Callable[[], None]


class _Bridge(QObject):
    """Lives as long as the runner; carries every result over to the main thread, in order."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_arrived(self, delivery: _Delivery) -> None:
        if shiboken6.isValid(delivery.owner):
            delivery.call()


class JobRunner:
    """The runner of the real program: one worker, one bridge."""

    def __init__(self, name: str = "vault") -> None:
        self._name = name
        self._bridge = _Bridge()
        self._executor: ThreadPoolExecutor | None = None
        self._reads: set[Future[None]] = set()
        self._is_closed = False

    def run(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool = False,
    ) -> None:
        """See Runner. After closing, a job is dropped without a word: the program is leaving."""
        if self._is_closed:
            return
        future = self._worker().submit(self._do, job, owner, on_done, on_failed)
        if not is_write:
            self._reads = {read for read in self._reads if not read.done()} | {future}

    def close(self, last_job: Callable[[], None] | None = None) -> None:
        """See Runner. May be called again; only the first call does anything."""
        if self._is_closed:
            return
        self._is_closed = True
        for read in self._reads:
            read.cancel()
        if last_job is not None:
            self._worker().submit(last_job)
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def _worker(self) -> ThreadPoolExecutor:
        """The one worker, made with the first job: the window comes first."""
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._executor

    def _do(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        try:
            delivery = _Delivery(owner, partial(on_done, job()))
        except Exception as error:  # noqa: BLE001 - whatever went wrong is for the screen to say
            delivery = _Delivery(owner, partial(on_failed, error))
        self._bridge.arrived.emit(delivery)


class ImmediateRunner:
    """For tests: does each job at once, on the caller's thread."""

    def __init__(self) -> None:
        self._is_closed = False

    def run(
        self,
        job: Callable[[], Result],
        owner: QObject,
        on_done: Callable[[Result], None],
        on_failed: Callable[[Exception], None],
        *,
        is_write: bool = False,
    ) -> None:
        """See Runner; ``is_write`` makes no difference here."""
        del is_write
        if self._is_closed:
            return
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - as the real runner does
            on_failed(error)
            return
        if shiboken6.isValid(owner):
            on_done(result)

    def close(self, last_job: Callable[[], None] | None = None) -> None:
        """See Runner."""
        if not self._is_closed and last_job is not None:
            last_job()
        self._is_closed = True
