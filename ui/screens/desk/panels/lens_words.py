"""The way to the words that the lens knows."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 28


def build(state: AppState) -> LensWordsPanel:
    """The panel."""
    return LensWordsPanel(state)


class LensWordsPanel(DeskPanel):
    """One sentence and a button; everybody may look."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.why = WrappedLabel()
        self.open = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        FlowLayout(buttons, gap=12).addWidget(self.open)
        for part in (self.why, buttons):
            self.column.addWidget(part)
        self.open.clicked.connect(self._on_open)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Words the lens knows"))
        self.why.setText(
            self.tr("See which words are marked while somebody writes. Try a sentence. Add the words of this office.")
        )
        self.open.setText(self.tr("Open the words"))

    @Slot()
    def _on_open(self) -> None:
        self.go("word_packs")
