"""The reports of this vault as rows of a Qt list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.day_words import day_words

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine

DAYS_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class CasesModel(QAbstractListModel):
    """One row for each report: its label, and in words when it was opened and last worked on."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._lines: tuple[CaseLine, ...] = ()

    def show(self, lines: tuple[CaseLine, ...]) -> None:
        """Show another list."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> CaseLine | None:
        """The report in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many reports; rows have no rows of their own."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and for the ear. Never raises: Qt would swallow it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.label
        if role == DAYS_ROLE:
            return self._days(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.label}. {self._days(line)}"
        return None

    def _days(self, line: CaseLine) -> str:
        said = [self.tr("Opened {day}.").format(day=self._day(line.opened_on))]
        if line.last_touched_on != line.opened_on:
            said.append(self.tr("Last worked on {day}.").format(day=self._day(line.last_touched_on)))
        if line.held_since is not None:  # first: what does not fit is left out at the end
            said.insert(0, self.tr("On hold since {day}.").format(day=day_words(line.held_since)))
        elif line.kept_until is not None:  # one on hold stays beyond any day
            said.insert(0, self.tr("To be erased by {day}.").format(day=day_words(line.kept_until)))
        return " ".join(said)

    def _day(self, day: date) -> str:
        match (self._today - day).days:
            case 0:
                return self.tr("today")
            case 1:
                return self.tr("yesterday")
            case _:
                return day_words(day)
