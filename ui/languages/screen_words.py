"""Gives Qt the words of the screens in another language, straight from a .po file."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from intake.wording.catalogue import Wording

DESK_ALONE = frozenset({"Rail", "MainWindow", "PracticeBanner"})
"""What stands around every screen speaks the desk's language: the way to hide never changes its words."""


class ScreenWords(QTranslator):
    """Looks up by the class that says a text and its English; what nobody has translated stays English."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = Wording()
        self._shown = Wording()

    def use(self, desk: Wording, shown: Wording) -> None:
        """Speak ``shown``, and ``desk`` around it, from now on."""
        self._desk, self._shown = desk, shown

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never, or Qt would not ask."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text, or None for English."""
        del disambiguation, n
        wording = self._desk if context in DESK_ALONE else self._shown
        return wording.texts.get((context, source))
