"""The pages that take the place of everything in the interview, one at a time."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.interview.page import InterviewPage
from ui.screens.interview.question_column import QuestionColumn
from ui.screens.interview.room.break_page import BreakPage
from ui.screens.interview.room.keep_parts_page import KeepPartsPage
from ui.screens.interview.room.look_over_page import LookOverPage
from ui.screens.interview.room.read_aloud import ReadAloudPage
from ui.screens.interview.room.start_page import StartPage
from ui.screens.interview.room.stop_page import StopPage

Page = LookOverPage | KeepPartsPage | StopPage | ReadAloudPage | BreakPage | StartPage


class RoomPages(QWidget):
    """One of them or none; closing brings the keyboard back to where it was, to the very letter."""

    changed = Signal()
    closed = Signal()

    def __init__(self, middle: QuestionColumn) -> None:
        super().__init__()
        self._middle = middle
        self._open: Page | None = None
        self.look_over = LookOverPage()
        self.keep_parts = KeepPartsPage()
        self.stop = StopPage()
        self.read_aloud = ReadAloudPage()
        self.pause = BreakPage()
        self.start = StartPage()
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

    @property
    def is_alone(self) -> bool:
        """Whether nothing else of the program may be seen beside it."""
        return isinstance(self._open, ReadAloudPage | BreakPage)

    @property
    def is_reading(self) -> bool:
        """Whether the question is turned towards the person."""
        return self._open is self.read_aloud

    @property
    def is_pausing(self) -> bool:
        """Whether there is a break."""
        return self._open is self.pause

    @property
    def is_keeping(self) -> bool:
        """Whether the parts to keep are being chosen."""
        return self._open is self.keep_parts

    def follow(self, page: InterviewPage) -> None:
        """Another question came up: large words go along with it, everything else makes way."""
        if self.is_reading and page.question is not None:
            self.read_aloud.show_question(page.question, page.about)
        else:
            self.empty()

    def open(self, page: Page) -> None:
        """Show one of the pages, already written."""
        self._show(page)
        for one, following in pairwise(page.stops()):
            QWidget.setTabOrder(one, following)
        page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def put_away(self) -> bool:
        """Away with it, back to where the keyboard was. Says whether there was anything."""
        if self._open is None:
            return False
        self.empty()
        came_from = self._middle.where_one_was()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        return True

    def empty(self) -> None:
        """Away with it, and forget what it says."""
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
        return (self.look_over, self.keep_parts, self.stop, self.read_aloud, self.pause, self.start)

    def _show(self, open_page: Page | None) -> None:
        self._open = open_page
        for page in self._pages():
            page.setVisible(page is open_page)
        self.changed.emit()
