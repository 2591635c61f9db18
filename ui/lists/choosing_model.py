"""The reports as rows that can be chosen, each on its own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.lists.cases_model import CasesModel

_Index = QModelIndex | QPersistentModelIndex


class ChoosingModel(CasesModel):
    """Ids and labels only, as the list it extends; forgotten with it."""

    chosen_changed = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(today, parent)
        self._chosen: set[str] = set()
        self.modelReset.connect(self._chosen.clear)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of those chosen, in the order of the list."""
        lines = (self.line(row) for row in range(self.rowCount()))
        return tuple(line.id for line in lines if line is not None and line.id in self._chosen)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every row can be ticked, by mouse, by Space and by a screen reader."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As before, and whether the row is chosen, for the eye and for the ear."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        is_chosen = line.id in self._chosen
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("Chosen.") if is_chosen else self.tr("Not chosen.")
            return f"{super().data(index, role)} {words}"
        return super().data(index, role)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's
        """Choose a row or take it back."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(line.id)
        else:
            self._chosen.discard(line.id)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole])
        self.chosen_changed.emit()
        return True

    def toggle(self, index: _Index) -> None:
        """Choose what was not chosen, take back what was."""
        is_chosen = self.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.setData(
            index, Qt.CheckState.Unchecked if is_chosen else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )
