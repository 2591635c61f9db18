"""What happened, what is safe, what to do: in the screen itself, never in a window that must be closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.errors import Mishap
from ui.accessibility import announce
from ui.languages.mishap_words import mishap_words
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class NoticeBar(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.NOTICE)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        self._icon = Icon("info", 24, "time_ink")
        self._happened = WrappedLabel("", Role.STRONG)
        self._safe = WrappedLabel()
        self._to_do = WrappedLabel()
        words = QVBoxLayout()
        words.setSpacing(4)
        icon_column = QVBoxLayout()
        icon_column.addWidget(self._icon)
        icon_column.addStretch(1)
        row.addLayout(icon_column)
        row.addLayout(words, 1)
        for label in (self._happened, self._safe, self._to_do):
            words.addWidget(label)
        self._mishap: Mishap | None = None
        self.hide()

    def show_mishap(self, mishap: Mishap) -> None:
        """Show the three sentences, in the language of the screen."""
        self.show_words(*mishap_words(mishap))
        self._mishap = mishap

    def show_words(self, what_happened: str, what_is_safe: str = "", what_to_do: str = "") -> None:
        """Show up to three sentences and say them aloud to a screen reader."""
        self._mishap = None
        self._put(what_happened, what_is_safe, what_to_do)
        self.show()
        announce(self, self.text())

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Show a mishap; anything else is our defect and is raised again for the calm screen."""
        if not isinstance(error, Mishap):
            raise error
        self.show_mishap(error)

    @Slot()
    def hide_notice(self) -> None:
        """Nothing is wrong any more."""
        self._mishap = None
        self.hide()

    def text(self) -> str:
        """Everything it says now."""
        return " ".join(label.text() for label in (self._happened, self._safe, self._to_do) if label.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._mishap is not None:
            self._put(*mishap_words(self._mishap))

    def _put(self, *sentences: str) -> None:
        for label, text in zip((self._happened, self._safe, self._to_do), sentences, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
