"""A language as it calls itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def language_words(code: str) -> str:
    """The name of a language in that language, without the country that Qt would add."""
    language = QLocale(code).language()
    name = QLocale(language, QLocale.Country.World).nativeLanguageName() or code
    return name.partition(" de ")[0].capitalize()
