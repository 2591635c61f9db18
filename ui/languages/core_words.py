"""A whole sentence of the core, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def core_words(sentence: str) -> str:
    """The sentence as it is translated; in English where it is not."""
    return QCoreApplication.translate("Core", sentence) if sentence else ""
