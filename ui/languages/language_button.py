"""One button that says the language and offers the others, each under its own name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.accessibility import give_name
from ui.languages.languages import Languages
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.language_words import language_words
from ui.style.roles import Role


class LanguageButton(WrappingButton):
    """Hidden while there is nothing to choose. A lock closes its list as it closes every list."""

    chosen = Signal(str)

    def __init__(self, role: Role = Role.SECTION, parent: QWidget | None = None) -> None:
        super().__init__("", role, "language", parent)
        self._offered: tuple[tuple[str, bool], ...] = ()
        self._shown = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where somebody is writing
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

    def show_all(self, languages: Languages) -> None:
        """Every language that is shipped."""
        offered = tuple((code, languages.is_reviewed(code)) for code in languages.offered())
        self.show_languages(offered, languages.shown)

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


class DeskLanguageButton(LanguageButton):
    """For the locked screen: what is chosen is spoken at once, and becomes that of whoever unlocks."""

    def __init__(self, languages: Languages) -> None:
        super().__init__(Role.QUIET)
        self._languages = languages
        self.chosen.connect(self._on_chosen)
        languages.changed.connect(self._on_changed)
        self._on_changed()

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        self._languages.is_chosen = True
        self._languages.speak_at_desk(code)

    @Slot()
    def _on_changed(self) -> None:
        self.show_all(self._languages)
