"""A reminder that the last copy is old, with the button that makes one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from intake.actions.session import OpenVault
from ui.accessibility import announce
from ui.app_state import AppState
from ui.day_words import day_words
from ui.screens.today.presenter import CopyReminder, copy_now, copy_reminder
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class CopyCard(Card):
    """Hidden until a copy is due."""

    desk_wanted = Signal()
    shown = Signal()

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._reminder = CopyReminder(is_due=False)
        self._is_second = False
        self.words = WrappedLabel()
        self.notice = NoticeBar()
        self.button = WrappingButton("", Role.SECONDARY)
        for part in (self.words, self.notice):
            self.column.addWidget(part)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    def look(self, *, is_second: bool) -> None:
        """Show it if a copy is due; behind another reminder only where one press is enough."""
        self._is_second = is_second
        self._state.runner.run(partial(copy_reminder, self._session), self, self._on_known, self.notice.show_error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        words = self.tr("There is no copy of these reports yet. If this computer breaks, they are lost.")
        if self._reminder.last_on is not None:
            last = self.tr("The last copy is from {day}. It is time for a new one.")
            words = last.format(day=day_words(self._reminder.last_on))
        place = self._reminder.place
        if place is not None:
            words = f"{words} {self.tr('It goes to {place}').format(place=breakable(place))}"
        self.words.setText(words)
        self.button.setText(self.tr("Make a copy now") if place else self.tr("Choose a place and make a copy"))

    @Slot(object)
    def _on_known(self, reminder: CopyReminder) -> None:
        self._reminder = reminder
        self.retranslate()
        is_wanted = reminder.is_due and (reminder.place is not None or not self._is_second)
        self.setVisible(is_wanted)
        if is_wanted:
            self.shown.emit()

    @Slot()
    def _on_clicked(self) -> None:
        place: Path | None = self._reminder.place
        if place is None:
            self.desk_wanted.emit()
            return
        self.notice.hide_notice()
        self.button.setEnabled(False)
        self.words.setText(self.tr("Making the copy and opening it"))
        job = partial(copy_now, self._session, place)
        self._state.runner.run(job, self, self._on_made, self._on_failed, is_write=True)

    @Slot(object)
    def _on_made(self, count: int) -> None:
        words = self.tr("The copy was opened and is good. Reports in it: {count}.").format(count=count)
        self.words.setText(words)
        self.button.hide()
        announce(self, words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.retranslate()
        self.button.setEnabled(True)
        self.notice.show_error(error)
