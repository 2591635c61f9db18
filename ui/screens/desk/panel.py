"""What every panel of the desk is: a card that can say what went wrong, and forget itself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from ui.app_state import AppState
from ui.screen import Wish
from ui.shared_widgets.card import Card
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class DeskPanel(Card):
    """A heading, a notice that is hidden until needed, and whatever the panel adds to ``column``."""

    wish = Signal(object)  # Wish: another screen
    changed = Signal()  # something that other panels may show is different now

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self.state = state
        self.heading = WrappedLabel("", Role.HEADING)
        self.notice = NoticeBar()
        self.column.addWidget(self.heading)
        self.column.addWidget(self.notice)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""

    def look_again(self) -> None:
        """Another panel changed something; read anew what this one shows of it."""

    def leave(self) -> None:
        """Empty every field."""

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say a mishap in the panel itself; anything else is ours."""
        self.notice.show_error(error)

    def go(self, name: str) -> None:
        """Ask for another screen."""
        self.wish.emit(Wish(name))
