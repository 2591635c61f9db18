"""Below the table: the words of the row, and why the policy stands to it as it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.protections.comparison.view import CellView, PolicyColumn, RowView
from ui.screens.policies.looks import LOOKS
from ui.shared_widgets.card import Card
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ReasonCard(Card):
    """One cell of the table in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._title = WrappedLabel("", Role.HEADING)
        self._words = WrappedLabel()
        self._written = WrappedLabel("", Role.HINT)
        self._icon = Icon("open")
        self._standing = WrappedLabel("", Role.STRONG)
        self._reason = WrappedLabel()
        self._looked = WrappedLabel("", Role.HINT)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._standing, 1)
        for part in (self._title, self._words, self._written):
            self.column.addWidget(part)
        self.column.addLayout(line)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._looked)

    def show_cell(self, row: RowView, cell: CellView, policy: PolicyColumn) -> None:
        """Show another cell."""
        self._title.setText(row.title)
        self._words.setText(row.words)
        self._written.setText(row.where)
        self._icon.set_icon(*LOOKS[cell.standing])
        self._standing.setText(f"{policy.short_name}: {cell.word}")
        self._reason.setText(cell.reason)
        self._looked.setText(cell.where)

    def text(self) -> str:
        """Everything it says now."""
        parts = (self._title, self._words, self._written, self._standing, self._reason, self._looked)
        return "\n".join(part.text() for part in parts)
