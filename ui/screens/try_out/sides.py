"""Facts at the start edge and cards beside them; where there is no room for both, one or the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.protections.try_out import ThingToTry, Tried
from ui.accessibility import give_name
from ui.findings.panel import ProtectionsView
from ui.screens.try_out.things import TriedThing
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.style.appearance import current_text_scale
from ui.style.roles import Role

_PANEL = 400  # px at a text scale of 1
_THINGS = 420
_NO_LIMIT = 16777215  # px, as Qt has it


class Sides(QWidget):
    """``swap`` belongs among the buttons of the screen: it is seen only while one side hides the other."""

    def __init__(self) -> None:
        super().__init__()
        self._shows_cards = True
        self.things: list[TriedThing] = []
        self.swap = WrappingButton("", Role.SECONDARY)
        self.facts = ScrollColumn()
        self.panel = ProtectionsView()
        self.facts.column.setSpacing(20)
        self.facts.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.facts, 1)
        row.addWidget(self.panel)
        self.swap.clicked.connect(self._on_swap)

    def show_things(self, things: tuple[ThingToTry, ...]) -> None:
        """Put the facts that can be tried; what was pressed before stays so, in the words of now."""
        place, tried = self.facts.verticalScrollBar().value(), self.tried()
        for old in self.things:
            self.facts.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.things = [TriedThing(thing, tried.get(thing.id, ())) for thing in things]
        for number, thing in enumerate(self.things):
            self.facts.column.insertWidget(number, thing)
            thing.show()
        self.facts.verticalScrollBar().setValue(place)

    def tried(self) -> Tried:
        """What is taken to be so, by the name of the fact."""
        return {thing.id: thing.values for thing in self.things if thing.values}

    def clear(self) -> None:
        """Take every fact back."""
        for thing in self.things:
            thing.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.panel.retranslate()
        self.panel.all_cards.hide()
        self.arrange()

    def arrange(self) -> None:
        """Show what fits."""
        scale = current_text_scale()
        has_both = self.width() >= round((_PANEL + _THINGS) * scale)
        self.swap.setVisible(not has_both)
        self.swap.setText(self.tr("Show the facts") if self._shows_cards else self.tr("Show the cards"))
        give_name(self.swap, self.swap.text())
        self.facts.setVisible(has_both or not self._shows_cards)
        self.panel.setVisible(has_both or self._shows_cards)
        self.panel.setMinimumWidth(round(_PANEL * scale) if has_both else 0)
        self.panel.setMaximumWidth(round(_PANEL * scale) if has_both else _NO_LIMIT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the window."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text leaves room for less."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "panel"):
            self.arrange()

    @Slot()
    def _on_swap(self) -> None:
        self._shows_cards = not self._shows_cards
        self.arrange()
