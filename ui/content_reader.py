"""Reads the words and rules once the first window is on the screen, and refuses to go on when they are faulty."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Slot

from intake.errors import BrokenContent
from ui.app_state import AppState
from ui.background.collector import keep_for_good
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.shutdown import Shutdown

UNUSABLE_INPUT = 2


class ContentReader(QObject):
    """Says every fault on the screen and on the terminal; the program then ends with exit code 2."""

    def __init__(self, window: MainWindow, shutdown: Shutdown) -> None:
        super().__init__(window)
        self._window = window
        self._shutdown = shutdown

    def read(self, state: AppState) -> None:
        """Begin to read, in the worker."""
        state.runner.run(state.content_at_hand, self, self._on_read, self._on_not_read)

    @Slot(object)
    def _on_read(self, content: object) -> None:
        del content
        keep_for_good()

    @Slot(object)
    def _on_not_read(self, error: Exception) -> None:
        if not isinstance(error, BrokenContent):
            raise error
        sys.stderr.write(f"{error}\n")
        self._shutdown.end_with(UNUSABLE_INPUT)
        self._window.navigator.go_to(Wish("broken_content", {"problems": error.problems}))
