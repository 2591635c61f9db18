"""How long the desk may be left alone before the program locks itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

USUAL_MINUTES = 5


class IdleTime(QObject):
    """One for the whole program; the open vault says how long. Says ``changed`` (minutes) at every setting."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._minutes = USUAL_MINUTES

    @property
    def minutes(self) -> int:
        """The time now."""
        return self._minutes

    def set_minutes(self, minutes: int) -> None:
        """Use this time from now on."""
        self._minutes = minutes
        self.changed.emit(minutes)
