"""Neutral words for a passage, each with the words that say when it is true. Choosing one says that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.harm_words import OfferedWords


class OfferedWordsList(QWidget):
    """Empty where no neutral words would be true."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[OfferedWords, ...] = ()
        self._intro = WrappedLabel("", Role.STRONG)
        self._rows: list[QWidget] = []
        self.buttons: list[WrappingButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._intro)
        self.retranslate()

    def show_words(self, offered: tuple[OfferedWords, ...]) -> None:
        """Offer these and no others."""
        if offered == self._offered:
            return
        self._offered = offered
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for button in self.buttons:
            self._group.removeButton(button)
        self._rows, self.buttons = [], []
        for one in offered:
            self._add(one)

    def first_focus(self) -> QWidget | None:
        """The first of them."""
        return self.buttons[0] if self.buttons else None

    def retranslate(self) -> None:
        """Set every text of ours in the language of the screen."""
        self._intro.setText(self.tr("Choose words only if they are true:"))

    def _add(self, one: OfferedWords) -> None:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        button = WrappingButton(one.words, Role.OPTION)
        when = self.tr("True if: {when}").format(when=one.when)
        give_name(button, one.words, when)
        column.addWidget(button)
        column.addWidget(WrappedLabel(when, Role.HINT))
        self._group.addButton(button)
        self._column.addWidget(row)
        self._rows.append(row)
        self.buttons.append(button)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.text())
