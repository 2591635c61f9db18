"""The three columns of the interview, as many as fit; the rest waits behind a button."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.actions.interview.page import InterviewPage
from intake.actions.protections.panel import FindingInFull, ProtectionsPanel
from intake.answers.model import AnswerStatus
from intake.clock import Clock
from ui.answer_widgets.raw_answer import Raw
from ui.findings.panel import ProtectionsView
from ui.screens.interview.columns import Arrangement, Side, arrange
from ui.screens.interview.flow.answer_keeper import Saving
from ui.screens.interview.in_place import InPlace
from ui.screens.interview.question_card import Watch
from ui.screens.interview.question_column import QuestionColumn
from ui.screens.interview.room.pages import RoomPages
from ui.screens.interview.section_map import SectionMap
from ui.style.appearance import current_text_scale


class InterviewView(QWidget):
    """The face that the presenter shows."""

    shown = Signal(object)  # InterviewPage
    alone_wanted = Signal(bool)  # whether nothing else of the program may be seen

    def __init__(self, clock: Clock, watch: Watch | None = None) -> None:
        super().__init__()
        self.clock = clock
        self._wanted: Side | None = None
        self._has_question = False
        self.map = SectionMap()
        self.middle = QuestionColumn(watch)
        self.panel = ProtectionsView()
        self.over = InPlace(self.panel, self.middle)
        self.finding = self.over.finding
        self.room = RoomPages(self.middle)
        self._parts = (self.map, self.middle, self.panel, self.over, self.room)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.map)
        row.addWidget(self.middle, 1)
        row.addWidget(self.panel)
        row.addWidget(self.over, 1)
        row.addWidget(self.room, 1)
        self.middle.header.map_wanted.connect(self._on_map)
        self.middle.header.panel_wanted.connect(self._on_panel)
        self.map.close_wanted.connect(self.close_extra)
        self.panel.close_wanted.connect(self.close_extra)
        for page in (self.over.finding, self.over.time):
            page.close_wanted.connect(self.close_extra)
        for place in (self.over, self.room):
            place.changed.connect(self._rearrange)

    def show_page(self, page: InterviewPage, *, is_reworded: bool = False) -> None:
        """Draw another question, or the end, with the keyboard where the answer goes; in other words, where it was."""
        if is_reworded:
            self.middle.reword(page, self.clock.today())
            self.show_around(page)
            self.shown.emit(page)
            return
        self._has_question = page.question is not None
        self._wanted = None
        self.over.make_way()
        self.room.follow(page)
        self.middle.show_page(page, self.clock.today())
        self.map.show_page(page)
        self._rearrange()
        _order_tabs(*self._parts)
        if not (self.room.is_open or self.over.is_open):
            _focus(self.middle.first_focus())
        self.middle.begin_at_top()
        self.shown.emit(page)

    def show_around(self, page: InterviewPage) -> None:
        """Draw the map and the words of the next question anew."""
        self.map.show_page(page)
        self.middle.show_around(page)
        _order_tabs(*self._parts)

    def show_raw(self, raw: Raw) -> None:
        """Put this into the answer widget."""
        self.middle.card.show_raw(raw)

    def show_status(self, status: AnswerStatus | None) -> None:
        """Show which of the four equal answers was given."""
        self.middle.card.show_status(status)

    def show_saving(self, saving: Saving) -> None:
        """Say what is stored."""
        self.middle.footer.show_saving(saving)

    def show_advice(self, sentence: str, *, is_reminder: bool = False) -> None:
        """Say something gentle under the field."""
        if is_reminder:
            again = self.tr("Go on once more to leave it as it is typed.")
            self.room.put_away()
            _focus(self.middle.card.field())
            sentence = f"{sentence} {again}"
        self.middle.card.show_advice(sentence)

    def show_panel(self, panel: ProtectionsPanel) -> None:
        """Draw what may protect."""
        self.panel.show_panel(panel)
        self.middle.header.show_count(self.panel.reaching)
        _order_tabs(*self._parts)

    def show_finding(self, finding: FindingInFull) -> None:
        """One protection in full, in place of everything else."""
        self.over.show_finding(finding)

    def show_trouble(self, error: Exception | None) -> None:
        """Say what went wrong."""
        self.middle.show_trouble(error)

    @Slot()
    def close_extra(self) -> None:
        """Away with what stands in place of the question, and the keyboard back to where it was."""
        if self.room.put_away() or self.over.put_away():
            return
        self._wanted = None
        self._rearrange()
        _focus(self.middle.first_focus())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc returns to the question; twice in a row it hides the program, wherever one is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_extra()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what fits."""
        super().resizeEvent(event)
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text leaves room for fewer columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "panel"):
            self._rearrange()

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in self._parts:
            part.retranslate()

    @Slot()
    def _on_map(self) -> None:
        self._open_side(Side.MAP, self.map.first_focus())

    @Slot()
    def _on_panel(self) -> None:
        self._open_side(Side.PANEL, self.panel.first_focus())

    def _open_side(self, side: Side, focus: QWidget | None) -> None:
        self._wanted = side
        self._rearrange()
        _focus(focus)

    @Slot()
    def _rearrange(self) -> None:
        plan = arrange(self.width(), current_text_scale(), self._wanted)
        is_in_full = self.over.is_open or self.room.is_open
        if is_in_full:
            plan = Arrangement(0, 0, has_question=False)
        self.alone_wanted.emit(self.room.is_alone)
        self.room.setVisible(self.room.is_open)
        self.over.setVisible(self.over.is_open and not self.room.is_open)
        for part, width in ((self.map, plan.map_width), (self.panel, plan.panel_width)):
            part.setVisible(width > 0)
            if width:
                part.setFixedWidth(width)
        self.middle.setVisible(plan.has_question)
        self.map.set_covering(is_covering=self._wanted is Side.MAP)
        self.panel.set_covering(is_covering=self._wanted is Side.PANEL)
        self.middle.header.offer(
            has_map=plan.map_width == 0, has_panel=plan.panel_width == 0, has_reading=self._has_question
        )


def _order_tabs(*parts: SectionMap | QuestionColumn | ProtectionsView | InPlace | RoomPages) -> None:
    for one, following in pairwise([stop for part in parts for stop in part.stops()]):
        QWidget.setTabOrder(one, following)


def _focus(widget: QWidget | None) -> None:
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
