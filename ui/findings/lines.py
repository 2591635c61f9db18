"""Words below each other: headings, sentences, and sentences with a mark before them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_INDENT = 14  # px


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
            self._marked(WrappedLabel("·", role), sentence, role)

    def below(self, text: str) -> None:
        """A hint to the sentence above it; an empty one is left out."""
        if text:
            label = WrappedLabel(text, Role.HINT)
            label.setContentsMargins(_INDENT, 0, _INDENT, 0)
            self._column.addWidget(label)

    def pictured(self, icon: str, colour: str, text: str, role: Role = Role.BODY, size: int = 18) -> None:
        """A line with a picture that its words name as well."""
        self._marked(Icon(icon, size, colour), text, role)

    def empty(self) -> None:
        """Take every word away."""
        _empty(self._column)

    def _marked(self, mark: QWidget, text: str, role: Role) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedLabel(text, role), 1)
        self._column.addLayout(row)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
            inner.deleteLater()
