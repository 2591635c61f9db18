"""Keys: my passphrase, the people of the vault, and the way back in when a passphrase is lost."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from intake.errors import Defect
from ui.app_state import AppState
from ui.keys.jobs import KeysOverview, overview
from ui.keys.recovery import Recovery
from ui.screens.desk.keys.my_passphrase import MyPassphrase
from ui.screens.desk.keys.staff import Staff
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.wrapped_label import WrappedLabel

ORDER = 20


def build(state: AppState) -> KeysPanel:
    """The panel."""
    return KeysPanel(state)


class KeysPanel(DeskPanel):
    """Three parts below each other; a practice vault has none of them and says so."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the keys panel needs an open vault")
        self._session = state.session
        self.practice = WrappedLabel()
        self.recovery = Recovery(state)
        self.passphrase = MyPassphrase(state)
        self.staff = Staff(state)
        self._parts = (self.recovery, self.passphrase, self.staff)
        self.column.addWidget(self.practice)
        for part in self._parts:
            self.column.addWidget(part)
            part.changed.connect(self._look)
            part.changed.connect(self.changed)
        self.practice.hide()
        self._look()

    def leave(self) -> None:
        """Empty every field and forget every word."""
        for part in self._parts:
            part.leave()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Keys"))
        self.practice.setText(self.tr("A practice vault has no keys. Open your own vault to change them."))
        for part in self._parts:
            part.retranslate()

    def look_again(self) -> None:
        """Whether a second person is asked for may be different."""
        self._look()

    @Slot()
    def _look(self) -> None:
        self.state.runner.run(partial(overview, self._session), self, self._on_seen, self.show_error)

    @Slot(object)
    def _on_seen(self, seen: KeysOverview) -> None:
        has_keys = seen.way_back is not None
        self.practice.setVisible(not has_keys)
        for part in self._parts:
            part.setVisible(has_keys)
            part.show_overview(seen)
