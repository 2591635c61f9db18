"""What can be done with the report on which the keyboard stands, beside opening it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QWidget

from ui.accessibility import give_name
from ui.lists.cases_model import CasesModel
from ui.screen import Wish
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role


class ListActions(QWidget):
    """Each button names the report; Delete in the list leads to erasing it."""

    wish = Signal(object)  # Wish: another screen

    def __init__(self, rows: QListView, model: CasesModel) -> None:
        super().__init__()
        self._rows = rows
        self._model = model
        self.shared = WrappingButton("", Role.QUIET)
        self.erase = WrappingButton("", Role.QUIET)
        self.erase_several = WrappingButton("", Role.QUIET)
        flow = FlowLayout(self, gap=4)
        for button in (self.shared, self.erase, self.erase_several):
            button.hide()
            flow.addWidget(button)
        self.delete_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), rows)
        self.delete_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        rows.selectionModel().currentChanged.connect(self._on_current_changed)
        self.shared.clicked.connect(self._on_shared_wanted)
        self.erase.clicked.connect(self._on_erase_wanted)
        self.erase_several.clicked.connect(self._on_several_wanted)
        self.delete_key.activated.connect(self._on_erase_wanted)

    def forget(self) -> None:
        """No button names a report any more."""
        for button in (self.shared, self.erase):
            button.setText("")
            button.hide()

    def retranslate(self) -> None:
        """Name the report on which the keyboard, or a press of the right button, stands."""
        line = self._model.line(self._rows.currentIndex().row())
        self.erase_several.setText(self.tr("Erase several..."))
        for button in (self.shared, self.erase):
            button.setVisible(line is not None)
        if line is not None:
            self.shared.setText(self.tr("Who has what"))  # short: it shares its line with the other two
            give_name(self.shared, self.tr("Who has what: {label}").format(label=line.label))
            self.erase.setText(self.tr("Erase {label}...").format(label=line.label))

    def _go(self, name: str) -> None:
        line = self._model.line(self._rows.currentIndex().row())
        if line is not None:
            self.wish.emit(Wish(name, {"case_id": line.id}))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        del now, before
        self.retranslate()

    @Slot()
    def _on_shared_wanted(self) -> None:
        self._go("ledger")

    @Slot()
    def _on_erase_wanted(self) -> None:
        self._go("erase")

    @Slot()
    def _on_several_wanted(self) -> None:
        self.wish.emit(Wish("erase_several"))
