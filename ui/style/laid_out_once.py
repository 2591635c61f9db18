"""Many changes, one layout: showing one widget else lays out everything around it, up to the window, at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(*layouts: QLayout) -> Iterator[None]:
    """Let layouts rest meanwhile, the outermost named first. At the end all is in its place before it is painted."""
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for layout in reversed(layouts):
            _settle(layout, None if layout is layouts[0] else layouts[0])


def _settle(layout: QLayout | None, until: QLayout | None) -> None:
    """Lay this one out, and as when a widget is shown those around it; ``until``: one whose turn comes later."""
    while layout is not None and layout is not until and layout.isEnabled():
        holder = layout.parentWidget()
        if holder is None or not holder.isVisible():
            return
        layout.activate()
        around = holder.parentWidget()
        layout = around.layout() if around is not None and not holder.isWindow() else None
