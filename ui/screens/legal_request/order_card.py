"""The last step: tick what the order names, read the page, save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from ui.accessibility import announce
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import FolderPicker
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
        self._ticks = QWidget()
        self._column = QVBoxLayout(self._ticks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.see = WrappingButton("", Role.SECONDARY)
        self.save = WrappingButton("", Role.PRIMARY)
        self.said = WrappedLabel("", Role.SCRIPT)
        self.second = SecondPerson()
        self.picker: FolderPicker | None = None
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=12)
        row.addWidget(self.see)
        row.addWidget(self.save)
        for part in (self._heading, self._why, self._ticks, self.said, self.second, self._buttons):
            self.column.addWidget(part)
        self._forget_words()
        self.see.clicked.connect(self.words_wanted)
        self.save.clicked.connect(self._on_save)
        self.retranslate()

    def show_items(self, items: tuple[OptionWords, ...]) -> None:
        """Offer what an order can name."""
        if tuple(self.items) == tuple(item.id for item in items):
            return
        self.items = {item.id: TickLine() for item in items}
        for item in items:
            tick = self.items[item.id]
            tick.show_words(item.label)
            tick.box.toggled.connect(self._forget_words)
            self._column.addWidget(tick)

    def value(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(name for name, tick in self.items.items() if tick.is_ticked)

    def show_words(self, text: str) -> None:
        """Show what the page says; now it can be saved."""
        self.said.setText(text)
        self.said.show()
        self.save.show()
        announce(self, text)

    def forget(self) -> None:
        """Empty everything."""
        for tick in self.items.values():
            tick.clear()
        self.second.secret.clear()
        self._forget_words()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("What the order names"))
        self._why.setText(
            self.tr(
                "Tick only what your lawyer says the order names. Own words, papers, the past and what the person "
                "did are not on this list: they never leave this way."
            )
        )
        self.see.setText(self.tr("See the page"))
        self.save.setText(self.tr("Choose a folder and save"))
        self.second.retranslate()

    @Slot()
    def _forget_words(self) -> None:
        self.said.clear()
        self.said.hide()
        self.save.hide()

    @Slot()
    def _on_save(self) -> None:
        if self.picker is None:
            self.picker = FolderPicker(Path.home())
            self.picker.set_button_words(self.tr("Save in this folder"))
            self.picker.chosen.connect(self._on_folder)
            self.picker.dismissed.connect(self._on_dismissed)
            self.column.addWidget(self.picker)
        self._buttons.hide()
        self.picker.show()
        self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self._on_dismissed()
        self.folder_chosen.emit(folder)

    @Slot()
    def _on_dismissed(self) -> None:
        if self.picker is not None:
            self.picker.hide()
        self._buttons.show()
        self.see.setFocus(Qt.FocusReason.OtherFocusReason)
