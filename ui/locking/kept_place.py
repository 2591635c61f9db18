"""What a fresh start is told of the window, in one private argument of numbers. Nothing of a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line is read before Qt is loaded
    from PySide6.QtWidgets import QMainWindow

_NUMBERS = re.compile(r"(-?\d{1,6}),(-?\d{1,6}),(\d{1,6}),(\d{1,6}),([01]),([01]),(\d{3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Window pixels, whether it filled the screen or lay in the task bar, the size of text in percent (100 to 400)."""

    left: int
    top: int
    width: int
    height: int
    is_maximised: bool = False
    is_minimised: bool = False
    text_percent: int = 100

    def word(self) -> str:
        """As an argument: ``X,Y,W,H,MAXIMISED,MINIMISED,PERCENT``."""
        size = (self.left, self.top, self.width, self.height)
        return ",".join(str(int(one)) for one in (*size, self.is_maximised, self.is_minimised, self.text_percent))


def place_from_word(word: str) -> KeptPlace | None:
    """The place behind an argument; None for anything that is not exactly seven such numbers."""
    found = _NUMBERS.fullmatch(word)
    if found is None:
        return None
    left, top, width, height, maximised, minimised, percent = (int(number) for number in found.groups())
    return KeptPlace(left, top, width, height, bool(maximised), bool(minimised), percent)


def place_of(window: QMainWindow, text_scale: float) -> KeptPlace:
    """Where the window stands now."""
    from PySide6.QtCore import Qt

    state = window.windowState()
    is_maximised = bool(state & Qt.WindowState.WindowMaximized)
    at = window.normalGeometry() if is_maximised else window.geometry()
    is_minimised = bool(state & Qt.WindowState.WindowMinimized)
    return KeptPlace(at.x(), at.y(), at.width(), at.height(), is_maximised, is_minimised, round(text_scale * 100))


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
