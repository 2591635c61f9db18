"""What is measured on a screen that somebody goes through without a mouse: the way, the ring, the names, the sizes."""

from __future__ import annotations

from array import array
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from tests.ui.practice_walk import tab
from tests.ui.test_contrast import contrast
from ui.main_window import MainWindow
from ui.style.appearance import current_tokens

LEAST_TARGET = 24  # px, WCAG 2.2 success criterion 2.5.8
_MOST_STOPS = 250
_ROLES_OF_A_TICK = {QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
_ROLES = {QAbstractButton: {QAccessible.Role.Button, QAccessible.Role.ButtonMenu, *_ROLES_OF_A_TICK}}


def circle(window: MainWindow, *, back: bool = False) -> list[QWidget]:
    """Everything that Tab comes to, from the first stop until it comes round. A trap ends in an error."""
    seen: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        tab(window, back=back)
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is nowhere"
        if seen and focus is seen[0]:
            return seen
        assert focus not in seen, f"Tab is caught at {called(focus)}"
        seen.append(focus)
    raise AssertionError(f"{_MOST_STOPS} stops and no end")


def called(widget: QWidget) -> str:
    """The name that is heard."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} {interface.text(QAccessible.Text.Name)!r}"


def out_of_reach(window: MainWindow, stops: list[QWidget]) -> list[str]:
    """What takes the keyboard and is never come to."""
    takers = [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]
    tab_too = [one for one in takers if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    known = {id(one) for one in stops}
    return [called(one) for one in tab_too if id(one) not in known and one.focusProxy() is None]


def jumps(window: MainWindow, stops: list[QWidget]) -> list[str]:
    """Steps up, or back in a line, within one column: one is where the circle closes, any more are out of order."""
    columns: dict[int, list[QWidget]] = {}
    for stop in stops:
        columns.setdefault(id(_column(window, stop)), []).append(stop)
    found = []
    for column in columns.values():
        places = [(one, QRect(one.mapTo(window, QPoint(0, 0)), one.size())) for one in column]
        steps = [(a, b) for a, b in pairwise([*places, places[0]]) if _goes_back(a[1], b[1])]
        found += [f"{called(a)} -> {called(b)}" for (a, _), (b, _) in steps] if len(steps) > 1 else []
    return found


def _column(window: MainWindow, widget: QWidget) -> QWidget | None:
    around = widget.parentWidget()
    while around is not None and around is not window.rail and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around


def _goes_back(here: QRect, there: QRect) -> bool:
    is_above = there.bottom() <= here.top() and there.left() < here.right()
    in_line = there.top() < here.bottom() and there.bottom() > here.top()
    return is_above or (in_line and there.right() <= here.left())


def without_ring(stops: list[QWidget], known: set[object]) -> list[str]:
    """Stops that look no different with the keyboard: too few pixels change by a contrast of three to one.

    One of each kind is looked at; ``known`` remembers the kinds over all screens.
    """
    found = []
    for stop in stops:
        kind = _kind(stop)
        if kind in known:
            continue
        known.add(kind)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if not stop.hasFocus():
            continue  # went on to a part of itself, which is a stop of its own
        focused = _picture(stop)
        stop.clearFocus()
        changed = _changed(focused, _picture(stop))
        needed = (
            stop.width() + stop.height()
        )  # half of its outline, two pixels thick: corners are round, lists hold rows
        if changed < needed:
            found.append(f"{called(stop)} {kind}: {changed} of {needed} pixels")
    return found


def _kind(stop: QWidget) -> tuple[object, ...]:
    is_chosen = isinstance(stop, QAbstractButton) and stop.isChecked()
    return type(stop).__name__, stop.property("role"), stop.property("here"), is_chosen


def _picture(widget: QWidget) -> QImage:
    """The widget on the paper of the window, as it stands there."""
    QApplication.processEvents()
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(current_tokens().paper))
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


def _changed(one: QImage, other: QImage) -> int:
    if one.size() != other.size():
        return 0
    pixels = zip(array("I", bytes(one.constBits())), array("I", bytes(other.constBits())), strict=True)
    pairs: dict[tuple[int, int], int] = {}
    for pair in pixels:
        if pair[0] != pair[1]:
            pairs[pair] = pairs.get(pair, 0) + 1
    return sum(count for pair, count in pairs.items() if _stands_out(*pair))


@cache
def _stands_out(one: int, other: int) -> bool:
    return contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}") >= 3


def misheard(stops: list[QWidget]) -> list[str]:
    """Stops whose role, state or name does not fit what is seen."""
    found = []
    for stop in stops:
        interface = QAccessible.queryAccessibleInterface(stop)
        name, role, state = interface.text(QAccessible.Text.Name), interface.role(), interface.state()
        if isinstance(stop, QAbstractButton):
            seen = " ".join(stop.text().replace("&", "").split()).casefold()
            if seen not in " ".join(name.replace(",", "").split()).casefold().replace("&", ""):
                seen_words, heard = seen.replace(",", ""), " ".join(name.replace(",", "").split()).casefold()
                found += [] if seen_words in heard else [f"{called(stop)} shows {seen!r}"]
            if role not in _ROLES[QAbstractButton]:
                found.append(f"{called(stop)} is heard as {role.name}")
            is_tick = role in _ROLES_OF_A_TICK
            if is_tick is not stop.isCheckable() or (is_tick and bool(state.checked) is not stop.isChecked()):
                found.append(f"{called(stop)} does not tell whether it is chosen")
        elif isinstance(stop, QLineEdit | QPlainTextEdit) and role is not QAccessible.Role.EditableText:
            found.append(f"{called(stop)} is heard as {role.name}")
        elif isinstance(stop, QComboBox) and not interface.text(QAccessible.Text.Value):
            found.append(f"{called(stop)} does not tell what is chosen")
        if bool(state.disabled) is stop.isEnabled() or not state.focusable:
            found.append(f"{called(stop)} does not tell whether it can be used")
    return found


def too_small(window: MainWindow) -> list[str]:
    """What is pressed or dragged and is narrower or lower than a fingertip needs."""
    found = []
    for one in window.findChildren(QWidget):
        pressed = isinstance(one, QAbstractButton | QComboBox | QLineEdit)
        if not one.isVisible() or not (pressed or isinstance(one, QScrollBar)):
            continue
        if min(one.width(), one.height()) < LEAST_TARGET and not _has_words_to_press(one):
            found.append(f"{called(one)}: {one.width()} x {one.height()}")
    return found


def _has_words_to_press(widget: QWidget) -> bool:
    """The box of a tick whose sentence can be pressed as well."""
    around = widget.parentWidget()
    return type(around).__name__ == "TickLine"
