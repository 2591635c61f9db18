"""How large and how strong the screen is drawn, for the person who unlocked."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from intake.actions.vault.looks import TEXT_PERCENTS, Contrast
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_question_scale
from ui.style.roles import Role

ORDER = 46


def build(state: AppState) -> LooksPanel:
    """The panel."""
    return LooksPanel(state)


class LooksPanel(DeskPanel):
    """Two choices, drawn at once; the window keeps them for the next unlocking."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.what = WrappedLabel()
        self.sizes = ChoiceGroup()
        self.contrasts = ChoiceGroup()
        self.moves = WrappedLabel("", Role.HINT)
        for part in (self.what, self.sizes, self.contrasts, self.moves):
            self.column.addWidget(part)
        self.sizes.chosen.connect(self._on_size)
        self.contrasts.chosen.connect(self._on_contrast)
        app = QApplication.instance()
        if isinstance(app, ForthrightApp):
            app.looks_changed.connect(self._on_looks)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Text and colors"))
        self.what.setText(
            self.tr(
                "For you, each time you unlock. Ctrl and plus makes the text larger on any screen, Ctrl and minus "
                "smaller, Ctrl and 0 as it was. Above 200% the question alone grows."
            )
        )
        self.sizes.show_choices(
            self.tr("Size of the text"), tuple((str(percent), f"{percent}%") for percent in TEXT_PERCENTS)
        )
        self.sizes.choose(str(round(current_question_scale() * 100)))
        self.contrasts.show_choices(
            self.tr("Colors"),
            (
                (Contrast.SYSTEM.value, self.tr("As this computer is set")),
                (Contrast.STRONG.value, self.tr("Strong contrast: white on black")),
                (Contrast.USUAL.value, self.tr("The usual colors")),
            ),
        )
        app = QApplication.instance()
        if isinstance(app, ForthrightApp):
            self.contrasts.choose(app.contrast)
        self.moves.setText(self.tr("Nothing here moves or blinks by itself."))

    @Slot(float, str)
    def _on_looks(self, scale: float, contrast: str) -> None:
        self.sizes.choose(str(round(scale * 100)))
        self.contrasts.choose(contrast)

    @Slot(str)
    def _on_size(self, percent: str) -> None:
        app = QApplication.instance()
        if isinstance(app, ForthrightApp):
            app.set_text_scale(int(percent) / 100)

    @Slot(str)
    def _on_contrast(self, contrast: str) -> None:
        app = QApplication.instance()
        if isinstance(app, ForthrightApp):
            app.set_contrast(contrast)
