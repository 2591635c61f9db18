"""What the parts that change keys share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.keys.jobs import KeysOverview
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import SaidOnce, WrappedLabel
from ui.style.roles import Role

Result = TypeVar("Result")


class KeysPart(QWidget):
    """A heading, a notice of its own, the parts in ``column``, and a line that says what was done."""

    changed = Signal()  # something is different now: show everything anew

    def __init__(self, state: AppState) -> None:
        super().__init__()
        if state.session is None:
            raise Defect("keys need an open vault")
        self.state = state
        self.session = state.session
        self.heading = WrappedLabel("", Role.HEADING)
        self.notice = NoticeBar()
        self.done = SaidOnce("", Role.HINT)
        self._rest = AtRest(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.notice)

    def run(self, job: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        """Do something that changes the keys; nothing can be pressed meanwhile."""
        self.notice.hide_notice()
        self.done.setText("")
        self._rest.begin()
        self.state.runner.run(job, self, on_done, self.show_error, is_write=True)

    def say_done(self, words: str) -> None:
        """Say that it was done, on the screen and aloud."""
        self._rest.end()
        self.done.setText(words)
        announce(self.done, words)

    def show_overview(self, overview: KeysOverview) -> None:
        """Show how things stand."""

    def leave(self) -> None:
        """Empty every field."""

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say a mishap beside what it concerns."""
        self._rest.end()
        self.notice.show_error(error)
