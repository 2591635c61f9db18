"""Has one box read when the keys rest: the newest words win, one reading at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.lens.wording_check import BoxMemory, WordingCheck

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.box_check import BoxRead

REST_MS = 120
"""From the last key to the reading; what follows takes some tens of milliseconds."""


class BoxReading(QObject):
    """``text`` asks the box for its words; ``new_memory`` makes one that holds nothing yet."""

    read = Signal(object)  # BoxRead of the words that stand in the box
    failed = Signal()

    def __init__(
        self, check: WordingCheck, new_memory: Callable[[], BoxMemory], text: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._new_memory = new_memory
        self._memory = new_memory()
        self._text = text
        self._near = 0
        self._revision = 0
        self._is_wanted = False
        self._is_reading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._read)

    @property
    def is_resting(self) -> bool:
        """Whether the words that stand in the box were read whole, or nobody wants them read."""
        return not self._is_wanted

    def read_soon(self, near: int) -> None:
        """The words changed at this place; each change begins the rest anew."""
        self._near = near
        self._revision += 1
        self._is_wanted = True
        self._timer.start()

    def forget(self) -> None:
        """The box was emptied: what is still being read is of no interest, and no word stays."""
        self._revision += 1
        self._is_wanted = False
        self._timer.stop()
        self._memory = self._new_memory()

    @Slot()
    def _read(self) -> None:
        if self._is_reading or not self._is_wanted:
            return  # one at a time: the next begins when this one comes back
        self._is_reading = True
        revision = self._revision
        done, failed = partial(self._on_read, revision), partial(self._on_failed, revision)
        self._check.read(self._memory, self._text(), self._near, self, done, failed)

    def _on_read(self, revision: int, read: BoxRead) -> None:
        self._is_reading = False
        if revision == self._revision:
            self._is_wanted = not read.is_whole
            self.read.emit(read)
        if not self._timer.isActive():
            self._read()

    def _on_failed(self, revision: int, _error: Exception) -> None:
        """What went wrong may hold words of the box: it is dropped, not shown."""
        self._is_reading = False
        if revision == self._revision:
            self._is_wanted = False
            self.failed.emit()
        elif not self._timer.isActive():
            self._read()
