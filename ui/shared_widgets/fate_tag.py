"""The small tag that says what becomes of an answer, with a picture and a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from intake.questions.model import Fate
from ui.accessibility import give_name
from ui.shared_widgets.icon import Icon
from ui.style.roles import Role, refresh_style, set_role

_LOOKS: dict[Fate, tuple[Role, str, str]] = {
    Fate.WITH_PERMISSION: (Role.TAG_PERMISSION, "permission", "shared_ink"),
    Fate.STAYS: (Role.TAG_STAYS, "stays", "stays_ink"),
    Fate.NOT_SAVED: (Role.TAG_NOTSAVED, "not-saved", "unsaved_ink"),
}


class FateTag(QFrame):
    """The promise made visible. The advocate can read it out."""

    def __init__(self, fate: Fate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fate = fate
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        self._icon = Icon("stays", 18, "stays_ink")
        self._words = QLabel()
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.set_fate(fate)

    def set_fate(self, fate: Fate) -> None:
        """Show another fate."""
        if fate is self._fate and self._words.text():
            return
        self._fate = fate
        role, icon, colour = _LOOKS[fate]
        set_role(self, role)
        refresh_style(self._words)  # its colour hangs on the role of the tag around it
        self._icon.set_icon(icon, colour)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        words = {
            Fate.WITH_PERMISSION: self.tr("only with permission"),
            Fate.STAYS: self.tr("stays here"),
            Fate.NOT_SAVED: self.tr("not saved"),
        }[self._fate]
        self._words.setText(words)
        give_name(self, words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
