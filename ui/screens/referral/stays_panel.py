"""The walled-off side: what stays in this place whatever is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_SHORT = 24  # characters that are not broken between two lines


def _kept_together(thing: str) -> str:
    return thing.replace(" ", "\N{NO-BREAK SPACE}") if len(thing) <= _SHORT else thing


class StaysPanel(QFrame):
    """Always in sight beside the page, so that the promise can be shown and read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.STAYS_PANEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._title = WrappedLabel("", Role.HEADING)
        head.addWidget(Icon("stays", 24, "stays_ink"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        self._things = WrappedLabel()
        column.addWidget(self._things)
        self.retranslate()

    def show_things(self, things: tuple[str, ...]) -> None:
        """Name what stays."""
        self._things.setText("  ·  ".join(_kept_together(thing) for thing in things))

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._title.setText(self.tr("Stays here"))
