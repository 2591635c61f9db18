"""Where the Tab key goes: through what is on the screen as it is read, however late a part of it was made.

Qt's own order is that of making, so a line that came with an answer would be reached after everything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QScrollArea, QWidget

_REVERSED = (QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.RightToLeft)


def stops_in(root: QWidget) -> list[QWidget]:
    """Everything below ``root`` that the Tab key comes to now, from the first read to the last."""
    return [widget for widget in _as_read(root) if widget is not root and _takes_tab(widget)]


def next_stop(root: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after or before the widget that has the keyboard; round again after the last. None without any."""
    whole = [widget for widget in _as_read(root) if widget is not root]
    place = next((number for number, widget in enumerate(whole) if widget is here), -1 if forward else 0)
    order = [*whole[place + 1 :], *whole[: place + 1]] if forward else [*whole[:place][::-1], *whole[place:][::-1]]
    return next((widget for widget in order if widget is not here and _takes_tab(widget)), None)


def hear_as_read(holder: QWidget) -> None:
    """Let a screen reader come to the parts in the order of the layout, not of their making."""
    layout = holder.layout()
    children = [child for child in holder.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in _placed(layout, children) if layout is not None else ():
        child.raise_()  # to the end of the list of children


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every column around a widget so that all of it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 8, 24)
        around = around.parentWidget()


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled()


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all that is shown in it. What a layout holds comes in its order, the rest as it was made."""
    if widget.isHidden():
        return
    yield widget
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    placed = list(_placed(layout, children)) if layout is not None else []
    known = {id(child) for child in placed}
    for child in (*placed, *(child for child in children if id(child) not in known)):
        if not child.isWindow():
            yield from _as_read(child)


def _placed(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Asks for places only: an item of a layout that is asked for outlives the layout in Python, and does harm."""
    held: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(child), child) for child in children]
    held += [(layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)]
    for _, one in sorted((pair for pair in held if pair[0] >= 0), key=lambda pair: _place(layout, pair[0])):
        if isinstance(one, QLayout):
            yield from _placed(one, children)
        else:
            yield one


def _place(layout: QLayout, number: int) -> tuple[int, ...]:
    if isinstance(layout, QGridLayout):
        row_and_column: tuple[int, ...] = layout.getItemPosition(number)[:2]  # type: ignore[index]  # four numbers
        return row_and_column
    is_reversed = isinstance(layout, QBoxLayout) and layout.direction() in _REVERSED
    return (-number if is_reversed else number,)
