"""A way back in: what the first run asks for before the first report, and may be left at any time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.app_state import AppState
from ui.keys.jobs import KeysOverview, overview
from ui.keys.recovery import Recovery
from ui.screen import Screen, Wish
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


def build(state: AppState, wish: Wish) -> WayBackScreen:
    """The screen, for the open vault."""
    del wish
    return WayBackScreen(state)


class WayBackScreen(Screen):
    """Why, the words, trying them, and then home. The parts are those of the desk."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("a way back in needs an open vault")
        self._session = state.session
        self.title = WrappedLabel("", Role.TITLE)
        self.explanation = WrappedLabel()
        self.ask = WrappedLabel()
        self.recovery = Recovery(state)
        self.go_on = WrappingButton("", Role.PRIMARY)
        self.later = WrappingButton("", Role.QUIET)
        self._build()
        self.recovery.changed.connect(self._look)
        self.recovery.shown.connect(self._show_whole, Qt.ConnectionType.QueuedConnection)
        self.go_on.clicked.connect(self._on_home_wanted)
        self.later.clicked.connect(self._on_home_wanted)
        self.retranslate()
        self._look()

    def first_focus(self) -> QWidget | None:
        """The first choice."""
        return self.recovery.form.first() if self.recovery.making.isVisibleTo(self) else self.later

    def leave(self) -> None:
        """No word stays, neither shown nor typed."""
        self.recovery.leave()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what stopped it."""
        self.recovery.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("A way back in"))
        self.explanation.setText(
            self.tr(
                "A passphrase can be lost, and nobody can reset it. Recovery words on paper let you set a new one. "
                "Make them and try them before they are needed: it takes five minutes."
            )
        )
        self.ask.setText(
            self.tr(
                "Only a supervisor can make the words. Ask one to open this vault and do it. It takes five minutes."
            )
        )
        self.go_on.setText(self.tr("Go on"))
        self.later.setText(self.tr("Later"))
        self.recovery.retranslate()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        self._scroll = ScrollColumn()
        whole.addWidget(self._scroll)
        foot = button_row(self.go_on, self.later)
        for part in (self.title, self.explanation, self.ask, self.recovery, foot):
            self._scroll.add(part)
        self._scroll.column.addStretch(1)
        self.recovery.heading.hide()  # the title says it
        self.ask.hide()
        self.go_on.hide()

    @Slot()
    def _look(self) -> None:
        self.state.runner.run(partial(overview, self._session), self, self._on_seen, self.show_error)

    @Slot(object)
    def _on_seen(self, seen: KeysOverview) -> None:
        way = seen.way_back
        self.recovery.setVisible(way is not None)
        self.recovery.show_overview(seen)
        self.ask.setVisible(way is not None and not way.is_made and not seen.is_supervisor)
        is_done = way is None or not way.is_due
        self.go_on.setVisible(is_done)
        self.later.setVisible(not is_done)
        if is_done:
            for part in (self.recovery.trying, self.recovery.making):  # again, and new words: at the desk
                part.hide()
            self.go_on.setFocus()
            self._show_whole(self.go_on)

    @Slot(object)
    def _show_whole(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part)

    @Slot()
    def _on_home_wanted(self) -> None:
        self.go_to.emit(Wish("today"))
