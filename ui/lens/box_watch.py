"""What stands under a box: it has the words read, draws the marks, and opens the card for one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.lens.box_reading import BoxReading
from ui.lens.boxes import Box
from ui.lens.card_keeper import CardKeeper
from ui.lens.marked_text import MarkedText
from ui.lens.note_line import NoteLine
from ui.lens.passage_card import focus
from ui.lens.wording_check import BoxMemory, WordingCheck

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.box_check import BoxRead, Marked

_QUIET_MS = 1_500
"""A screen reader is told of new marks once the keys have rested this long."""
_SETTLED_MS = 50
"""What the layouts take to make room for the card."""


class BoxWatch(QWidget):
    """One for each box, below it. Without marks it takes no room; once it has spoken its room stays."""

    def __init__(self, box: Box, check: WordingCheck, place: str, question_id: str, around: QWidget) -> None:
        super().__init__(around)
        self._box = box
        self._marked = MarkedText(check, place)
        kind = "field" if isinstance(box.field, GuardedLine) else "narrative"
        self._reading = BoxReading(check, partial(BoxMemory, kind, question_id), box.text, self)
        self.note = NoteLine()
        self._text_at_cursor = ""
        self._announced = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._sight = QTimer(self)
        self._sight.setSingleShot(True)
        self._sight.setInterval(_SETTLED_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        self.cards = CardKeeper(box, self._marked, column)
        self.hide()
        self._connect(around)

    def text_shown(self) -> None:
        """Words were put into the box without anybody typing them."""
        self._reading.forget()
        self._marked.empty()
        self.cards.forget()
        self._show_card(None)
        self._quiet.start()
        self._on_text_changed()

    def forget(self) -> None:
        """The box was emptied: no word and no mark stays."""
        self._reading.forget()
        self._quiet.stop()
        self._marked.empty()
        self._text_at_cursor = ""
        self._announced = 0
        self.cards.forget()
        self.note.show_counts(0, 0)
        self._box.field.setAccessibleDescription("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow language and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.note.retranslate()
            self.cards.retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_quiet"):
            self._draw()

    def _connect(self, around: QWidget) -> None:
        for keys, slot in (("F8", self._on_next), ("Shift+F8", self._on_before)):
            shortcut = QShortcut(QKeySequence(keys), around)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._box.field.textChanged.connect(self._on_text_changed)
        self._box.field.cursorPositionChanged.connect(self._on_cursor_moved)
        self._reading.read.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._quiet.timeout.connect(self._on_quiet)
        self._sight.timeout.connect(self._bring_into_sight)
        self.note.look_wanted.connect(self._on_look)
        self.cards.step_wanted.connect(self._step)
        self.cards.closed.connect(self._on_close)

    @Slot()
    def _on_text_changed(self) -> None:
        text = self._box.text()
        if text == self._marked.text:
            return
        self._marked.typed(text)
        self._quiet.start()
        if not text.strip():
            self._reading.forget()
            self._marked.was_read(())
            self._draw()
            self._close()
            return
        self._reading.read_soon(self._box.cursor())
        if not self._box.marks_follow:
            self._draw()

    @Slot()
    def _on_cursor_moved(self) -> None:
        """The card follows a cursor that somebody moves, never one that moves because somebody types."""
        text = self._box.text()
        if text != self._text_at_cursor:
            self._text_at_cursor = text
        elif text == self._marked.text:
            self._show_card(self._marked.at(self._box.cursor()))

    @Slot(object)
    def _on_read(self, read: BoxRead) -> None:
        self._marked.was_read(read.marked)
        self.note.show_complete(is_complete=read.is_complete)
        self._draw()
        if self._marked.chosen is None:
            self._close()

    @Slot()
    def _on_failed(self) -> None:
        self._marked.was_read(())
        self.note.show_complete(is_complete=False)
        self._draw()
        self._close()

    @Slot()
    def _on_quiet(self) -> None:
        """Those who hear the screen are told once the keys rest, and only when there is more than before."""
        words = self.note.words
        if self._box.field.accessibleDescription() != words:
            self._box.field.setAccessibleDescription(words)
        still_open, _ = self._marked.counts()
        if still_open > self._announced:
            announce(self._box.field, words)
        self._announced = still_open

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_before(self) -> None:
        self._step(-1)

    @Slot()
    def _on_look(self) -> None:
        self._go_to(self._marked.first_open())

    @Slot(int)
    def _step(self, by: int) -> None:
        self._go_to(self._marked.step(self._box.cursor(), by))

    def _go_to(self, found: Marked | None) -> None:
        if found is not None:
            self._box.put_cursor(found.passage.start)
            self._show_card(found)
            focus(self.cards.card.first_focus())
            self._sight.start()

    @Slot()
    def _bring_into_sight(self) -> None:
        """The whole card where it fits, and in any case what has the keyboard."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.cards.card, 8, 8)
            area.ensureWidgetVisible(self.cards.card.first_focus(), 8, 24)

    @Slot()
    def _on_close(self) -> None:
        self._box.take_keyboard()
        self._close()

    def _close(self) -> None:
        """Away with the card; the keyboard is never left on something that is hidden."""
        if self.cards.has_keyboard:
            self._box.take_keyboard()
        self._show_card(None)

    def _show_card(self, found: Marked | None) -> None:
        if found is not None and found == self._marked.chosen and self.cards.is_open:
            return
        self._marked.chosen = found
        if found is None:
            self.cards.empty()
        else:
            self.cards.show(found, self.note.look)
        self._draw()

    def _draw(self) -> None:
        self._box.draw(self._marked.looks())
        self.note.show_counts(*self._marked.counts())
        if self.note.words:
            self.show()
