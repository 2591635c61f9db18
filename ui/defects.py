"""From an exception nobody handled to the calm screen, without a word of what people said."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from intake.errors import BrokenContent, Mishap
from ui.main_window import MainWindow
from ui.screen import Wish


def where(error: BaseException) -> str:
    """Kind of exception, file and line. Never its message and never a value: they may quote an answer."""
    frames = traceback.extract_tb(error.__traceback__, limit=-1)
    place = f"{Path(frames[-1].filename).name} {frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__}, {place}"


class DefectDesk(QObject):
    """Hears of every defect and shows one calm screen, even when several come at once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._note = ""
        window.defect_happened.connect(self.take)

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Mishaps are said above the screen; all else brings the calm screen when the event loop is quiet."""
        if isinstance(error, Mishap):
            self._window.show_mishap(error)
            return
        if isinstance(error, BrokenContent):
            self._window.navigator.go_to(Wish("broken_content", {"problems": error.problems}))
            return
        if self._note:
            return
        self._note = where(error)
        QTimer.singleShot(0, self._show)

    @Slot()
    def _show(self) -> None:
        note, self._note = self._note, ""
        self._window.navigator.go_to(Wish("defect", {"note": note}))
        self._window.uncover()
