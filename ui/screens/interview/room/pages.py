"""The pages that take the place of everything in the interview, one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.screens.interview.room.look_over_page import LookOverPage

Page = LookOverPage


class RoomPages(QWidget):
    """One of them or none; closing brings the keyboard back to where it was, to the very letter."""

    changed = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._came_from: QWidget | None = None
        self._open: Page | None = None
        self.look_over = LookOverPage()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for page in self._pages():
            row.addWidget(page)
            page.hide()
            page.close_wanted.connect(self.put_away)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether everything else has to wait."""
        return self._open is not None

    def open(self, page: Page) -> None:
        """Show one of the pages, already written."""
        if self._open is None:
            self._came_from = QApplication.focusWidget()
        self._show(page)
        page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def put_away(self) -> bool:
        """Away with it, back to where the keyboard was. Says whether there was anything."""
        if self._open is None:
            return False
        came_from, self._came_from = self._came_from, None
        self.empty()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return True

    def empty(self) -> None:
        """Away with it, and forget what it says."""
        self._came_from = None
        for page in self._pages():
            page.empty()
        if self._open is not None:
            self._show(None)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return self._open.stops() if self._open is not None else []

    def retranslate(self) -> None:
        """Set every text anew."""
        for page in self._pages():
            page.retranslate()

    def _pages(self) -> tuple[Page, ...]:
        return (self.look_over,)

    def _show(self, open_page: Page | None) -> None:
        self._open = open_page
        for page in self._pages():
            page.setVisible(page is open_page)
        self.changed.emit()
