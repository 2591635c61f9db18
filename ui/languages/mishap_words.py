"""A mishap in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake.errors import Mishap


def mishap_words(mishap: Mishap) -> tuple[str, str, str]:
    """What happened, what is safe, what to do; in English where nobody has translated a sentence."""
    happened, safe, to_do = (
        mishap.fill(QCoreApplication.translate("Mishap", sentence)) if sentence else "" for sentence in mishap.sentences
    )
    return happened, safe, to_do
