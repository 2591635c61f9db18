"""A new passphrase, typed twice or taken from a suggestion."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.secret_field import SecretField
from ui.style.roles import Role


class NewPassphrase(QWidget):
    """Two fields that must agree, and a button that asks for a suggestion."""

    suggestion_wanted = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = SecretField("")
        self.again = SecretField("")
        self.suggest = WrappingButton("", Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        foot = QWidget()
        FlowLayout(foot).addWidget(self.suggest)
        for part in (self.first, self.again, foot):
            column.addWidget(part)
        self.suggest.clicked.connect(self.suggestion_wanted)
        self.first.submitted.connect(self.again.edit.setFocus)
        self.again.submitted.connect(self.submitted)

    def name_fields(self, first: str, again: str) -> None:
        """Say whose passphrase it is."""
        self.first.set_label(first)
        self.again.set_label(again)
        self.suggest.setText(self.tr("Suggest one"))
        self.suggest.setAccessibleDescription(first)

    def problem(self) -> str:
        """What is missing, in words; empty when both fields agree."""
        if self.first.is_empty():
            return self.tr("Type the new passphrase first, or let us suggest one.")
        if not self.first.is_same_as(self.again):
            self.again.clear()
            self.again.edit.setFocus()
            return self.tr("The two passphrases are not the same. Type the second one again.")
        return ""

    def take(self) -> bytearray:
        """The passphrase, which the caller wipes; both fields are empty."""
        self.again.clear()
        return self.first.take()

    def clear(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.again.clear()

    @Slot(object)
    def show_suggestion(self, text: str) -> None:
        """Put it in both fields, to be read and written down."""
        self.first.set_text(text)
        self.again.set_text(text)
        self.first.show_button.setChecked(True)
