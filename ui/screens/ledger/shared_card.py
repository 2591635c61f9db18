"""One permission: who has what, until when, on which file, and how to end it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.actions.ledger.who_has_what import Shared
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.permission_words import permission_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_GROUP = 8  # letters of a fingerprint that stand together


class SharedCard(Card):
    """Says first whether the permission is in force."""

    taken_back = Signal(str)
    happened = Signal(str)

    def __init__(self, shared: Shared) -> None:
        super().__init__("holds" if shared.release.state == "valid" else "open")
        self._shared = shared
        self._name = WrappedLabel("", Role.STRONG)
        self._state = WrappedLabel()
        self._what = WrappedLabel("", Role.HINT)
        self._files = WrappedLabel("", Role.HINT)
        self.back = WrappingButton("")
        self.over = WrappingButton("")
        self.named = TickLine()
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        row.addWidget(self.back)
        row.addWidget(self.over)
        is_valid = shared.release.state == "valid"
        buttons.setVisible(is_valid)
        self.over.setVisible(bool(shared.release.event_expiry))
        for part in (self._name, self._state, self._what, self._files, buttons, self.named):
            self.column.addWidget(part)
        self.back.clicked.connect(self._on_back)
        self.over.clicked.connect(self._on_over)
        self.retranslate()

    @property
    def release_id(self) -> str:
        """Which permission this is."""
        return self._shared.release.id

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        release = self._shared.release
        self._name.setText(release.recipient_name)
        self._state.setText(permission_words(release))
        what = self.tr("For: {purpose}. Named in it: {items}.")
        self._what.setText(what.format(purpose=self._shared.purpose, items="; ".join(self._shared.items)))
        files = [
            self.tr("File saved {day}. Its fingerprint: {mark}").format(day=day_words(file.on), mark=_mark(file.sha256))
            for file in self._shared.files
        ]
        self._files.setText("\n".join(files) or self.tr("No file was saved with this permission."))
        self.back.setText(self.tr("Take back permission"))
        self.over.setText(self.tr("This has happened"))
        give_name(self.back, self.tr("Take back permission: {place}").format(place=release.recipient_name))
        give_name(self.over, self.tr("This has happened: {event}").format(event=release.event_expiry))
        self.named.show_words(
            self.tr("Name this place on the person's page: {place}").format(place=release.recipient_name)
        )

    @Slot()
    def _on_back(self) -> None:
        self.taken_back.emit(self.release_id)

    @Slot()
    def _on_over(self) -> None:
        self.happened.emit(self.release_id)


def _mark(sha256: str) -> str:
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))
