"""What home reminds of, one thing at a time: recovery words first, then a copy that is due."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.session import OpenVault
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.today.copy_card import CopyCard
from ui.screens.today.recovery_card import RecoveryCard


class Reminders(QWidget):
    """Nothing is shown until the vault was asked, and at most one card."""

    wish = Signal(object)  # Wish: another screen
    failed = Signal(object)  # Exception

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self.recovery = RecoveryCard(state, session)
        self.copy = CopyCard(state, session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.recovery, self.copy):
            column.addWidget(card)
        self.recovery.way_back_wanted.connect(self._on_way_back_wanted)
        self.recovery.looked.connect(self._on_looked)
        self.recovery.failed.connect(self.failed)
        self.copy.desk_wanted.connect(self._on_desk_wanted)
        self.copy.shown.connect(self.recovery.hide)

    def look(self) -> None:
        """Ask the vault."""
        self.recovery.look()

    def put_away(self) -> None:
        """Make room for something else that is to be said."""
        self.recovery.hide()
        self.copy.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.recovery.retranslate()
        self.copy.retranslate()

    @Slot(bool)
    def _on_looked(self, has_words: bool) -> None:
        self.copy.look(is_second=has_words)

    @Slot()
    def _on_way_back_wanted(self) -> None:
        self.wish.emit(Wish("way_back"))

    @Slot()
    def _on_desk_wanted(self) -> None:
        self.wish.emit(Wish("desk"))
