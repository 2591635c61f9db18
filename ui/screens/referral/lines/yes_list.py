"""The lines that hold something typed: each is read out, and leaves only while the person says yes to it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.referral.choose_lines import ChosenLine
from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class LineToHear(QWidget):
    """One line to read out, and the button that notes the answer."""

    answered = Signal(object, bool)

    def __init__(self, line: ChosenLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.script = WrappedLabel(line.text, Role.SCRIPT)
        words = self.tr("They take the yes back") if line.has_yes else self.tr("They say yes to this line")
        self.button = WrappingButton(words, Role.QUIET if line.has_yes else Role.SECONDARY)
        give_name(self.button, words, line.text)
        foot = QWidget()
        FlowLayout(foot).addWidget(self.button)
        column.addWidget(self.script)
        column.addWidget(foot)
        self.button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.answered.emit(self._line.line, not self._line.has_yes)


class YesList(QWidget):
    """Hidden while nothing that was typed could leave."""

    answered = Signal(object, bool)  # Line, whether it is a yes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ChosenLine, ...] = ()
        self.rows: list[LineToHear] = []
        self._lead = WrappedLabel("", Role.STRONG)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._lead)
        self.hide()

    def show_lines(self, lines: tuple[ChosenLine, ...]) -> None:
        """Show these lines, and nothing else."""
        if lines == self._shown:
            return
        self._shown = lines
        self._make()

    def retranslate(self) -> None:
        """Set the words in the language of the screen."""
        self._lead.setText(self.tr("Read each line out. It stands on the page only if they say yes to it."))
        self._make()

    def _make(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LineToHear(line) for line in self._shown]
        for row in self.rows:
            row.answered.connect(self.answered)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))
