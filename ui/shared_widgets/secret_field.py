"""A field for a passphrase: dots, a way to look at them, and nothing learned by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.privacy import guard_text
from ui.secret_text import take_secret, wipe_text
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_LONGEST = 1000  # characters; far beyond any passphrase, small enough to stay quick


class SecretField(QWidget):
    """Label, field and the *Show* button."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LONGEST)
        guard_text(self.edit)
        self.label = WrappedLabel("", Role.STRONG)
        self.label.setBuddy(self.edit)
        self.show_button = WrappingButton("", Role.QUIET, "eye")
        self.show_button.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_button)
        column.addWidget(self.label)
        column.addLayout(row)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self.submitted)
        self.show_button.toggled.connect(self._on_show_toggled)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Name the field, on the screen and to a screen reader."""
        self.label.setText(label)
        self.edit.setAccessibleName(label)
        self._name_button()

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a suggested passphrase in."""
        self.edit.setText(text)
        self.edited.emit()

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self.edit.displayText() == ""

    def is_same_as(self, other: SecretField) -> bool:
        """Whether both hold the same words; no copy stays behind."""
        mine, theirs = self.edit.text(), other.edit.text()
        is_same = mine == theirs
        wipe_text(mine)
        wipe_text(theirs)
        return is_same

    def take(self) -> bytearray:
        """The passphrase, which the caller wipes; the field is empty and covered again."""
        secret = take_secret(self.edit)
        self.show_button.setChecked(False)
        return secret

    def clear(self) -> None:
        """Empty the field and cover it."""
        self.edit.clear()
        self.show_button.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_button()

    def _name_button(self) -> None:
        is_shown = self.show_button.isChecked()
        self.show_button.setText(self.tr("Cover") if is_shown else self.tr("Show"))
        self.show_button.setAccessibleDescription(self.label.text())

    @Slot(bool)
    def _on_show_toggled(self, is_shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.show_button.set_icon_name("eye-off" if is_shown else "eye")
        self._name_button()
