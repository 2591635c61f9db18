"""The system asks the program to end (SIGTERM, SIGHUP, SIGINT): it says an ordered goodbye, as when it is closed."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class EndSignals(QObject):
    """Says ``end_wanted`` in the event loop, never inside the signal handler itself. Silent on Windows."""

    end_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = -1
        if sys.platform == "win32":
            return
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(writing, False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, _heard)

    @Slot()
    def _on_signal(self) -> None:
        try:
            os.read(self._reading, 64)
        except BlockingIOError:
            return
        self.end_wanted.emit()


def _heard(number: int, frame: FrameType | None) -> None:
    """Nothing here: Python has written to the pipe already."""
    del number, frame
