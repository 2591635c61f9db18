"""The instruments as buttons below the places that they hold in; what the words that are searched for leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.protections.library.card import InstrumentCard
from intake.protections.library.search import Shelf
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.roles import Role


class Shelves(QWidget):
    """Emits the id of the instrument that is wanted."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self._group = QButtonGroup(self)
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._group.idClicked.connect(self._on_clicked)

    def show_shelves(self, shelves: tuple[Shelf, ...]) -> None:
        """Show these and no others."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._lines, self._ids = [], []
        for shelf in shelves:
            self._add(WrappedLabel(shelf.place, Role.HEADING))
            for card in shelf.cards:
                self._add_card(card)

    def names(self) -> tuple[str, ...]:
        """The ids that are shown, in reading order."""
        return tuple(self._ids)

    def focus_on(self, instrument: str) -> None:
        """Put the keyboard on one of them."""
        if instrument in self._ids:
            self._group.button(self._ids.index(instrument)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_card(self, card: InstrumentCard) -> None:
        button = WrappingButton(card.title, Role.SECTION, facing(self, "chevron-right"))
        words = f"{card.kind}. {card.verification_sentence} {card.due_line if card.is_past_due else ''}"
        give_name(button, card.title, words)
        self._group.addButton(button, len(self._ids))
        self._ids.append(card.instrument)
        self._add(button)
        hint = WrappedLabel(words.strip(), Role.HINT)
        hint.setContentsMargins(44, 0, 0, 10)
        self._add(hint)

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._column.addWidget(line)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.wanted.emit(self._ids[number])
