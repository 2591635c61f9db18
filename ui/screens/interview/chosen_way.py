"""The button that leads to where that is done which was just chosen: a tick alone erases nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.interview.page import OptionWords
from ui.accessibility import announce, give_name
from ui.answer_widgets.raw_answer import Raw
from ui.shared_widgets.choice_button import WrappingButton
from ui.style.facing import facing
from ui.style.roles import Role


class ChosenWay(QWidget):
    """Hidden unless the chosen option leads somewhere."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ways: dict[str, str] = {}
        self._way = ""
        self.button = WrappingButton("", Role.SECONDARY, facing(self, "arrow-right"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.clicked.connect(self._on_clicked)
        self.hide()

    def begin(self, options: tuple[OptionWords, ...], raw: Raw) -> None:
        """Another question with its answer."""
        self._ways = {option.id: option.way for option in options if option.way}
        self._set(raw)

    def follow(self, raw: Raw) -> None:
        """Another answer; whoever cannot see it hears what came up."""
        before = self._way
        self._set(raw)
        if self._way not in ("", before):
            announce(self, self.button.text())

    def retranslate(self) -> None:
        """Set the words anew."""
        words = {
            "look_over": self.tr("Look it over and change it"),
            "keep_parts": self.tr("Choose the parts to keep"),
            "erase_words": self.tr("Go on to erase the own words"),
            "erase_whole": self.tr("Go on to erase the report"),
        }
        self.button.setText(words[self._way or "look_over"])  # a button is never without a name, hidden or not
        give_name(self.button, self.button.text())

    def _set(self, raw: Raw) -> None:
        self._way = self._ways.get(raw, "") if isinstance(raw, str) else ""
        self.retranslate()
        self.setVisible(bool(self._way))

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._way)
