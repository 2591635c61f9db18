"""What is stored, the way back and the one way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.accessibility import give_name
from ui.screens.interview.flow.answer_keeper import Saving
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_SIGNS = {
    Saving.SAVED: "check",
    Saving.NOT_YET: "clock",
    Saving.IN_MEMORY: "not-saved",
    Saving.AS_TYPED: "pencil",
}


class Footer(QFrame):
    """*Saved* is said only after the vault said so."""

    back_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PLAIN)
        self._saving = Saving.NOTHING
        self._icon = Icon("check", 18)
        self._words = WrappedLabel("", Role.HINT)
        self._back = WrappingButton("", Role.SECONDARY)
        self._go_on = WrappingButton("", Role.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        row.addWidget(self._go_on)
        self._back.clicked.connect(self.back_wanted)
        self._go_on.clicked.connect(self.go_on_wanted)
        self.retranslate()

    def show_saving(self, saving: Saving) -> None:
        """Say what is stored. Only shown: the notice bar speaks when something is wrong."""
        self._saving = saving
        self._show()

    def show_ways(self, *, has_back: bool, is_end: bool) -> None:
        """At the end the closing card has the primary button."""
        self._back.setEnabled(has_back)
        self._go_on.setVisible(not is_end)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self._back, self._go_on]

    def retranslate(self) -> None:
        """Set every text anew."""
        self._back.setText(self.tr("Back"))
        self._go_on.setText(self.tr("Go on"))
        for button in (self._back, self._go_on):
            give_name(button, button.text())
        self._show()

    def words(self) -> str:
        """What it says about the answer now."""
        return self._words.text()

    def _show(self) -> None:
        self._words.setText(
            {
                Saving.NOTHING: "",
                Saving.NOT_YET: self.tr("Not saved yet"),
                Saving.SAVED: self.tr("Saved"),
                Saving.IN_MEMORY: self.tr("Kept in memory only"),
                Saving.AS_TYPED: self.tr("Kept as you typed it"),
            }[self._saving]
        )
        self._icon.setVisible(self._saving in _SIGNS)
        if self._saving in _SIGNS:
            self._icon.set_icon(_SIGNS[self._saving])
