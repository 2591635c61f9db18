"""The first step: choose among all reports, one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from ui.accessibility import announce, give_name
from ui.lists.choosing_model import ChoosingModel
from ui.lists.choosing_row import ChoosingRow
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine

_LIST_HEIGHT = 340  # px; the list scrolls by itself


class Chooser(QWidget):
    """Nothing is chosen at first, and there is no way to choose all at once."""

    go_on = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.how = WrappedLabel()
        self.model = ChoosingModel(today, self)
        self.list = QListView()
        self.count = WrappedLabel("", Role.STRONG)
        self.next = WrappingButton("", Role.SECONDARY)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoosingRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(_LIST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.next)
        for part in (self.how, self.list, self.count, foot):
            column.addWidget(part)
        self.model.chosen_changed.connect(self._on_chosen)
        self.next.clicked.connect(self.go_on)

    def show_reports(self, lines: tuple[CaseLine, ...]) -> None:
        """What there is to choose from; what was chosen is forgotten."""
        self.model.show(lines)
        if lines:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.how.setText(
            self.tr("Choose the reports that should go. The arrow keys move, the space bar chooses or takes back.")
        )
        give_name(self.list, self.tr("Reports to choose from"), self.tr("Space chooses a report or takes it back."))
        chosen = len(self.model.chosen)
        words = self.tr("Chosen: {count} of {all}")
        self.count.setText(words.format(count=chosen, all=self.model.rowCount()))
        self.next.setText(self.tr("See what would go"))
        self.next.setEnabled(chosen > 0)

    @Slot()
    def _on_chosen(self) -> None:
        self.retranslate()
        announce(self.count, self.count.text())
