"""The narrow rail at the start edge: where to go, and the way to hide everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.screen import Wish
from ui.shared_widgets.icon import line_icon
from ui.style.appearance import current_text_scale, current_tokens
from ui.style.roles import Role, set_role


class Rail(QFrame):
    """Seen only while a vault is open."""

    go_to = Signal(object)  # Wish
    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.RAIL)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(8)
        self.today = self._button()
        self.today.setCheckable(True)
        self.desk = self._button()
        self.desk.setCheckable(True)
        self.library = self._button()
        self.library.setCheckable(True)
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
        self.today.setChecked(screen_name == "today")
        self.library.setChecked(screen_name in ("library", "try_out", "policies"))
        self.desk.setChecked(screen_name == "desk")
        self._draw_icons()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.today.setText(self.tr("Today"))
        self.library.setText(self.tr("Library"))
        self.desk.setText(self.tr("Desk"))
        self.hide_now.setText(self.tr("Hide now\nEsc Esc"))
        give_name(self.hide_now, self.tr("Hide now"), self.tr("Or press Escape twice. Nothing is lost."))
        self.hide_now.setToolTip(self.tr("Esc Esc, or F9. Nothing is lost."))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow language, scheme and text size."""
        super().changeEvent(event)
        if not hasattr(self, "hide_now"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
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
            button.setIcon(line_icon(name, tokens.accent if button.isChecked() else tokens.ink_soft, size))
            button.setIconSize(QSize(size, size))

    @Slot()
    def _on_today_clicked(self) -> None:
        self.today.setChecked(True)  # a second press must not take the mark away
        self.go_to.emit(Wish("today"))

    def _pictures(self) -> tuple[tuple[QToolButton, str], ...]:
        return (self.today, "today"), (self.library, "library"), (self.desk, "desk"), (self.hide_now, "hide")

    @Slot()
    def _on_library_clicked(self) -> None:
        self.library.setChecked(True)
        self.go_to.emit(Wish("library"))

    @Slot()
    def _on_desk_clicked(self) -> None:
        self.desk.setChecked(True)
        self.go_to.emit(Wish("desk"))
