"""A quiet button that first says what would happen, and only then offers it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce, give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class TwoStep(QWidget):
    """``choices`` are ids with their words; the last one only closes it again. ``about`` is heard with each."""

    chosen = Signal(str)

    def __init__(self, opener: str, words: str, choices: tuple[tuple[str, str], ...], about: str) -> None:
        super().__init__()
        self._choices = choices
        self._about = about
        self._words = words
        self._asking: QWidget | None = None
        self.opener = WrappingButton(opener, Role.QUIET)
        give_name(self.opener, opener, about)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeading)
        self.opener.clicked.connect(self._on_open)

    def buttons(self) -> list[WrappingButton]:
        """What is offered, once it is open."""
        return self._asking.findChildren(WrappingButton) if self._asking is not None else []

    @Slot()
    def _on_open(self) -> None:
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        if self._words:
            column.addWidget(WrappedLabel(self._words, Role.HINT))
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for number, (_, words) in enumerate(self._choices):
            button = WrappingButton(words, Role.SECONDARY)
            button.setProperty("choice", number)
            give_name(button, words, self._about)
            button.clicked.connect(self._on_chosen)
            flow.addWidget(button)
        column.addWidget(row)
        self._column.addWidget(self._asking)
        self._asking.show()  # now, not with the next event: it takes the keyboard at once
        self.opener.hide()
        for one, following in pairwise([self.opener, *self.buttons()]):
            QWidget.setTabOrder(one, following)
        last = self.buttons()[-1]
        last.setFocus(Qt.FocusReason.OtherFocusReason)  # the harmless one: Enter by mistake changes nothing
        announce(self, self._words)

    @Slot()
    def _on_chosen(self) -> None:
        choice = self._choices[int(self.sender().property("choice"))][0]
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.hide()
            asking.deleteLater()
        self.opener.show()
        self.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        if choice != self._choices[-1][0]:
            self.chosen.emit(choice)
