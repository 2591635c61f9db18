"""One button that says the language and offers the others, each under its own name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.language_words import language_words
from ui.style.roles import Role


class LanguageButton(WrappingButton):
    """Hidden while there is nothing to choose. A lock closes its list as it closes every list."""

    chosen = Signal(str)

    def __init__(self, role: Role = Role.SECTION, parent: QWidget | None = None) -> None:
        super().__init__("", role, "chevron-down", parent)
        self._offered: tuple[tuple[str, bool], ...] = ()
        self._shown = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    def show_languages(self, offered: tuple[tuple[str, bool], ...], shown: str) -> None:
        """Codes, each with whether a native speaker has read it, and the one that is spoken now."""
        self._offered, self._shown = offered, shown
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setText(language_words(self._shown) if self._shown else "")
        give_name(self, self.tr("Language: {name}").format(name=self.text()), self.tr("Choose another language"))
        for action in self._group.actions():
            self._group.removeAction(action)
            self._menu.removeAction(action)
            action.deleteLater()
        for code, is_reviewed in self._offered:
            note = "" if is_reviewed else self.tr(" (not yet reviewed by a native speaker)")
            action = QAction(language_words(code) + note, self._group)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == self._shown)
            self._menu.addAction(action)

    def menu_actions(self) -> list[QAction]:
        """What the list offers."""
        return self._group.actions()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_menu"):
            self.retranslate()

    @Slot()
    def _on_clicked(self) -> None:
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = self.rect().bottomRight() if is_rtl else self.rect().bottomLeft()
        self._menu.popup(self.mapToGlobal(corner))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
