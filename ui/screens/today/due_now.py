"""What may run out in the next two days, and which report's last day has come: nothing that was said stands here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.actions.session import OpenVault
from intake.actions.time_limits.panel import DueSoon
from ui.accessibility import give_name
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.today.to_erase import ToErase
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale
from ui.style.roles import Role

_SEEN = 3
"""Lines at the usual text size; the list of reports has to stay in sight."""


class DueNow(QWidget):
    """Nothing of it shows while nothing is due."""

    wish = Signal(object)  # Wish: the report
    failed = Signal(object)  # Exception
    erased = Signal()

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._due: tuple[DueSoon, ...] = ()
        self.heading = WrappedLabel("", Role.HEADING)
        self.buttons = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.heading)
        self.more = WrappedLabel("", Role.HINT)
        self.to_erase = ToErase(state, session)
        self._column.addWidget(self.to_erase)
        self.to_erase.wish.connect(self.wish)
        self.to_erase.erased.connect(self.erased)
        self.to_erase.changed.connect(self._show)
        self.buttons.idClicked.connect(self._on_clicked)
        self.hide()

    def look(self) -> None:
        """Ask the vault."""
        self._state.runner.run(partial(_due, self._session), self, self._on_known, self._on_failed)
        self.to_erase.look()

    def forget(self) -> None:
        """Take every line away."""
        self._on_known(())
        self.to_erase.forget()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Due now"))
        self.to_erase.retranslate()
        rest = len(self._due) - len(self.buttons.buttons())
        self.more.setText(self.tr("And {count} more, in the reports below.").format(count=rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)
        for number, line in enumerate(self._due[: len(self.buttons.buttons())]):
            button = self.buttons.button(number)
            words = self.tr("{words} Report {name}").format(words=line.words, name=line.case_label)
            button.setText(words)
            give_name(button, words, self.tr("Opens the report."))

    @Slot(object)
    def _on_known(self, due: tuple[DueSoon, ...]) -> None:
        for button in self.buttons.buttons():
            self.buttons.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._due = due
        self._column.removeWidget(self.more)
        for number in range(min(len(due), max(round(_SEEN / current_text_scale()), 1))):
            button = WrappingButton("", Role.SECTION, "clock")
            self.buttons.addButton(button, number)
            self._column.insertWidget(1 + number, button)
        self._column.insertWidget(1 + len(self.buttons.buttons()), self.more)
        self.retranslate()
        self._show()

    @Slot()
    def _show(self) -> None:
        self.to_erase.setVisible(self.to_erase.has_words or not self.to_erase.notice.isHidden())
        self.setVisible(bool(self._due) or self.to_erase.has_words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.wish.emit(Wish("interview", {"case_id": self._due[number].case_id}))


def _due(session: OpenVault) -> tuple[DueSoon, ...]:
    from intake.actions.time_limits.due_soon import due_soon

    return due_soon(session)
