"""Words below each other: headings, sentences, and sentences with a mark before them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.findings.marked_label import MarkedLabel
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_INDENT = 24  # px


class Lines(QWidget):
    """A column of words that is written anew as a whole. Nothing in it takes the keyboard."""

    def __init__(self, spacing: int = 6) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def say(self, text: str, role: Role = Role.BODY) -> None:
        """One line; an empty one is left out."""
        if text:
            self._column.addWidget(WrappedLabel(text, role))

    def head(self, text: str, role: Role = Role.STRONG) -> None:
        """A heading, with room above it."""
        if self._column.count():
            self._column.addSpacing(10)
        self.say(text, role)

    def each(self, sentences: Iterable[str], role: Role = Role.BODY) -> None:
        """Sentences with a dot before each."""
        for sentence in sentences:
            self._column.addWidget(MarkedLabel(sentence, role))

    def below(self, text: str) -> None:
        """A hint to the sentence above it; an empty one is left out."""
        if text:
            label = WrappedLabel(text, Role.HINT)
            label.setContentsMargins(_INDENT, 0, _INDENT, 0)
            self._column.addWidget(label)

    def pictured(self, icon: str, colour: str, text: str, role: Role = Role.BODY, size: int = 18) -> None:
        """A line with a picture that its words name as well."""
        self._column.addWidget(MarkedLabel(text, role, icon, colour, size))

    def empty(self) -> None:
        """Take every word away."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
