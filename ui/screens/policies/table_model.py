"""The table as Qt asks for it: one row for each thing to look for, one column for each policy that is shown."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.protections.comparison.view import CellView, ComparisonView, RowView
from ui.screens.policies.looks import LOOKS
from ui.shared_widgets.icon import line_icon
from ui.style.appearance import current_text_scale, current_tokens

ICON_SIZE = 20  # px
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ComparisonModel(QAbstractTableModel):
    """A single policy gets a second column with the reason; with several the reason stands below the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view: ComparisonView | None = None
        self._rows: tuple[RowView, ...] = ()
        self._reason_words = ""

    def show_view(self, view: ComparisonView, reason_words: str) -> None:
        """Show another comparison; ``reason_words`` heads the column of reasons."""
        self.beginResetModel()
        self._view, self._rows, self._reason_words = view, view.rows, reason_words
        self.endResetModel()

    @property
    def has_reasons(self) -> bool:
        """Whether the last column holds reasons."""
        return self._view is not None and len(self._view.policies) == 1

    def row_at(self, row: int) -> RowView | None:
        """The row of the comparison, if there is one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def cell_at(self, index: _Index) -> CellView | None:
        """The cell under ``index``; in the column of reasons, the one whose reason it is."""
        row = self.row_at(index.row())
        return row.cells[min(index.column(), len(row.cells) - 1)] if row and row.cells else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many things there are to look for."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many policies are shown, and the reasons of a single one."""
        if parent.isValid() or self._view is None:
            return 0
        return len(self._view.policies) + int(self.has_reasons)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The word with its shape; to a screen reader the reason as well."""
        cell = self.cell_at(index)
        if cell is None:
            return None
        is_reason = self.has_reasons and index.column() == 1
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.reason if is_reason else cell.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(index)
        if role == Qt.ItemDataRole.DecorationRole and not is_reason:
            name, colour = LOOKS[cell.standing]
            return line_icon(name, getattr(current_tokens(), colour), round(ICON_SIZE * current_text_scale()))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the policies above, what to look for at the side."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or self._view is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.row_at(section)
            return row.title if row else None
        names = tuple(policy.short_name for policy in self._view.policies)
        return (*names, self._reason_words)[section] if section < self.columnCount() else None

    def _heard(self, index: _Index) -> str:
        row, cell = self.row_at(index.row()), self.cell_at(index)
        if row is None or cell is None or self._view is None:
            return ""
        policy = next(one for one in self._view.policies if one.id == cell.policy)
        return f"{row.title}. {policy.short_name}: {cell.word}. {cell.reason}"
