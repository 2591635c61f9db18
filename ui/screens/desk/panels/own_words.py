"""Whether lines in own words may be written beside the sentences of a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.keys.supervisor import is_supervisor
from intake.actions.referral.own_words import allow_own_words, own_words_allowed
from intake.actions.session import OpenVault
from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 27


def build(state: AppState) -> OwnWordsPanel:
    """The panel."""
    return OwnWordsPanel(state)


class OwnWordsPanel(DeskPanel):
    """For supervisors; nobody else sees it."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the panel of own words needs an open vault")
        self._session = state.session
        self._is_on = False
        self.what = WrappedLabel()
        self.standing = WrappedLabel("", Role.STRONG)
        self.turn = WrappingButton("", Role.SECONDARY)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.turn)
        for part in (self.what, self.standing, foot):
            self.column.addWidget(part)
        self.turn.clicked.connect(self._on_turn)
        if not is_supervisor(self._session):  # never shown here: it would be a window of its own
            self.hide()
        state.runner.run(partial(own_words_allowed, self._session), self, self._on_seen, self.show_error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Lines in own words"))
        self.what.setText(
            self.tr(
                "A page is made of ready sentences. If you allow it, staff can also write lines in their own words. "
                "Such a line leaves only if it says what a ready sentence says, and the person says yes to it."
            )
        )
        self.standing.setText(self.tr("Allowed.") if self._is_on else self.tr("Not allowed."))
        self.turn.setText(self.tr("Allow no more") if self._is_on else self.tr("Allow own words"))

    @Slot()
    def _on_turn(self) -> None:
        self.notice.hide_notice()
        job = partial(_turn, self._session, not self._is_on)
        self.state.runner.run(job, self, self._on_turned, self.show_error, is_write=True)

    @Slot(object)
    def _on_seen(self, is_on: bool) -> None:
        self._is_on = is_on
        self.retranslate()

    @Slot(object)
    def _on_turned(self, is_on: bool) -> None:
        self._on_seen(is_on)
        announce(self.standing, self.standing.text())
        self.changed.emit()


def _turn(session: OpenVault, is_wanted: bool) -> bool:
    allow_own_words(session, is_wanted)
    return own_words_allowed(session)
