"""What every screen is: a widget that can say where it wants to go, what is unsaved, and can forget itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from ui.app_state import AppState


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a screen would like to go; ``args`` are plain values such as a case id."""

    name: str
    args: Mapping[str, object] = field(default_factory=dict, repr=False)


class Screen(QWidget):
    """Base of all screens. Made by ``build(state, wish)`` in ``ui/screens/<name>/screen.py``.

    The navigator makes a screen when it is wanted and destroys it when it is left.
    """

    go_to = Signal(object)  # Wish
    vault_wanted = Signal(object)  # a job that opens a vault; the lock keeper runs it
    hide_wanted = Signal()
    alone = Signal(bool)  # whether nothing else of the program may be seen beside it

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self.state = state

    def pending_text(self) -> Callable[[], object] | None:
        """A job that stores what was typed and is not stored yet, or None. Called on leaving and on hiding."""
        return None

    def leave(self) -> None:
        """Empty every field, stop every timer. Called once, before the screen is destroyed."""

    def first_focus(self) -> QWidget | None:
        """The widget that has the keyboard when the screen appears (None: the first in tab order)."""
        return None

    def show_error(self, error: Exception) -> None:
        """A wanted vault did not open. Screens that want vaults say so; to the others it is a defect."""
        raise error

    def retranslate(self) -> None:
        """Set every text anew; called when the language changes."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
