"""Parts of a screen that rest while the worker is busy with what was asked there: a second press asks nothing twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class AtRest:
    """The keyboard waits as well, and goes back to where it was, or to the first of them."""

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts
        self._held: QWidget | None = None
        self.is_resting = False

    def begin(self) -> None:
        """Nothing here can be pressed until the worker answers."""
        here = self._parts[0].window().focusWidget()
        if here is not None and any(part is here or part.isAncestorOf(here) for part in self._parts):
            self._held = here
            here.clearFocus()  # else Qt hands it to the next button, and the next press goes there
        self.is_resting = True
        for part in self._parts:
            part.setEnabled(False)

    def end(self) -> None:
        """The worker has answered. Whoever took the keyboard meanwhile keeps it."""
        if not self.is_resting:
            return
        self.is_resting = False
        for part in self._parts:
            part.setEnabled(True)
        held, self._held = self._held, None
        if held is None or self._parts[0].window().focusWidget() is not None:
            return
        may_take_it = [one for one in (held, *self._parts) if isValid(one) and one.isVisible()]
        for one in may_take_it:
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
