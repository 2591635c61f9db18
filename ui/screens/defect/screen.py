"""Shown when the program itself was wrong. No answer, no name and no value ever stands here."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


def build(state: AppState, wish: Wish) -> DefectScreen:
    """The screen; ``wish.args["note"]`` says where in the program it happened."""
    return DefectScreen(state, str(wish.args.get("note", "")))


class DefectScreen(Screen):
    """What happened, what is safe, two ways on."""

    def __init__(self, state: AppState, note: str) -> None:
        super().__init__(state)
        self._note = note
        self.title = WrappedLabel("", Role.TITLE)
        self.words = WrappedLabel()
        self.for_the_makers = WrappedLabel("", Role.HINT)
        self.go_on = WrappingButton("", Role.PRIMARY)
        self.lock = WrappingButton("", Role.SECONDARY)
        self._build()
        self.go_on.clicked.connect(self._on_go_on_clicked)
        self.lock.clicked.connect(self.hide_wanted)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The way on."""
        return self.go_on

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Something went wrong in the program"))
        self.words.setText(
            self.tr(
                "This is our mistake, not yours. Everything the screen had shown as saved is still in the vault. "
                "You can go on, or lock the vault and open it again."
            )
        )
        self.for_the_makers.setText(self.tr("For those who mend it: {note}").format(note=self._note))
        self.go_on.setText(self.tr("Go on"))
        self.lock.setText(self.tr("Lock the vault"))
        self.lock.setVisible(self.state.session is not None)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 48, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        buttons = QWidget()
        row = FlowLayout(buttons, 12)
        row.addWidget(self.go_on)
        row.addWidget(self.lock)
        for widget in (self.title, self.words, buttons, self.for_the_makers):
            scroll.add(widget)
        scroll.column.addStretch(1)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.go_to.emit(Wish("unlock" if self.state.session is None else "today"))
