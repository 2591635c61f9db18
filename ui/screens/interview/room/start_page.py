"""Where would you like to start? The parts as large choices, once the person has said yes to going on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import SectionLine
from ui.accessibility import give_name
from ui.answer_widgets.roving_focus import RovingFocus
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class StartPage(QFrame):
    """No part is larger, earlier or louder than another; the order is that of the map."""

    close_wanted = Signal()
    section_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._parts: tuple[SectionLine, ...] = ()
        self._roving: RovingFocus | None = None
        self.title = WrappedLabel("", Role.TITLE)
        self.hint = WrappedLabel()
        self.parts = QButtonGroup(self)
        self.parts.setExclusive(False)
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self.close_it = WrappingButton("", Role.SECONDARY)
        self.reading = ScrollColumn(is_centred=True, characters=100)
        self._build()
        self.parts.idClicked.connect(self._on_clicked)
        self.close_it.clicked.connect(self.close_wanted)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether it offers parts."""
        return bool(self._parts)

    def show_parts(self, parts: Sequence[SectionLine]) -> None:
        """Offer these."""
        self.empty()
        self._parts = tuple(parts)
        columns = 2 if len(parts) > 1 else 1
        for number, part in enumerate(parts):
            button = WrappingButton(part.title, Role.OPTION)
            give_name(button, part.title)
            self.parts.addButton(button, number)
            self._grid.addWidget(button, number // columns, number % columns)
        if self.parts.buttons():
            self._roving = RovingFocus(self.parts.buttons(), self, has_digits=False)
            self._roving.columns = columns

    def first_focus(self) -> QWidget:
        """The first part."""
        return next(iter(self.parts.buttons()), self.close_it)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [*self.parts.buttons(), self.close_it]

    def empty(self) -> None:
        """Offer nothing."""
        self._parts, self._roving = (), None
        for button in self.parts.buttons():
            self.parts.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()

    def retranslate(self) -> None:
        """Set every text of ours anew; the parts come again with the page."""
        self.title.setText(self.tr("Where would you like to start?"))
        self.hint.setText(self.tr("Any part, in any order. What you do not want to talk about can stay closed."))
        self.close_it.setText(self.tr("Begin with the next question"))
        give_name(self.close_it, self.close_it.text())

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for part in (self.title, self.hint, self._place):
            self.reading.add(part)
        self.reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(self.reading, 1)
        column.addWidget(button_row(self.close_it))

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.section_wanted.emit(self._parts[number].id)
