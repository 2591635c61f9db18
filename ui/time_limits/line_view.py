"""One thing to do soon beside the question: its name and how long there is; it opens in full."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake.actions.time_limits.panel import TimeLine
from ui.accessibility import give_name
from ui.findings.marked_label import MarkedLabel
from ui.shared_widgets.choice_button import WrappingButton
from ui.style.facing import facing
from ui.style.roles import Role, set_role


class TimeLineView(QFrame):
    """Stays the same widget while its words change, so that the keyboard never falls out of it."""

    opened = Signal(str)

    def __init__(self, limit_id: str) -> None:
        super().__init__()
        self._id = limit_id
        self._line: TimeLine | None = None
        set_role(self, Role.CLOCK)
        self.title = WrappingButton("", Role.SECTION, "chevron-right")
        self._left = MarkedLabel("", Role.CLOCK, "clock", "time_ink")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 12, 10)
        column.setSpacing(0)
        column.addWidget(self.title)
        indented = QVBoxLayout()
        indented.setContentsMargins(16, 0, 0, 0)
        indented.addWidget(self._left)
        column.addLayout(indented)
        self.title.clicked.connect(self._on_opened)

    def show_line(self, line: TimeLine) -> bool:
        """Draw it as it stands now. Says whether it stands otherwise than before."""
        is_other = self._line is not None and (self._line.shape, self._line.state) != (line.shape, line.state)
        if line != self._line:
            self._line = line
            self.retranslate()
        return is_other

    def retranslate(self) -> None:
        """Set every text anew."""
        if self._line is None:
            return
        line = self._line
        self.title.setText(line.title)
        self.title.set_icon_name(facing(self, "chevron-right"))
        words = f"{line.state_word}. {line.left_of_it}" if line.state == "later" else line.state_word or line.left_of_it
        if line.state_word and line.state != "later" and line.about:
            words = f"{line.about}. {words}"
        self._left.setText(words)
        give_name(self.title, " ".join((f"{line.title}.", words, self.tr("Opens."))))

    @Slot()
    def _on_opened(self) -> None:
        self.opened.emit(self._id)
