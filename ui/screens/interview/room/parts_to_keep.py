"""The parts of a report as a list of choices, and below it in words what would go."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.erasing.keep_parts import TIME_MATTERS, PartLine
from intake.actions.interview.page import OptionWords
from ui.accessibility import announce, give_name
from ui.answer_widgets.option_group import OptionGroup
from ui.shared_widgets.wrapped_label import WrappedLabel


class PartsToKeep(QWidget):
    """All parts are chosen at first, so that nothing goes by itself."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[PartLine, ...] = ()
        self._group = OptionGroup("", (), is_single=False)
        self._words = WrappedLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for part in (self._group, self._words):
            self._column.addWidget(part)

    def show_parts(self, parts: tuple[PartLine, ...], kept: frozenset[str]) -> None:
        """List them anew, these of them chosen."""
        if not parts and not self._parts:
            return  # as with every question: there is nothing to forget
        self._parts = parts
        old = self._group
        lines = tuple(OptionWords(part.id, self._title(part)) for part in parts)
        self._group = OptionGroup(self.tr("Parts to keep"), lines, is_single=False)
        self._group.choose(tuple(kept))
        self._group.option_used.connect(self._on_used)
        self._column.replaceWidget(old, self._group)
        old.hide()
        old.deleteLater()
        self._say()

    def kept(self) -> frozenset[str]:
        """The parts that are chosen."""
        return frozenset(self._group.chosen())

    def going(self) -> str:
        """The titles of the others."""
        kept = self.kept()
        return "; ".join(self._title(part) for part in self._parts if part.id not in kept)

    def reword(self, parts: tuple[PartLine, ...]) -> None:
        """The same parts in another language, chosen as they are."""
        self.show_parts(parts, self.kept())

    def retranslate(self) -> None:
        """The words around them in the language of the screen."""
        give_name(self._group, self.tr("Parts to keep"))
        self._say()

    def first_focus(self) -> QWidget:
        """The first part; itself when there is none."""
        return self._group.first_focus() if self._parts else self

    def _title(self, part: PartLine) -> str:
        if part.title:
            return part.title
        return self.tr("What was noted under Time matters") if part.id == TIME_MATTERS else self.tr("Older answers")

    def _say(self) -> None:
        going, nothing = self.going(), self.tr("So far, all of it stays.")
        self._words.setText(self.tr("To be erased: {parts}").format(parts=going) if going else nothing)

    @Slot(object)
    def _on_used(self, _part: str) -> None:
        self._say()
        announce(self._words, self._words.text())
        self.changed.emit()
