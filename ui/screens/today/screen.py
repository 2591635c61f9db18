"""Home: a greeting, a new report, and the reports there are."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QListView, QVBoxLayout, QWidget

from intake.errors import Defect, Mishap
from ui.accessibility import give_name
from ui.app_state import AppState
from ui.day_words import day_words
from ui.lists.case_row import CaseRow
from ui.lists.cases_model import CasesModel
from ui.screen import Screen, Wish
from ui.screens.today.due_now import DueNow
from ui.screens.today.list_actions import ListActions
from ui.screens.today.presenter import Reports, arrive, begin, day_the_clock_misses
from ui.screens.today.reminders import Reminders
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role
from ui.style.tokens import MEASURE

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine

_NOON = 12
_EVENING = 18  # o'clock at the desk
_ONE_LINE = 48
"""The list gives way before any words do; its scroll bars would ask for more."""


def build(state: AppState, wish: Wish) -> TodayScreen:
    """The home screen."""
    del wish
    return TodayScreen(state)


class TodayScreen(Screen):
    """One primary action: a new report."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the home screen needs an open vault")
        self._session = state.session
        self.greeting = WrappedLabel("", Role.TITLE)
        self.new_report = WrappingButton("", Role.PRIMARY, "plus")
        self.notice = NoticeBar()
        self.reminders = Reminders(state, state.session)
        self.due = DueNow(state, state.session)
        self.clock_line = WrappedLabel("", Role.HINT)
        self.heading = WrappedLabel("", Role.HEADING)
        self.empty = WrappedLabel()
        self.model = CasesModel(state.clock.today(), self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setMinimumHeight(_ONE_LINE)
        self.actions_of_list = ListActions(self.list, self.model)
        self._build()
        self._limit()
        self._connect()
        self.retranslate()
        state.runner.run(partial(arrive, self._session), self, self._on_listed, self.show_error)
        self.reminders.look()
        self.due.look()
        state.runner.run(partial(day_the_clock_misses, self._session), self, self._on_clock_known, self.show_error)

    def first_focus(self) -> QWidget:
        """The one primary action."""
        return self.new_report

    def leave(self) -> None:
        """Forget the list."""
        self.model.show(())
        self.due.forget()
        self.actions_of_list.forget()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong with the list or the new report."""
        self.new_report.setEnabled(True)
        self.reminders.put_away()  # one thing at a time
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        hour = self.state.clock.now().astimezone().hour
        if hour < _NOON:
            self.greeting.setText(self.tr("Good morning."))
        elif hour < _EVENING:
            self.greeting.setText(self.tr("Good afternoon."))
        else:
            self.greeting.setText(self.tr("Good evening."))
        self.new_report.setText(self.tr("New report"))
        self.reminders.retranslate()
        self.due.retranslate()
        self.heading.setText(self.tr("Reports"))
        self.empty.setText(
            self.tr(
                "No reports yet. A report is a talk, in any order and at the person's own pace. "
                "Every answer is kept, locked, as soon as it is given. You can stop and come back at any time."
            )
        )
        give_name(self.list, self.tr("Reports"), self.tr("Enter opens a report. Delete leads to erasing it."))
        self.actions_of_list.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 24)
        column.setSpacing(16)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(24)
        top.addWidget(self.greeting, 1)
        top.addWidget(self.new_report, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self.reminders)
        column.addWidget(self.due)
        column.addWidget(self.clock_line)
        self.clock_line.hide()
        column.addSpacing(8)
        above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        above.setSpacing(24)
        above.addWidget(self.heading)
        above.addWidget(self.actions_of_list, 1)  # far from the primary button
        column.addLayout(above)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        self.list.setItemDelegate(CaseRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.hide()
        self.empty.hide()

    def _limit(self) -> None:
        """No line of words is wider than the eye likes, whatever the window."""
        letter = self.fontMetrics().averageCharWidth()
        self.empty.setMaximumWidth(letter * MEASURE)
        for part in (self.reminders, self.due, self.clock_line):
            part.setMaximumWidth(letter * MEASURE)
        self.list.setMaximumWidth(letter * MEASURE * 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the text size as well."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_rest"):
            self._limit()

    def _connect(self) -> None:
        self.new_report.clicked.connect(self._on_new_report_clicked)
        self.reminders.wish.connect(self.go_to)
        for part in (self.reminders, self.due):
            part.failed.connect(self.show_error)
        self.due.wish.connect(self.go_to)
        self.due.erased.connect(self._on_erased)
        self.list.activated.connect(self._on_case_activated)
        self.list.clicked.connect(self._on_case_activated)
        self.actions_of_list.wish.connect(self.go_to)

    @Slot(object)
    def _on_listed(self, reports: Reports) -> None:
        lines = reports.lines
        self.model.show(lines)
        self.actions_of_list.erase_several.setVisible(reports.may_erase_several)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self._rest.setVisible(not lines)
        if lines:  # so that the keyboard finds the row; nothing looks chosen
            self.list.selectionModel().setCurrentIndex(
                self.model.index(reports.row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    @Slot()
    def _on_erased(self) -> None:
        self.state.runner.run(partial(arrive, self._session), self, self._on_listed, self.show_error)

    @Slot(object)
    def _on_clock_known(self, missed: date | None) -> None:
        if missed is not None:
            words = self.tr(
                "The clock of this computer may be wrong. It says {today}, and there is work from {day} here. "
                "Set it right, so that days in reports and permissions are right."
            )
            self.clock_line.setText(words.format(today=day_words(self.state.clock.today()), day=day_words(missed)))
        self.clock_line.setVisible(missed is not None)

    @Slot()
    def _on_new_report_clicked(self) -> None:
        self.new_report.setEnabled(False)
        job = partial(begin, self._session)
        self.state.runner.run(job, self, self._on_begun, self._on_not_begun, is_write=True)

    @Slot(object)
    def _on_begun(self, line: CaseLine) -> None:
        self.go_to.emit(Wish("interview", {"case_id": line.id}))

    @Slot(object)
    def _on_not_begun(self, error: Exception) -> None:
        """Whoever can make a way back in is led there."""
        if isinstance(error, Mishap) and error.code == "way_back_first":
            self.go_to.emit(Wish("way_back"))
        else:
            self.show_error(error)

    @Slot(QModelIndex)
    def _on_case_activated(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.go_to.emit(Wish("interview", {"case_id": line.id}))
