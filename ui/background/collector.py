"""Python's collection of garbage in circles: in the main thread alone, and never over what stays until the end.

Left to itself Python collects in whichever thread asks for memory next. There it may end a Qt object of the screen in
the worker, which Qt does not allow; and going over the words and rules and the lens, some 270,000 objects, holds up
whoever types.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

BEAT_MS = 1000


class Collector(QObject):
    """Collects at a steady beat, as much as is due by Python's own counts."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self.collect_what_is_due)

    def begin(self) -> None:
        """From now on Python collects at no other time."""
        gc.disable()
        self._timer.start()

    @Slot()
    def collect_what_is_due(self) -> None:
        """The oldest generation that is due, and with it all younger ones."""
        due = [
            number
            for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])


def keep_for_good() -> None:
    """Whatever there is now is no longer gone over. It still ends as soon as nobody holds it, save in a circle."""
    gc.freeze()
