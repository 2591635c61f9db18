"""For a supervisor: how many reports there are, and what left under which permission. No report is opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.cases.how_much import HowMuch, PermissionLine, PermissionState, ReportState, how_much
from intake.actions.keys.supervisor import is_supervisor
from intake.errors import Defect
from ui.app_state import AppState
from ui.day_words import day_words, month_words
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 45
_AT_FIRST = 10  # lines of permissions


def build(state: AppState) -> HowMuchPanel:
    """The panel."""
    return HowMuchPanel(state)


class HowMuchPanel(DeskPanel):
    """Nobody but a supervisor sees it."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the figures need an open vault")
        self._session = state.session
        self._seen = HowMuch((), (), 0, ())
        self._shows_all = False
        self.why = WrappedLabel("", Role.HINT)
        self.count = WrappedLabel("", Role.STRONG)
        self.months = WrappedLabel()
        self.states = WrappedLabel()
        self.left = WrappedLabel("", Role.STRONG)
        self.permissions = WrappedLabel()
        self.more = WrappingButton("", Role.QUIET)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.more)
        for part in (self.why, self.count, self.months, self.states, self.left, self.permissions, foot):
            self.column.addWidget(part)
        self.more.clicked.connect(self._on_more)
        self._may_look = is_supervisor(self._session)
        if not self._may_look:  # never shown here: it would be a window of its own
            self.hide()
        self.look_again()

    def look_again(self) -> None:
        """Reports may have gone."""
        if self._may_look:
            self.state.runner.run(partial(how_much, self._session), self, self._on_seen, self.show_error)

    def leave(self) -> None:
        """Forget the figures."""
        self._seen = HowMuch((), (), 0, ())
        for label in (self.count, self.months, self.states, self.left, self.permissions):
            label.setText("")

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        seen = self._seen
        self.heading.setText(self.tr("How much, and what left"))
        self.why.setText(self.tr("Counted from days and permissions. No report is opened for this."))
        self.count.setText(self.tr("Reports: {count}").format(count=seen.reports))
        months = [
            self.tr("· Opened in {month}: {count}").format(month=month_words(one.first_day), count=one.count)
            for one in seen.months
        ]
        states = [self._state(state, count) for state, count in seen.states if count]
        held = [self.tr("· On hold: {count}").format(count=seen.held)] if seen.held else []
        self.months.setText("\n".join(months))
        self.states.setText("\n".join([*states, *held]))
        for label in (self.months, self.states):
            label.setVisible(bool(months))
        self.left.setText(self.tr("Permissions: {count}").format(count=len(seen.permissions)))
        shown = seen.permissions if self._shows_all else seen.permissions[:_AT_FIRST]
        self.permissions.setText("\n".join(self._permission(one) for one in shown))
        self.permissions.setVisible(bool(shown))
        self.more.setText(self.tr("Show all permissions"))
        self.more.setVisible(len(shown) < len(seen.permissions))

    def _state(self, state: ReportState, count: int) -> str:
        words = {
            ReportState.STAYS: self.tr("· No permission yet: {count}"),
            ReportState.PERMITTED: self.tr("· With a permission, and no page saved: {count}"),
            ReportState.PAGE_SAVED: self.tr("· With a page that was saved: {count}"),
        }[state]
        return words.format(count=count)

    def _permission(self, line: PermissionLine) -> str:
        words = {
            PermissionState.LIVE: self.tr("· {label}, for {recipient}: good until {day}. Pages saved: {pages}."),
            PermissionState.EXPIRED: self.tr("· {label}, for {recipient}: ended, {day}. Pages saved: {pages}."),
            PermissionState.TAKEN_BACK: self.tr("· {label}, for {recipient}: taken back. Pages saved: {pages}."),
        }[line.state]
        day = day_words(line.until) if line.until else self.tr("no day")
        return words.format(label=line.case_label, recipient=line.recipient_name, day=day, pages=line.pages)

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        self.retranslate()

    @Slot(object)
    def _on_seen(self, seen: HowMuch) -> None:
        self._seen = seen
        self.retranslate()
