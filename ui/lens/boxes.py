"""A field of one line and a field of many, alike to whoever marks words in them. Places are letters of Unicode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.answer_widgets.guarded_edits import GuardedLine, GuardedText
from ui.lens.offsets import Offsets
from ui.style.appearance import current_tokens


class Look(StrEnum):
    """How a mark is drawn: by its shape as well as by its colour."""

    OPEN = "open"
    KEPT = "kept"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Mark:
    """One line under some words."""

    start: int
    end: int
    look: Look


class Box(Protocol):
    """What can be done with a field."""

    @property
    def field(self) -> GuardedLine | GuardedText:
        """The field itself."""
        ...

    def take_keyboard(self) -> None:
        """Let the next key write here, where the cursor is."""
        ...

    def text(self) -> str:
        """The words in it."""
        ...

    def cursor(self) -> int:
        """Where the next letter goes."""
        ...

    def put_cursor(self, at: int) -> None:
        """Move there and bring it into sight."""
        ...

    def put(self, start: int, end: int, words: str) -> None:
        """Put words in place of these, as one step that can be undone."""
        ...

    @property
    def marks_follow(self) -> bool:
        """Whether marks that were drawn move along by themselves when somebody types."""
        ...

    def draw(self, marks: Sequence[Mark]) -> None:
        """Draw these marks and no others. The words and what can be undone stay as they are."""
        ...


class PageBox:
    """Many lines."""

    def __init__(self, field: GuardedText) -> None:
        self._field = field

    @property
    def field(self) -> GuardedText:
        """See Box."""
        return self._field

    def take_keyboard(self) -> None:
        """See Box. Not as the Tab key would: then the next key would replace it all."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """See Box."""
        return self._field.toPlainText()

    def cursor(self) -> int:
        """See Box."""
        return Offsets(self.text()).from_qt(self._field.textCursor().position())

    def put_cursor(self, at: int) -> None:
        """See Box."""
        cursor = self._field.textCursor()
        cursor.setPosition(Offsets(self.text()).to_qt(at))
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()

    def put(self, start: int, end: int, words: str) -> None:
        """See Box."""
        cursor = self._between(Offsets(self.text()), start, end)
        cursor.insertText(words)
        self._field.setTextCursor(cursor)

    @property
    def marks_follow(self) -> bool:
        """See Box."""
        return True

    def draw(self, marks: Sequence[Mark]) -> None:
        """See Box. Extra selections move along with the words and never touch the document."""
        offsets = Offsets(self.text())
        drawn = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._between(offsets, mark.start, mark.end)
            selection.format = _format(mark.look)
            drawn.append(selection)
        self._field.setExtraSelections(drawn)

    def _between(self, offsets: Offsets, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(offsets.to_qt(start))
        cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)  # what is typed behind a mark is not marked yet
        return cursor


class LineBox:
    """One line. Its marks are drawn the way in which an input method draws a word that is being composed."""

    def __init__(self, field: GuardedLine) -> None:
        self._field = field

    @property
    def field(self) -> GuardedLine:
        """See Box."""
        return self._field

    def take_keyboard(self) -> None:
        """See Box. Not as the Tab key would: then the next key would replace it all."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """See Box."""
        return self._field.text()

    def cursor(self) -> int:
        """See Box."""
        return Offsets(self.text()).from_qt(self._field.cursorPosition())

    def put_cursor(self, at: int) -> None:
        """See Box."""
        self._field.setCursorPosition(Offsets(self.text()).to_qt(at))

    def put(self, start: int, end: int, words: str) -> None:
        """See Box."""
        offsets = Offsets(self.text())
        first, last = offsets.to_qt(start), offsets.to_qt(end)
        self._field.setSelection(first, last - first)
        if words:
            self._field.insert(words)
        else:
            self._field.del_()

    @property
    def marks_follow(self) -> bool:
        """See Box."""
        return False

    def draw(self, marks: Sequence[Mark]) -> None:
        """See Box."""
        if self._field.is_composing:
            return  # the input method draws now; when its word is done the text changes and the marks come again
        offsets = Offsets(self.text())
        cursor = self._field.cursorPosition()
        attributes = []
        for mark in marks:
            first, last = offsets.to_qt(mark.start), offsets.to_qt(mark.end)
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, first - cursor, last - first, _format(mark.look)))
        QCoreApplication.sendEvent(self._field, QInputMethodEvent("", attributes))


def _format(look: Look) -> QTextCharFormat:
    tokens = current_tokens()
    shown = QTextCharFormat()
    is_kept = look is Look.KEPT
    style = QTextCharFormat.UnderlineStyle
    shown.setUnderlineStyle(style.DotLine if is_kept else style.WaveUnderline)
    shown.setUnderlineColor(QColor(tokens.ink_soft if is_kept else tokens.stays_ink))
    if look is Look.CHOSEN:
        shown.setBackground(QColor(tokens.stays_paper))
        shown.setForeground(QColor(tokens.ink))
    return shown
