"""What the whole program looks like now: the scheme and the size of its text.

Both stand as properties on the one QApplication, so that a widget can ask without knowing our app class.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from intake.resource_files import resources_folder
from ui.style.sheet import style_sheet
from ui.style.tokens import LARGEST_QUESTION_SCALE, LARGEST_TEXT_SCALE, LIGHT, SCHEMES, Tokens

FAMILY = "Noto Sans"
_SCHEME = "forthright_scheme"
_SCALE = "forthright_text_scale"


def current_tokens() -> Tokens:
    """The colours on the screen now (light before anything was applied)."""
    app = QApplication.instance()
    return SCHEMES.get(str(app.property(_SCHEME)), LIGHT) if app is not None else LIGHT


def current_text_scale() -> float:
    """How much larger than designed the text is: 1.0 to 2.0."""
    return min(current_question_scale(), LARGEST_TEXT_SCALE)


def current_question_scale() -> float:
    """How much larger than designed the question is: 1.0 to 4.0. Above 2.0 it grows alone."""
    app = QApplication.instance()
    value = app.property(_SCALE) if app is not None else None
    return float(value) if isinstance(value, int | float) else 1.0


def load_fonts() -> None:
    """Make the shipped fonts known, so that no machine's own choice is needed."""
    for path in sorted((resources_folder() / "fonts").glob("NotoSans*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply_appearance(app: QApplication, tokens: Tokens, text_scale: float) -> None:
    """Set palette, font and style sheet for every widget there is and will be."""
    app.setProperty(_SCHEME, tokens.scheme)
    app.setProperty(_SCALE, min(max(text_scale, 1.0), LARGEST_QUESTION_SCALE))
    scale = current_text_scale()
    font = QFont(FAMILY)
    font.setPixelSize(round(16 * scale))
    app.setFont(font)
    app.setPalette(_palette(tokens))
    app.setStyleSheet(style_sheet(tokens, scale))


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    colours = {
        QPalette.ColorRole.Window: tokens.paper,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.paper,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.ink_soft,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.ink,
    }
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink_soft))
    return palette
