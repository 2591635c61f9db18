"""The question alone, large, to be read out or turned towards the person. Esc returns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class ReadingView(QFrame):
    """Shows no answer and no hint for staff: only what the person may see and hear."""

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._prompt = WrappedLabel("", Role.TITLE)
        self._script = WrappedLabel("", Role.SCRIPT)
        self._options = WrappedLabel("", Role.SCRIPT)
        self._why = WrappedLabel("", Role.BODY)
        self._close = WrappingButton("", Role.SECONDARY)
        scroll = ScrollColumn()
        scroll.column.setSpacing(24)
        for widget in (self._prompt, self._script, self._options, self._why):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(scroll, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeading)
        self._close.clicked.connect(self.close_wanted)
        self.retranslate()

    def show_question(self, question: AskedQuestion) -> None:
        """Take over the words of a question."""
        self._prompt.setText(question.prompt)
        self._why.setText(question.why_we_ask.strip())
        self._script.setText(question.script.strip())
        self._script.setVisible(bool(question.script.strip()))
        self._options.setText("\n".join(option.label for option in question.options))
        self._options.setVisible(bool(question.options))

    def first_focus(self) -> QWidget:
        """The way back."""
        return self._close

    def retranslate(self) -> None:
        """Set every text anew."""
        self._close.setText(self.tr("Back to the question"))
        give_name(self._close, self._close.text())
