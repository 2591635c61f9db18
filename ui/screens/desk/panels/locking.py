"""After how long the program locks itself, and what a lock does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.vault.lock_settings import IDLE_MINUTES_OFFERED, read_idle_minutes, save_idle_minutes
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 50


def build(state: AppState) -> LockingPanel:
    """The panel."""
    return LockingPanel(state)


class LockingPanel(DeskPanel):
    """One choice, kept as soon as it is made."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the locking panel needs an open vault")
        self._session = state.session
        self.what = WrappedLabel()
        self.when = WrappedLabel()
        self.minutes = ChoiceGroup()
        self.kept = WrappedLabel("", Role.HINT)
        parts: tuple[QWidget, ...] = (self.what, self.when, self.minutes, self.kept)
        for part in parts:
            self.column.addWidget(part)
        self.minutes.chosen.connect(self._on_chosen)
        state.runner.run(partial(read_idle_minutes, self._session), self, self._on_read, self.show_error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Locking"))
        self.what.setText(
            self.tr(
                "Press Esc twice, or F9. The screen goes blank at once. What you typed is stored, and the vault is "
                "locked. The program then starts afresh, so that nothing of a report stays in memory."
            )
        )
        self.when.setText(
            self.tr(
                "It also locks by itself when nobody touches it, when the computer goes to sleep, and when its screen "
                "is locked, if your desktop tells us. After you unlock, you are back at the same question."
            )
        )
        self.minutes.show_choices(
            self.tr("Lock when nobody has touched it for"),
            tuple((str(minutes), self._words(minutes)) for minutes in IDLE_MINUTES_OFFERED),
        )
        self.kept.setText("")

    def _words(self, minutes: int) -> str:
        return self.tr("1 minute") if minutes == 1 else self.tr("{count} minutes").format(count=minutes)

    @Slot(str)
    def _on_chosen(self, minutes: str) -> None:
        self.kept.setText("")
        self.notice.hide_notice()
        job = partial(save_idle_minutes, self._session, int(minutes))
        self.state.runner.run(job, self, self._on_kept, self.show_error, is_write=True)

    @Slot(object)
    def _on_read(self, minutes: int) -> None:
        self.retranslate()
        self.minutes.choose(str(minutes))

    @Slot(object)
    def _on_kept(self, minutes: int) -> None:
        self.state.idle_time.set_minutes(minutes)
        self.kept.setText(self.tr("Kept. This time counts from now on."))
        announce(self.kept, self.kept.text())
