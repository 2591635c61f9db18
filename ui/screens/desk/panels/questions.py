"""The way to the questions of the interview, and to what this office changes in them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.office_questions.look import PartsPage, see_parts
from intake.errors import Defect
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 26


def build(state: AppState) -> QuestionsPanel:
    """The panel."""
    return QuestionsPanel(state)


class QuestionsPanel(DeskPanel):
    """Two lines and a button; everybody may look."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of questions needs an open vault")
        self._page: PartsPage | None = None
        self.why = WrappedLabel()
        self.standing = WrappedLabel("", Role.STRONG)
        self.open = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        FlowLayout(buttons, gap=12).addWidget(self.open)
        for part in (self.why, self.standing, buttons):
            self.column.addWidget(part)
        self.open.clicked.connect(self._on_open)
        state.runner.run(partial(see_parts, state.session), self, self._on_seen, self.show_error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Questions"))
        self.why.setText(
            self.tr("See every question of the interview. A supervisor hides, rewords, moves and adds some.")
        )
        self.open.setText(self.tr("Open the questions"))
        page = self._page
        if page is None or not (page.left_over or not page.is_readable):
            self.standing.setText("")
        elif page.is_readable:
            self.standing.setText(self.tr("Some changes do not fit this version of the program."))
        else:
            self.standing.setText(self.tr("The changes of this office cannot be read."))
        self.standing.setVisible(bool(self.standing.text()))

    @Slot(object)
    def _on_seen(self, page: PartsPage) -> None:
        self._page = page
        self.retranslate()

    @Slot()
    def _on_open(self) -> None:
        self.go("questions")
