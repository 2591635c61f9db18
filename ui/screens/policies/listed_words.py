"""Cards that list words one below the other: what the shapes mean, the policies, the questions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.protections.comparison.view import ComparisonView, Meaning
from ui.screens.policies.looks import LOOKS
from ui.shared_widgets.card import Card
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class Legend(QWidget):
    """Each shape with its word and what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lines: list[QWidget] = []

    def show_meanings(self, meanings: tuple[Meaning, ...]) -> None:
        """Say all of them anew."""
        for line in self._lines:
            _drop(line, self._column)
        self._lines = [_meaning_line(one) for one in meanings]
        for line in self._lines:
            self._column.addWidget(line)


class WordsCard(Card):
    """A heading, and lines each in its role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._lines: list[QWidget] = []

    def show_lines(self, heading: str, lines: Iterable[tuple[str, Role]]) -> None:
        """Say all of them anew."""
        for line in self._lines:
            _drop(line, self.column)
        self._lines = [WrappedLabel(heading, Role.HEADING), *(WrappedLabel(words, role) for words, role in lines)]
        for line in self._lines:
            self.column.addWidget(line)

    def text(self) -> str:
        """Everything it says now."""
        return "\n".join(line.text() for line in self._lines if isinstance(line, WrappedLabel))


def policy_lines(view: ComparisonView) -> Iterable[tuple[str, Role]]:
    """Each policy: how far our reading of it can be trusted, and where it was read."""
    for policy in view.policies:
        yield policy.name, Role.STRONG
        yield policy.caution, Role.BODY
        yield f"{policy.source_line} {policy.read_line}", Role.HINT


def question_lines(view: ComparisonView) -> Iterable[tuple[str, Role]]:
    """The questions below their themes."""
    for theme in view.themes:
        yield theme.title, Role.STRONG
        for question in theme.questions:
            yield question, Role.BODY


def _meaning_line(meaning: Meaning) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon(*_picture(meaning)), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrappedLabel(f"{meaning.word}: {meaning.means}"), 1)
    return line


def _picture(meaning: Meaning) -> tuple[str, int, str]:
    name, colour = LOOKS[meaning.standing]
    return name, 20, colour


def _drop(line: QWidget, column: QVBoxLayout) -> None:
    column.removeWidget(line)
    line.hide()
    line.deleteLater()
