"""Whether this computer has the letters for a text: a script without a font is drawn as empty boxes."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from ui.style.appearance import FAMILY


def can_draw(text: str) -> bool:
    """Whether our font, or one that the computer puts in its place, has every letter."""
    metrics = QFontMetrics(QFont(FAMILY))
    return all(letter.isspace() or metrics.inFontUcs4(ord(letter)) for letter in text)
