"""What one test draws larger, darker or from right to left, the next one in the same process does not find so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from ui.style.appearance import apply_appearance, current_question_scale, current_tokens
from ui.style.tokens import LIGHT, Tokens


def draw_as_designed(app: QApplication) -> None:
    """Light, at normal size, left to right."""
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    _draw(app, LIGHT, 1.0)


@contextmanager
def left_as_found(app: QApplication) -> Iterator[None]:
    """Scheme, size, direction and locale are afterwards what they were."""
    tokens, scale, direction, locale = current_tokens(), current_question_scale(), app.layoutDirection(), QLocale()
    try:
        yield
    finally:
        app.setLayoutDirection(direction)
        QLocale.setDefault(locale)
        _draw(app, tokens, scale)


def _draw(app: QApplication, tokens: Tokens, scale: float) -> None:
    if (current_tokens(), current_question_scale()) != (tokens, scale):  # dressing every widget anew takes its time
        apply_appearance(app, tokens, scale)
