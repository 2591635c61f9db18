"""Words as large as their room allows, for what is read from across a desk. Sizes only, no colours."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.style.appearance import current_question_scale, current_text_scale, current_tokens
from ui.style.sheet import style_sheet

_LEAST, _MOST = 24, 60  # px; the least grows with the text size
_ACROSS, _DOWN = 30, 17  # so many times the size fit into the room


def large_size(room: QSize) -> int:
    """The size of the main words in px: larger in a larger room, never below the text size asked for."""
    least = round(_LEAST * current_text_scale())
    return max(least, min(_MOST, room.width() // _ACROSS, room.height() // _DOWN))


def make_large(widget: QWidget, size: int) -> None:
    """Set the words within to this size, helping words a little smaller."""
    small = round(size * 0.75)
    sheet = f"""
        QLabel[role="title"] {{ font-size: {size}px; }}
        QLabel[role="script"], QLabel[role="body"], QPushButton[role="option"], QPushButton[role="nonanswer"] {{
            font-size: {small}px;
        }}
    """
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def enlarge(widget: QWidget) -> None:
    """Set everything within as large as the question is to be, when that is larger than all other text."""
    scale = current_question_scale()
    sheet = style_sheet(current_tokens(), scale) if scale > current_text_scale() else ""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
