"""The ways to the rules themselves, apart from every report: the library, trying facts out, comparing policies."""

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
    """A line and three buttons."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.why = WrappedLabel()
        self.open = WrappingButton("", Role.SECONDARY)
        self.library = WrappingButton("", Role.SECONDARY)
        self.try_out = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.library, self.try_out, self.open):
            flow.addWidget(button)
        self.column.addWidget(self.why)
        self.column.addWidget(buttons)
        self.open.clicked.connect(self._on_open)
        self.library.clicked.connect(self._on_library)
        self.try_out.clicked.connect(self._on_try_out)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Rules and policies"))
        self.why.setText(
            self.tr(
                "Read every rule without a report, or try facts out. See what the policies here cover and what they "
                "leave out. Save it for talks with an office."
            )
        )
        self.open.setText(self.tr("Compare policies"))
        self.library.setText(self.tr("Open the library"))
        self.try_out.setText(self.tr("All cards, and what if"))

    @Slot()
    def _on_open(self) -> None:
        self.go("policies")

    @Slot()
    def _on_library(self) -> None:
        self.go("library")

    @Slot()
    def _on_try_out(self) -> None:
        self.go("try_out")
