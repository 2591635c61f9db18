"""The narrow rail at the start edge: where to go, and the way to hide everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.screen import Wish
from ui.shared_widgets.icon import line_icon
from ui.style.appearance import current_text_scale, current_tokens
from ui.style.facing import turn_edges
from ui.style.roles import Role, refresh_style, set_role


class Rail(QFrame):
    """Seen only while a vault is open."""

    go_to = Signal(object)  # Wish
    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.RAIL)
        turn_edges(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(8)
        self._here: QToolButton | None = None
        self.today = self._button()
        self.desk = self._button()
        self.library = self._button()
        self.hide_now = self._button()
        column.addWidget(self.today)
        column.addWidget(self.library)
        column.addWidget(self.desk)
        column.addStretch(1)
        column.addWidget(self.hide_now)
        self.today.clicked.connect(self._on_today_clicked)
        self.library.clicked.connect(self._on_library_clicked)
        self.desk.clicked.connect(self._on_desk_clicked)
        self.hide_now.clicked.connect(self.hide_wanted)
        self.retranslate()
        self._draw_icons()

    def set_here(self, screen_name: str) -> None:
        """Mark the place that is on the screen."""
        places = {"today": self.today, "desk": self.desk, "library": self.library}
        self._here = places.get("library" if screen_name in ("try_out", "policies") else screen_name)
        for button in places.values():
            button.setProperty("here", button is self._here)
            refresh_style(button)
        self._draw_icons()
        self._name_places()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.today.setText(self.tr("Today"))
        self.library.setText(self.tr("Library"))
        self.desk.setText(self.tr("Desk"))
        self.hide_now.setText(self.tr("Hide now\nEsc Esc"))
        give_name(self.hide_now, self.hide_now.text().replace("\n", ", "), self.tr("Nothing is lost."))
        self._name_places()
        self.hide_now.setToolTip(self.tr("Esc Esc, or F9. Nothing is lost."))

    def _name_places(self) -> None:
        """Whoever hears the screen is told where they are by a word, as whoever sees it by the mark."""
        for button in (self.today, self.library, self.desk):
            here = self.tr("{place}: you are here").format(place=button.text())
            give_name(button, here if button is self._here else button.text())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow language, its direction, scheme and text size."""
        super().changeEvent(event)
        if not hasattr(self, "hide_now"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            turn_edges(self)
        elif event.type() == QEvent.Type.StyleChange:
            self._draw_icons()

    def _button(self) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        set_role(button, Role.RAIL_BUTTON)
        return button

    def _draw_icons(self) -> None:
        tokens = current_tokens()
        size = round(24 * current_text_scale())
        for button, name in self._pictures():
            button.setIcon(line_icon(name, tokens.accent if button is self._here else tokens.ink_soft, size))
            button.setIconSize(QSize(size, size))

    @Slot()
    def _on_today_clicked(self) -> None:
        self.go_to.emit(Wish("today"))

    def _pictures(self) -> tuple[tuple[QToolButton, str], ...]:
        return (self.today, "today"), (self.library, "library"), (self.desk, "desk"), (self.hide_now, "hide")

    @Slot()
    def _on_library_clicked(self) -> None:
        self.go_to.emit(Wish("library"))

    @Slot()
    def _on_desk_clicked(self) -> None:
        self.go_to.emit(Wish("desk"))
