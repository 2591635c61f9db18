"""Whether the report is on hold, and the one button that changes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.day_words import day_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class HoldCard(Card):
    """Says since when, never who asked."""

    hold_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._since: date | None = None
        self._ended: date | None = None
        self.words = WrappedLabel()
        self.button = WrappingButton("", Role.SECONDARY)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.button)
        self.column.addWidget(self.words)
        self.column.addWidget(foot)
        self.button.clicked.connect(self._on_clicked)
        self.retranslate()

    @property
    def is_held(self) -> bool:
        """Whether the hold is on."""
        return self._since is not None

    def show_hold(self, since: date | None, ended: date | None) -> None:
        """Since when the hold is on, or when the last one ended."""
        self._since, self._ended = since, ended
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        if self._since is not None:
            words = self.tr("This report is on hold since {day}. No part of it can be erased until the hold ends.")
            self.words.setText(words.format(day=day_words(self._since)))
            self.button.setText(self.tr("End the hold"))
            return
        words = self.tr(
            "Did a court or a lawyer ask for this report? Then put it on hold. To erase it could be a crime."
        )
        if self._ended is not None:
            words += " " + self.tr("The last hold ended on {day}.").format(day=day_words(self._ended))
        self.words.setText(words)
        self.button.setText(self.tr("Put on hold"))

    @Slot()
    def _on_clicked(self) -> None:
        self.hold_wanted.emit(not self.is_held)
