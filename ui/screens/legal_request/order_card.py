"""The last step: tick what the order names, read the page, save it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from ui.saving.see_then_save import SeeThenSave
from ui.shared_widgets.card import Card
from ui.shared_widgets.form_parts import TickLine
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class OrderCard(Card):
    """Nothing is ticked at first. What is walled off is not among the things to tick."""

    words_wanted = Signal()
    folder_chosen = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[str, TickLine] = {}
        self._heading = WrappedLabel("", Role.HEADING)
        self._why = WrappedLabel()
        self._about = ""
        self._about_words = WrappedLabel("", Role.STRONG)
        self._ticks = QWidget()
        self._column = QVBoxLayout(self._ticks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.page = SeeThenSave()
        self.second = SecondPerson()
        for part in (self._heading, self._why, self._about_words, self._ticks, self.page.said, self.second, self.page):
            self.column.addWidget(part)
        self.page.words_wanted.connect(self.words_wanted)
        self.page.folder_chosen.connect(self.folder_chosen)
        self.retranslate()

    def show_items(self, items: tuple[OptionWords, ...]) -> None:
        """Offer what an order can name."""
        if tuple(self.items) == tuple(item.id for item in items):
            return
        self.items = {item.id: TickLine() for item in items}
        for item in items:
            tick = self.items[item.id]
            tick.show_words(item.label)
            tick.box.toggled.connect(self.page.forget_words)
            self._column.addWidget(tick)

    def show_about(self, about: str) -> None:
        """Say which of several things the page is about."""
        self._about = about
        self.retranslate()

    def value(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(name for name, tick in self.items.items() if tick.is_ticked)

    def show_words(self, text: str) -> None:
        """Show what the page says; now it can be saved."""
        self.page.show_words(text)

    def forget(self) -> None:
        """Empty everything."""
        for tick in self.items.values():
            tick.clear()
        self.second.secret.clear()
        self.page.forget_words()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("What the order names"))
        self._why.setText(
            self.tr(
                "Tick only what your lawyer says the order names. Own words, papers, the past and what the person "
                "did are not on this list: they never leave this way."
            )
        )
        about = self.tr("This page is about: {thing}. For another one, choose it in the report first.")
        self._about_words.setText(about.format(thing=self._about))
        self._about_words.setVisible(bool(self._about))
        self.page.retranslate(self.tr("See the page"))
        self.second.retranslate()
