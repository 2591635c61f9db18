"""The way to the comparison of policies: work on the rules themselves, apart from every report."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 60


def build(state: AppState) -> PoliciesPanel:
    """The panel."""
    return PoliciesPanel(state)


class PoliciesPanel(DeskPanel):
    """A line and a button."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.why = WrappedLabel()
        self.open = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        FlowLayout(buttons, gap=12).addWidget(self.open)
        self.column.addWidget(self.why)
        self.column.addWidget(buttons)
        self.open.clicked.connect(self._on_open)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Policies side by side"))
        self.why.setText(
            self.tr("See what the policies here cover and what they leave out. Save it for talks with an office.")
        )
        self.open.setText(self.tr("Compare policies"))

    @Slot()
    def _on_open(self) -> None:
        self.go("policies")
