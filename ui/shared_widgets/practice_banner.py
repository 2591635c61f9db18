"""The stripe that nobody can overlook: these people are invented."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class PracticeBanner(QFrame):
    """Stands above every screen of a training vault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.BANNER_PRACTICE)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        self._words = WrappedLabel("", Role.BANNER_PRACTICE)
        row.addWidget(Icon("practice", 22, "practice_ink"))
        row.addWidget(self._words, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._words.setText(self.tr("Practice: invented people. Nothing here is kept."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
