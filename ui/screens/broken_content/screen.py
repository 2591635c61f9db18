"""The program does not start on faulty words or rules: the file, the line and the cure of every fault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import ContentProblem
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

MOST_SHOWN = 20


def build(state: AppState, wish: Wish) -> BrokenContentScreen:
    """The screen; ``wish.args["problems"]`` are the faults."""
    return BrokenContentScreen(state, cast("Sequence[ContentProblem]", wish.args["problems"]))


class BrokenContentScreen(Screen):
    """Every fault on a card of its own, and the way out."""

    def __init__(self, state: AppState, problems: Sequence[ContentProblem]) -> None:
        super().__init__(state)
        self._problems = problems
        self.title = WrappedLabel("", Role.TITLE)
        self.words = WrappedLabel()
        self.more = WrappedLabel("", Role.HINT)
        self.close_button = WrappingButton("", Role.PRIMARY)
        self._build()
        self.close_button.clicked.connect(self._on_close_clicked)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """The way out."""
        return self.close_button

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("A file of the program has a fault"))
        self.words.setText(
            self.tr(
                "Forthright does not open a vault while its questions or its rules may be wrong. Your vault is "
                "untouched. Mend the lines below, or put the program's own files back, and start it again."
            )
        )
        hidden = len(self._problems) - MOST_SHOWN
        self.more.setText(self.tr("And {count} more: see the check-content verb.").format(count=hidden))
        self.more.setVisible(hidden > 0)
        self.close_button.setText(self.tr("Close"))

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 48, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        scroll.add(self.title)
        scroll.add(self.words)
        for problem in self._problems[:MOST_SHOWN]:
            card = Card()
            card.column.addWidget(WrappedLabel(f"{problem.file}, {problem.line}", Role.STRONG))
            card.column.addWidget(WrappedLabel(problem.what))
            card.column.addWidget(WrappedLabel(problem.cure, Role.HINT))
            scroll.add(card)
        scroll.add(self.more)
        scroll.add(self.close_button)
        scroll.column.addStretch(1)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.window().close()
