"""As what the page is saved, what that is for, and the key of a format that is locked for a partner."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.formats import FormatLine
from ui.accessibility import announce
from ui.shared_widgets.form_parts import ChoiceGroup, Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_PUBLIC_KEY, _PASSPHRASE = "public_key", "passphrase"


class FormatChoice(QWidget):
    """One format is always chosen; the usual one from the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._lines: dict[str, FormatLine] = {}
        self.group = ChoiceGroup(Role.NONANSWER)
        self.group.chosen.connect(self._on_chosen)
        self._what_for = WrappedLabel("", Role.HINT)
        self._words_later = WrappedLabel("", Role.HINT)
        self.key = Field()
        for part in (self.group, self._what_for, self._words_later, self.key):
            column.addWidget(part)
        self._kept_key = ""
        self.retranslate()

    def show_formats(self, formats: tuple[FormatLine, ...], kept_key: str) -> None:
        """Offer the formats; ``kept_key`` is the public key last used for this place."""
        self.setVisible(bool(formats))
        self._lines = {line.id: line for line in formats}
        if kept_key != self._kept_key:
            self._kept_key = kept_key
            self.key.edit.setText(kept_key)
        self.retranslate()
        if formats and not self.group.value():
            self.group.choose(formats[0].id)
        self._show_chosen()

    def value(self) -> str:
        """The id of the format, or nothing while none is offered."""
        return self.group.value()

    def public_key(self) -> str:
        """The partner's key, where the format takes one."""
        return self.key.text() if self._needs() == _PUBLIC_KEY else ""

    def clear(self) -> None:
        """The usual format again, and no key."""
        self._kept_key = ""
        self.key.edit.clear()
        self.group.choose("")

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        choices = tuple((line.id, line.name) for line in self._lines.values())
        self.group.show_choices(self.tr("Save it as"), choices)
        self.key.show_label(self.tr("The partner's public key. It begins with age1."))
        self._words_later.setText(
            self.tr("We make the words when the file is saved and show them once. Have a pen ready.")
        )

    def _needs(self) -> str:
        line = self._lines.get(self.group.value())
        return line.needs if line else ""

    def _show_chosen(self) -> None:
        line = self._lines.get(self.group.value())
        self._what_for.setText(line.what_for if line else "")
        self.key.setVisible(self._needs() == _PUBLIC_KEY)
        self._words_later.setVisible(self._needs() == _PASSPHRASE)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        del name
        self._show_chosen()
        announce(self, self._what_for.text())
