"""Type a sentence and see what would be marked in it; nothing of it is kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.screening.pack_shelf import LONGEST_TRIED, TriedText
from ui.accessibility import announce
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

_REST_MS = 250  # from the last key


class TryPart(QWidget):
    """One line to type in, and in words below it what the lens says."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tried = TriedText("")
        self.heading = WrappedLabel("", Role.HEADING)
        self.field = Field()
        self.field.edit.setMaxLength(LONGEST_TRIED)
        self.answer = WrappedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.heading, self.field, self.answer):
            column.addWidget(part)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self.field.edit.textEdited.connect(self._on_edited)

    def show_tried(self, tried: TriedText) -> None:
        """Show what was found, unless another sentence stands there by now."""
        if tried.text.strip() == self.field.text():
            self._tried = tried
            self.retranslate()
            announce(self.answer, self.answer.text())

    def ask_again(self) -> None:
        """The words are others now: look at the same sentence anew."""
        if self.field.text():
            self._rest.start()

    def empty(self) -> None:
        """Forget the sentence."""
        self._rest.stop()
        self._tried = TriedText("")
        self.field.edit.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Try a sentence"))
        self.field.show_label(self.tr("Type a made-up sentence, not one from a report"))
        lines = [
            self.tr("Marked: \u201c{words}\u201d ({kind})").format(words=words, kind=kind)
            for words, kind in self._tried.marks
        ]
        nothing = self.tr("Nothing would be marked.") if self._tried.text.strip() else ""
        self.answer.setText("\n".join(lines) or nothing)
        self.answer.setVisible(bool(self.answer.text()))

    @Slot()
    def _on_edited(self) -> None:
        self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        self.typed.emit(self.field.text())
