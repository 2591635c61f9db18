"""A plain mark and a plain name: nothing that tells what the program is for."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.shared_widgets.icon import Icon
from ui.style.roles import Role, set_role


class Mark(QWidget):
    """The door and the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        name = QLabel("Forthright")
        set_role(name, Role.TITLE)
        row.addWidget(Icon("mark", 40, "accent"))
        row.addWidget(name)
