"""Below the table: the words of the row, and why the policy stands to it as it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.protections.comparison.view import CellView, ComparisonView, RowView
from ui.screens.policies.looks import LOOKS
from ui.shared_widgets.card import Card
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ReasonCard(Card):
    """One cell of the table in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._group = WrappedLabel("", Role.LABEL)
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
        for part in (self._group, self._title, self._words, self._written):
            self.column.addWidget(part)
        self.column.addLayout(line)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._looked)

    def show_cell(self, row: RowView, cell: CellView, view: ComparisonView) -> None:
        """Show another cell of ``view``."""
        policy = next(one for one in view.policies if one.id == cell.policy)
        self._group.setText(next(group.title for group in view.groups if row in group.rows))
        self._title.setText(row.title)
        self._words.setText(row.words)
        self._written.setText(row.where)
        self._icon.set_icon(*LOOKS[cell.standing])
        self._standing.setText(f"{policy.short_name}: {cell.word}")
        self._reason.setText(cell.reason)
        self._looked.setText(cell.where)

    def text(self) -> str:
        """Everything it says now."""
        parts = (self._group, self._title, self._words, self._written, self._standing, self._reason, self._looked)
        return "\n".join(part.text() for part in parts)
