"""The fields of the form: several ticks under one question, and several lines to write."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.privacy import guard_text
from ui.shared_widgets.form_parts import Choice, TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_COLUMNS = 2
_LINES_IN_SIGHT = 4


class TickGroup(QWidget):
    """A question and its ticks; any number of them may be set."""

    def __init__(self, columns: int = _COLUMNS) -> None:
        super().__init__()
        self._columns = columns
        self._question = WrappedLabel("", Role.STRONG)
        self._hint = WrappedLabel("", Role.HINT)
        self._hint.hide()
        self.lines: dict[str, TickLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self._hint)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        column.addLayout(self._grid)

    def show_ticks(self, question: str, choices: Iterable[Choice], hint: str = "") -> None:
        """Put the question and its ticks; what was ticked stays ticked."""
        self._question.setText(question)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for number, (name, words) in enumerate(choices):
            if name not in self.lines:
                self.lines[name] = TickLine()
                row, column = divmod(number, self._columns)
                self._grid.addWidget(self.lines[name], row, column, Qt.AlignmentFlag.AlignTop)
                self._grid.setColumnStretch(column, 1)
            self.lines[name].show_words(words)
            give_name(self.lines[name].box, words, question)

    def choose(self, names: Iterable[str]) -> None:
        """Set these ticks and take the others away."""
        chosen = set(names)
        for name, line in self.lines.items():
            line.box.setChecked(name in chosen)

    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order shown."""
        return tuple(name for name, line in self.lines.items() if line.is_ticked)


class LinesField(QWidget):
    """Several lines to write, under their label; Tab leaves the field."""

    def __init__(self, lines_in_sight: int = _LINES_IN_SIGHT) -> None:
        super().__init__()
        self._lines_in_sight = lines_in_sight
        self._label = WrappedLabel("", Role.STRONG)
        self._hint = WrappedLabel("", Role.HINT)
        self.edit = QPlainTextEdit()
        guard_text(self.edit)
        self._label.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, self._hint, self.edit):
            column.addWidget(part)

    def show_label(self, words: str, hint: str) -> None:
        """Say what belongs here."""
        self._label.setText(words)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        give_name(self.edit, words, hint)
        self.edit.setMinimumHeight(self.edit.fontMetrics().lineSpacing() * (self._lines_in_sight + 2))

    def put(self, lines: Iterable[str]) -> None:
        """Show these lines."""
        self.edit.setPlainText("\n".join(lines))

    def lines(self) -> tuple[str, ...]:
        """What was written, without empty lines."""
        return tuple(line.strip() for line in self.edit.toPlainText().splitlines() if line.strip())
