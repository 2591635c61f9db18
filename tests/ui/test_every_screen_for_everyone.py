"""Every screen, gone through by keyboard and as it is heard: nothing caught, nothing missed, nothing unsaid.

Measured against WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.5.3, 2.5.8, 4.1.2.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from intake.clock import FixedClock
from tests.ui.accessible_names import nameless
from tests.ui.conftest import MOMENT
from tests.ui.practice_walk import OPENED, Walk
from tests.ui.walked import circle, jumps, misheard, out_of_reach, too_small, without_ring
from ui.app import ForthrightApp

KNOWN_LOOKS: set[object] = set()


@pytest.fixture(scope="module")
def walk(qapp: ForthrightApp) -> Iterator[Walk]:
    walk = Walk(FixedClock(MOMENT))
    yield walk
    walk.close()


class Windows(QObject):
    """Remembers every window that opens beside ours."""

    def __init__(self, mine: QWidget) -> None:
        super().__init__()
        self._mine = mine
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_other = isinstance(watched, QWidget) and watched.isWindow() and watched is not self._mine
        if event.type() == QEvent.Type.Show and is_other:
            self.opened.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("place", OPENED)
def test_a_screen_is_gone_through_by_keyboard_and_heard(walk: Walk, place: str) -> None:
    windows = Windows(walk.window)
    QApplication.instance().installEventFilter(windows)  # type: ignore[union-attr]  # there is one
    screen = walk.open(place)
    QApplication.instance().removeEventFilter(windows)  # type: ignore[union-attr]
    assert windows.opened == [], "a part of a screen was a window of its own for a moment"

    first = QApplication.focusWidget()
    assert first is not None
    assert screen.isAncestorOf(first), "the keyboard begins on the screen that was opened"
    stops = circle(walk.window)
    assert out_of_reach(walk.window, stops) == []
    assert jumps(walk.window, stops) == []
    assert circle(walk.window, back=True)[::-1] == stops
    assert nameless(walk.window) == []
    assert misheard(stops) == []
    assert too_small(walk.window) == []
    assert [name for stop in stops for name in hidden_by_scrolling(walk.window, stop)] == []
    assert without_ring(stops, KNOWN_LOOKS) == []


def hidden_by_scrolling(window: QWidget, stop: QWidget) -> list[str]:
    """The stop that Tab comes to next, when no part of it is in sight."""
    stop.setFocus()
    window.focusNextPrevChild(True)
    here = QApplication.focusWidget()
    around = here.parentWidget() if here is not None else None
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if here is None or around is None or not here.visibleRegion().isEmpty():
        return []
    return [here.accessibleName() or type(here).__name__]
