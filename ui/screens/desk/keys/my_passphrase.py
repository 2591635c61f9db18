"""Change one's own passphrase."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from ui.app_state import AppState
from ui.keys.jobs import change, suggest
from ui.keys.part import KeysPart
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.new_passphrase import NewPassphrase
from ui.shared_widgets.secret_field import SecretField
from ui.style.roles import Role


class MyPassphrase(KeysPart):
    """The old one, the new one twice, one button."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.old = SecretField("")
        self.new = NewPassphrase()
        self.change_button = WrappingButton("", Role.SECONDARY)
        for part in (self.old, self.new, button_row(self.change_button), self.done):
            self.column.addWidget(part)
        self.old.submitted.connect(self.new.first.edit.setFocus)
        self.new.submitted.connect(self._on_change)
        self.new.suggestion_wanted.connect(self._on_suggestion_wanted)
        self.change_button.clicked.connect(self._on_change)

    def leave(self) -> None:
        """Empty every field."""
        self.old.clear()
        self.new.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("My passphrase"))
        self.old.set_label(self.tr("The passphrase I have now"))
        self.new.name_fields(self.tr("My new passphrase"), self.tr("My new passphrase again"))
        self.change_button.setText(self.tr("Change my passphrase"))

    @Slot()
    def _on_suggestion_wanted(self) -> None:
        self.state.runner.run(suggest, self, self.new.show_suggestion, self.show_error)

    @Slot()
    def _on_change(self) -> None:
        problem = self.new.problem()
        if problem:
            self.notice.show_words(problem)
            return
        self.run(partial(change, self.session, self.old.take(), self.new.take()), self._on_changed)

    @Slot(object)
    def _on_changed(self, result: object) -> None:
        del result
        self.say_done(self.tr("Changed. From now on the new passphrase opens this vault."))
