"""A reminder of the recovery words: to make them, to ask for them, or to try them (again)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot

from intake.actions.session import OpenVault
from ui.app_state import AppState
from ui.screens.today.presenter import Reminder, reminder
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class RecoveryCard(Card):
    """Hidden until there is something to say."""

    way_back_wanted = Signal()
    looked = Signal(bool)  # whether it has something to say
    failed = Signal(object)  # Exception

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._reminder = Reminder.NOTHING
        self.words = WrappedLabel()
        self.button = WrappingButton("", Role.SECONDARY, "key")
        self.column.addWidget(self.words)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.clicked.connect(self.way_back_wanted)
        self.hide()

    def look(self) -> None:
        """Ask the vault, then show it or stay hidden."""
        self._state.runner.run(partial(reminder, self._session), self, self._on_known, self.failed.emit)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        words = {
            Reminder.NOTHING: "",
            Reminder.MAKE: self.tr(
                "Make a recovery way first. Without it, a lost passphrase is a lost vault. It takes five minutes."
            ),
            Reminder.ASK_FOR_THEM: self.tr(
                "There is no recovery way yet. Without it, a lost passphrase is a lost vault. "
                "Ask a supervisor to make one."
            ),
            Reminder.TRY: self.tr("The newest recovery words have not been tried yet. Try them now, from the paper."),
            Reminder.TRY_AGAIN: self.tr(
                "It is three months since the recovery words were tried. Try them again, from the paper."
            ),
        }
        is_made = self._reminder in (Reminder.TRY, Reminder.TRY_AGAIN)
        self.words.setText(words[self._reminder])
        self.button.setText(self.tr("Try recovery words") if is_made else self.tr("Make recovery words"))
        self.button.setVisible(self._reminder is not Reminder.ASK_FOR_THEM)

    @Slot(object)
    def _on_known(self, found: Reminder) -> None:
        self._reminder = found
        self.retranslate()
        self.setVisible(found is not Reminder.NOTHING)
        self.looked.emit(found is not Reminder.NOTHING)
