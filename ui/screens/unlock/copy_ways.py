"""The ways in for a vault that is broken or gone: a copy, or what can still be read."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.style.roles import Role


class CopyWays(QWidget):
    """Two quiet buttons; each leads to a screen of its own."""

    wanted = Signal(str)  # the name of the screen

    def __init__(self) -> None:
        super().__init__()
        self.put_back = WrappingButton("", Role.QUIET, "cases")
        self.read_out = WrappingButton("", Role.QUIET, "page")
        row = FlowLayout(self, 4)
        row.addWidget(self.put_back)
        row.addWidget(self.read_out)
        self.put_back.clicked.connect(self._on_put_back)
        self.read_out.clicked.connect(self._on_read_out)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.put_back.setText(self.tr("Put back a copy"))
        self.read_out.setText(self.tr("Read out what can be read"))

    @Slot()
    def _on_put_back(self) -> None:
        self.wanted.emit("restore")

    @Slot()
    def _on_read_out(self) -> None:
        self.wanted.emit("salvage")
