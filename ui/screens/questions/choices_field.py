"""The choices of an own question: as many lines as are written, and one more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.questions.office.model import LONGEST_LABEL, MOST_CHOICES
from ui.screens.questions.rows import column_of
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_FEWEST_SHOWN = 2


class ChoicesField(QWidget):
    """One line for each choice."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = WrappedLabel("", Role.STRONG)
        self.fields = [Field() for _ in range(MOST_CHOICES)]
        column_of(self, self.heading, *self.fields, gap=8)
        for field in self.fields:
            field.edit.setMaxLength(LONGEST_LABEL)
            field.edit.textEdited.connect(self._on_edited)
        self._show_enough()

    def put(self, labels: tuple[str, ...]) -> None:
        """Show these choices."""
        for number, field in enumerate(self.fields):
            field.edit.setText(labels[number] if number < len(labels) else "")
        self._show_enough()

    def labels(self) -> tuple[str, ...]:
        """What is written, line by line, up to the last one."""
        written = [field.text() for field in self.fields]
        while written and not written[-1]:
            written.pop()
        return tuple(written)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Choices"))
        for number, field in enumerate(self.fields, start=1):
            field.show_label(self.tr("Choice {number}").format(number=number))

    def _show_enough(self) -> None:
        shown = max(_FEWEST_SHOWN, len(self.labels()) + 1)
        for number, field in enumerate(self.fields):
            field.setVisible(number < shown)

    @Slot()
    def _on_edited(self) -> None:
        self._show_enough()
        self.edited.emit()
