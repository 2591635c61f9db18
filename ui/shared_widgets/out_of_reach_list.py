"""What erasing cannot reach, line by line, in plain words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.erasing.what_cannot_be_reached import CannotBeReached, PagesOut
from ui.day_words import day_words
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class OutOfReachList(QWidget):
    """A heading and one line for each kind of thing that stays elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._heading = WrappedLabel("", Role.STRONG)
        self._column.addWidget(self._heading)
        self._left: CannotBeReached | None = None
        self._lines: list[WrappedLabel] = []
        self.retranslate()

    def show_left(self, left: CannotBeReached) -> None:
        """Show what stays elsewhere."""
        self._left = left
        self.retranslate()

    def clear(self) -> None:
        """Forget it."""
        self._left = None
        self.retranslate()

    def text(self) -> str:
        """Every line, for those who hear the screen and for tests."""
        return "\n".join(line.text() for line in self._lines)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("What we cannot reach"))
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [WrappedLabel(words) for words in self._words()]
        for line in self._lines:
            self._column.addWidget(line)
        self._heading.setVisible(bool(self._lines))

    def _words(self) -> list[str]:
        left = self._left
        if left is None:
            return []
        words = [self._pages(pages) for pages in left.pages]
        if left.papers:
            words.append(self.tr("Signed papers that you keep: {count}.").format(count=left.papers))
        for copy in left.copies:
            made = self.tr("A copy of the vault, made on {day}, still holds it: {place}")
            words.append(made.format(day=day_words(copy.made_on), place=breakable(Path(copy.place))))
        if not words:
            words.append(self.tr("We know of no page that left and of no copy."))
        words.append(self.tr("A copy that somebody made by hand is not in this list."))
        return words

    def _pages(self, pages: PagesOut) -> str:
        days = "; ".join(day_words(day) for day in pages.days)
        words = self.tr("Pages saved for {recipient}: {count} ({days}). The file, or the paper, is with them or you.")
        return words.format(recipient=pages.recipient_name, count=pages.count, days=days)
