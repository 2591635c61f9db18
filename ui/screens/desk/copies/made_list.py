"""The copies that were made, the newest first, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.copies.copies import Copies, Copy
from ui.day_words import day_words
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_MOST_SHOWN = 5


def breakable_name(name: str) -> str:
    """The name of a copy with places where a line may end."""
    return name.replace("-", "-\u200b")


class MadeList(QWidget):
    """A heading and one line for each copy; nothing while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._copies = Copies((), is_due=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._heading = WrappedLabel("", Role.STRONG)
        self._column.addWidget(self._heading)
        self._lines: list[WrappedLabel] = []

    def show_copies(self, copies: Copies) -> None:
        """Show what is known of copies now."""
        self._copies = copies
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("Copies made"))
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [WrappedLabel(self._words_of(copy)) for copy in self._copies.made[:_MOST_SHOWN]]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def _words_of(self, copy: Copy) -> str:
        words = self.tr("{name}, made on {day}, reports: {count}, found good on {checked}. In {place}")
        said = words.format(
            name=breakable_name(copy.id),
            day=day_words(copy.made_on),
            count=copy.case_count,
            checked=day_words(copy.checked_on),
            place=breakable(Path(copy.place)),
        )
        if copy.erased_count:
            erased = self.tr("Reports erased here that this copy still holds: {count}")
            said = f"{said}\n{erased.format(count=copy.erased_count)}"
        return said
