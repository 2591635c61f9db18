"""A second person types their own passphrase. Seen only where the organisation asks for two people."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared_widgets.secret_field import SecretField
from ui.shared_widgets.wrapped_label import WrappedLabel


class SecondPerson(QWidget):
    """One sentence and one field; hidden, and taking nothing, until it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_asked = False
        self.words = WrappedLabel()
        self.secret = SecretField("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.secret)
        self.hide()
        self.retranslate()

    def ask(self, is_asked: bool) -> None:
        """Show it, or take it away with what was typed."""
        self._is_asked = is_asked
        self.setVisible(is_asked)
        self.secret.clear()

    def take(self) -> bytearray | None:
        """What was typed, for the job to wipe; None where nobody is asked."""
        return self.secret.take() if self._is_asked else None

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.words.setText(self.tr("Your office asks for two people here. Ask a colleague to come to this screen."))
        self.secret.set_label(self.tr("The passphrase of the second person"))
