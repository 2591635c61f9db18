"""The desk: one panel below the other, found by their files."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from intake.errors import Defect
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.desk import panels
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


def build(state: AppState, wish: Wish) -> DeskScreen:
    """The desk of the open vault."""
    del wish
    return DeskScreen(state)


def make_panels(state: AppState) -> list[DeskPanel]:
    """Every panel, in the order that the files say."""
    found = pkgutil.iter_modules(panels.__path__)
    modules = [import_module(f"{panels.__name__}.{one.name}") for one in found]
    return [module.build(state) for module in sorted(modules, key=lambda module: int(module.ORDER))]


class DeskScreen(Screen):
    """Holds the panels and nothing of its own."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the desk needs an open vault")
        self.title = WrappedLabel("", Role.TITLE)
        self.panels = make_panels(state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        scroll.add(self.title)
        for panel in self.panels:
            panel.wish.connect(self.go_to)
            panel.changed.connect(self._on_changed)
            scroll.add(panel)
        scroll.column.addStretch(1)
        self.retranslate()

    def leave(self) -> None:
        """Every panel forgets."""
        for panel in self.panels:
            panel.leave()

    @Slot()
    def _on_changed(self) -> None:
        for panel in self.panels:
            if panel is not self.sender():
                panel.look_again()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Desk"))
        for panel in self.panels:
            panel.retranslate()
