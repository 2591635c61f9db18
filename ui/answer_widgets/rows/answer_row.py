"""One line of a list that somebody tells, whatever it holds: it can be shown, read, emptied and taken off."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.lens.wording_check import WordingCheck
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.style.roles import Role


class AnswerRow(Card):
    """The list that it stands in makes it, names it and lets it go."""

    changed = Signal()
    cut_short = Signal()
    next_wanted = Signal(object)  # this row, on Enter
    removed = Signal(object)  # this row

    def __init__(self) -> None:
        super().__init__()
        self.remove = WrappingButton(self.tr("Take off"), Role.QUIET)
        self.remove.clicked.connect(self._on_remove)

    def name(self, number: int) -> None:
        """Say to a screen reader which line this is; one that says so itself leaves this."""

    def show_told(self, told: dict[str, str]) -> None:
        """Show a line without a signal."""
        raise NotImplementedError

    def told(self) -> dict[str, str]:
        """The line as it stands."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost with it."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """The part that takes the keyboard first."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """What the Tab key comes to, in order."""
        raise NotImplementedError

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Have what is typed here looked over; where only choices stand, there is nothing to look over."""
        del check, case_id, question_id

    def forget(self) -> None:
        """Empty what was typed; where only choices stand, there is nothing to empty."""

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self)

    @Slot()
    def _on_return(self) -> None:
        self.next_wanted.emit(self)
