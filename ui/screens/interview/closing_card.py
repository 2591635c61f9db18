"""The end of what can be asked now: what can be done next, without any count of what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.accessibility import give_name
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ClosingCard(Card):
    """One primary way on: the page to hand over, or the question that opens the other parts."""

    page_wanted = Signal()
    key_wanted = Signal()
    home_wanted = Signal()
    look_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._has_locked = False
        self._kept_aside = 0
        self._title = WrappedLabel("", Role.QUESTION)
        self._words = WrappedLabel()
        self._aside = WrappedLabel("", Role.HINT)
        self._page = WrappingButton("", Role.PRIMARY)
        self._key = WrappingButton("", Role.PRIMARY)
        self._look_over = WrappingButton("", Role.SECONDARY)
        self._home = WrappingButton("", Role.SECONDARY)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(16)
        self.column.addWidget(self._title)
        self.column.addWidget(self._words)
        self.column.addWidget(self._aside)
        row = QWidget()
        buttons = FlowLayout(row, gap=12)
        for button in (self._page, self._key, self._look_over, self._home):
            buttons.addWidget(button)
        self.column.addWidget(row)
        self._page.clicked.connect(self.page_wanted)
        self._key.clicked.connect(self.key_wanted)
        self._look_over.clicked.connect(self.look_over_wanted)
        self._home.clicked.connect(self.home_wanted)
        self.retranslate()

    def show_end(self, *, has_locked: bool, kept_aside: int = 0) -> None:
        """Whether parts are still closed because nobody said yes to going on; how many answers stand aside."""
        self._has_locked = has_locked
        self._kept_aside = kept_aside
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The primary button."""
        return self._key if self._has_locked else self._page

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to."""
        return [self._page, self._key, self._look_over, self._home]

    def retranslate(self) -> None:
        """Set every text anew."""
        self._page.setText(self.tr("Make a page to hand over"))
        self._key.setText(self.tr("Go to that question"))
        self._home.setText(self.tr("Leave it for today"))
        self._look_over.setText(self.tr("Look it over together"))
        for button in (self._page, self._key, self._look_over, self._home):
            give_name(button, button.text())
        self._aside.setVisible(self._kept_aside > 0)
        self._aside.setText(
            self.tr(
                "Answers that no question asks for now: {count}. They are kept, count for nothing and are on no page."
            ).format(count=self._kept_aside)
        )
        self._page.setVisible(not self._has_locked)
        self._look_over.setVisible(not self._has_locked)
        self._key.setVisible(self._has_locked)
        if self._has_locked:
            self._title.setText(self.tr("This is as far as it goes for now"))
            self._words.setText(
                self.tr("The other parts open when the person says yes to going on. It is fine to stop here too.")
            )
        else:
            self._title.setText(self.tr("That was the last question"))
            self._words.setText(
                self.tr(
                    "You can go back to any part, look at what may protect, or make a page to hand over. "
                    "Nothing has left this program."
                )
            )
