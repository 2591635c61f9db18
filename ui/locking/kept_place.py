"""What a fresh start is told of the window, in one private argument of numbers. Nothing of a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line is read before Qt is loaded
    from PySide6.QtWidgets import QMainWindow

_NUMBERS = re.compile(r"(-?\d{1,6}),(-?\d{1,6}),(\d{1,6}),(\d{1,6}),([01]),([01]),(\d{3}),([0-2])", re.ASCII)
_CONTRASTS = ("system", "strong", "usual")  # in an argument the place in this row


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Window pixels, whether it filled the screen or lay in the task bar, and how its words are drawn.

    ``text_percent`` is 100 to 400; ``contrast`` is ``system``, ``strong`` or ``usual``.
    """

    left: int
    top: int
    width: int
    height: int
    is_maximised: bool = False
    is_minimised: bool = False
    text_percent: int = 100
    contrast: str = "system"

    def word(self) -> str:
        """As an argument: ``X,Y,W,H,MAXIMISED,MINIMISED,PERCENT,CONTRAST``."""
        size = (self.left, self.top, self.width, self.height)
        drawn = (self.text_percent, _CONTRASTS.index(self.contrast))
        return ",".join(str(int(one)) for one in (*size, self.is_maximised, self.is_minimised, *drawn))


def place_from_word(word: str) -> KeptPlace | None:
    """The place behind an argument; None for anything that is not exactly eight such numbers."""
    found = _NUMBERS.fullmatch(word)
    if found is None:
        return None
    left, top, width, height, maximised, minimised, percent, drawn = (int(number) for number in found.groups())
    return KeptPlace(left, top, width, height, bool(maximised), bool(minimised), percent, _CONTRASTS[drawn])


def place_of(window: QMainWindow, text_scale: float, contrast: str) -> KeptPlace:
    """Where the window stands now, and how it is drawn."""
    from PySide6.QtCore import Qt

    state = window.windowState()
    is_maximised = bool(state & Qt.WindowState.WindowMaximized)
    at = window.normalGeometry() if is_maximised else window.geometry()
    is_minimised = bool(state & Qt.WindowState.WindowMinimized)
    percent = round(text_scale * 100)
    return KeptPlace(at.x(), at.y(), at.width(), at.height(), is_maximised, is_minimised, percent, contrast)


def put_back(window: QMainWindow, place: KeptPlace) -> None:
    """Put the window there again, unless that screen is gone; call it before the window is shown."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QGuiApplication

    at = QRect(place.left, place.top, place.width, place.height)
    if any(screen.availableGeometry().intersects(at) for screen in QGuiApplication.screens()):
        window.setGeometry(at)
    for wanted, state in (
        (place.is_maximised, Qt.WindowState.WindowMaximized),
        (place.is_minimised, Qt.WindowState.WindowMinimized),
    ):
        if wanted:
            window.setWindowState(window.windowState() | state)
