"""The choices of one question as big buttons, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QGroupBox, QWidget

from intake.actions.interview.page import OptionWords
from ui.accessibility import give_name
from ui.answer_widgets.option_button import OptionButton
from ui.answer_widgets.roving_focus import RovingFocus
from ui.style.appearance import current_text_scale
from ui.style.roles import Role, set_role

_GAP = 12
_BEARABLE = 216  # px at a text scale of 1: narrower than its words, a choice takes a second line
_AT_FIRST = 2  # columns, until it is known how wide they may be
_MANY = 8  # options from which on a third column is used where it fits


class OptionGroup(QGroupBox):
    """A group that a screen reader names by its question. What choosing means is left to the owner."""

    option_used = Signal(object)  # the id of the option, by click, Space, Enter or digit
    go_on_wanted = Signal()

    def __init__(self, name: str, options: tuple[OptionWords, ...], *, is_single: bool) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        give_name(self, name)
        self._ids = [option.id for option in options]
        self._buttons = [OptionButton(option.label) for option in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for number, (button, option) in enumerate(zip(self._buttons, options, strict=True)):
            # inside a button group this only tells a screen reader that one choice excludes the others
            button.setAutoExclusive(is_single)
            give_name(button, option.label)
            self._group.addButton(button, number)
        self._roving = RovingFocus(self._buttons, self)
        self._columns = 0
        self._arrange(_AT_FIRST)
        self._group.idClicked.connect(self._on_clicked)
        self._roving.enter_on_chosen.connect(self.go_on_wanted)

    def chosen(self) -> tuple[str, ...]:
        """The ids of the checked options, in order."""
        return tuple(self._ids[n] for n, button in enumerate(self._buttons) if button.isChecked())

    def choose(self, ids: tuple[str, ...]) -> None:
        """Check exactly these, without a signal to anyone."""
        for number, button in enumerate(self._buttons):
            button.setChecked(self._ids[number] in ids)
        self._roving.settle()

    def first_focus(self) -> QWidget:
        """The first chosen option, else the first one."""
        return next((button for button in self._buttons if button.isChecked()), self._buttons[0])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Use the room there is."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text may need fewer columns."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self.isVisible():
            self._place()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The style may have changed while it was out of sight."""
        super().showEvent(event)
        self._place()

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.option_used.emit(self._ids[number])

    def _place(self) -> None:
        columns = self._fitting_columns()
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._roving.columns = columns
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _fitting_columns(self) -> int:
        widest = max((button.sizeHint().width() for button in self._buttons), default=1)
        if len(self._buttons) > _MANY and self.width() >= 3 * (widest + _GAP):
            return 3
        bearable = min(widest, round(_BEARABLE * current_text_scale()))
        return 2 if self.width() >= 2 * bearable + _GAP else 1
