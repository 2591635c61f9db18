"""The way to the policies that the organisation wrote down, and how many rules are due to be checked again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.own_policies.look import count_due
from intake.errors import Defect
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 62


def build(state: AppState) -> OwnPoliciesPanel:
    """The panel."""
    return OwnPoliciesPanel(state)


class OwnPoliciesPanel(DeskPanel):
    """Two lines and a button."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of own policies needs an open vault")
        self._session = state.session
        self._due = 0
        self.why = WrappedLabel()
        self.due = WrappedLabel("", Role.STRONG)
        self.open = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        FlowLayout(buttons, gap=12).addWidget(self.open)
        for part in (self.why, self.due, buttons):
            self.column.addWidget(part)
        self.open.clicked.connect(self._on_open)
        state.runner.run(partial(count_due, self._session), self, self._on_counted, self.show_error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Policies of your own county"))
        self.why.setText(
            self.tr(
                "Write down what an office here has promised, so that it stands beside the rules that came with us."
            )
        )
        if self._due == 1:
            self.due.setText(self.tr("1 rule is due to be checked again. Its card says so."))
        else:
            words = self.tr("{count} rules are due to be checked again. Their cards say so.")
            self.due.setText(words.format(count=self._due))
        self.due.setVisible(self._due > 0)
        self.open.setText(self.tr("Open the policies"))

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self._due = count
        self.retranslate()

    @Slot()
    def _on_open(self) -> None:
        self.go("own_policy")
