"""What the two text widgets share: handing over words, and saying gently what was not put in."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.answers.model import Answer, Text
from ui.accessibility import give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.guarded_edits import GuardedLine, GuardedText
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.lens.box_watch import BoxWatch
from ui.lens.boxes import LineBox, PageBox
from ui.lens.wording_check import WordingCheck


class TextAnswer(AnswerWidget):
    """Words in one field, which a screen reader names by its question."""

    is_typed = True

    def __init__(self, field: GuardedLine | GuardedText, name: str) -> None:
        super().__init__()
        self._field = field
        self._watch: BoxWatch | None = None
        give_name(field, name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(field)
        field.textChanged.connect(self._on_changed)
        field.cut_short.connect(self._on_cut_short)

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed words if there are any, else the words recorded."""
        value = answer.value if answer else None
        self._show(draft or (value.text if isinstance(value, Text) else ""))

    def put_back(self, raw: Raw) -> None:
        """Show these words again."""
        text = raw.text if isinstance(raw, HalfTyped) else raw
        self._show(text if isinstance(text, str) else "")

    def raw(self) -> Raw:
        """The words, or None when there is nothing but blanks."""
        text = self._field.text() if isinstance(self._field, GuardedLine) else self._field.toPlainText()
        return text if text.strip() else None

    def first_focus(self) -> QWidget:
        """The field."""
        return self._field

    def watch_with(self, check: WordingCheck, case_id: str, question_id: str) -> None:
        """Mark in the field what could harm the person."""
        box = LineBox(self._field) if isinstance(self._field, GuardedLine) else PageBox(self._field)
        self._watch = BoxWatch(box, check, f"{case_id} {question_id}", question_id, self)
        self._column.addWidget(self._watch)
        self._watch.text_shown()

    def empty(self) -> None:
        """``clear`` also forgets what could be undone."""
        was_blocked = self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(was_blocked)
        if self._watch is not None:
            self._watch.forget()

    def _show(self, text: str) -> None:
        self._field.show_text(text)
        if self._watch is not None:
            self._watch.text_shown()

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_cut_short(self) -> None:
        self.advice_wanted.emit(
            self.tr(
                "That was longer than fits here, so the end of it was not put in. What was here before is still here."
            )
        )
