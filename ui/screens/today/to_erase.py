"""Reports whose last day has come, at home: one press says what would go, a second one erases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.erasing.due_to_erase import DueToErase
from intake.actions.session import OpenVault
from ui.accessibility import announce
from ui.app_state import AppState
from ui.day_words import day_words
from ui.screen import Wish
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.two_step import TwoStep
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale
from ui.style.roles import Role

_SEEN = 3
"""Lines at the usual text size."""
_ERASE, _MORE, _OPEN, _LEAVE = "erase", "more", "open", "leave"


class ToErase(QWidget):
    """Nothing here goes by itself, whatever the clock says."""

    wish = Signal(object)  # Wish
    changed = Signal()  # there is something to say now, or nothing any more
    erased = Signal()

    def __init__(self, state: AppState, session: OpenVault) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._due: tuple[DueToErase, ...] = ()
        self._gone = ""
        self.notice = NoticeBar()
        self.done = WrappedLabel()
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.notice, self.done, self._lines):
            self._column.addWidget(part)
        self.done.hide()

    @property
    def has_words(self) -> bool:
        """Whether anything is to be seen."""
        return bool(self._due) or bool(self._gone)

    def look(self) -> None:
        """Ask the vault."""
        self._state.runner.run(partial(_due, self._session), self, self._on_known, self.notice.show_error)

    def forget(self) -> None:
        """Take every line away."""
        self._gone = ""
        self._on_known(())

    def retranslate(self) -> None:
        """Write every line anew."""
        gone = self.tr("Report {name} is erased. This vault holds no word of it now.").format(name=self._gone)
        self.done.setText(gone)
        self.done.setVisible(bool(self._gone))
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        seen = max(round(_SEEN / current_text_scale()), 1)
        for due in self._due[:seen]:
            column.addWidget(self._line(due))
        rest = len(self._due) - seen
        if rest > 0:
            more = self.tr("And {count} more whose last day has come.").format(count=rest)
            column.addWidget(WrappedLabel(more, Role.HINT))
        self._column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        self._lines.setVisible(bool(self._due))

    def _line(self, due: DueToErase) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        names = {"name": due.case_label, "day": day_words(due.kept_until)}
        says = self.tr("Report {name} was to be kept until {day}.").format(**names)
        column.addWidget(WrappedLabel(says))
        step = TwoStep(self.tr("Erase {name}...").format(**names), self._before(due), self._ways(due), says)
        step.chosen.connect(partial(self._on_chosen, due))
        column.addWidget(step)
        return line

    def _ways(self, due: DueToErase) -> tuple[tuple[str, str], ...]:
        name = due.case_label
        erase = (_ERASE, self.tr("Erase {name} for good").format(name=name))
        more = (_MORE, self.tr("Go on to erase {name}").format(name=name))
        return (
            erase if due.is_one_step else more,
            (_OPEN, self.tr("Open {name}, to look or to set another day").format(name=name)),
            (_LEAVE, self.tr("Not now")),
        )

    def _before(self, due: DueToErase) -> str:
        today = self.tr("This computer says that today is {day}.").format(day=day_words(self._state.clock.today()))
        goes = self.tr("All answers, all text, all permissions and the report itself go. There is no way back.")
        stays = self.tr("Pages that were handed out, papers and copies of the vault are not reached from here.")
        return " ".join((today, goes, stays) if due.is_elsewhere else (today, goes))

    @Slot(object)
    def _on_known(self, due: tuple[DueToErase, ...]) -> None:
        self._due = due
        self.retranslate()
        self.changed.emit()

    def _on_chosen(self, due: DueToErase, choice: str) -> None:
        self.notice.hide_notice()
        if choice == _OPEN:
            self.wish.emit(Wish("interview", {"case_id": due.case_id}))
        elif choice == _MORE:
            self.wish.emit(Wish("erase", {"case_id": due.case_id, "what": "whole"}))
        else:
            self._lines.setEnabled(False)
            job = partial(_erase, self._session, due.case_id)
            done = partial(self._on_erased, due.case_label)
            self._state.runner.run(job, self, done, self._on_failed, is_write=True)

    def _on_erased(self, label: str, _left: object) -> None:
        self._gone = label
        self.retranslate()
        announce(self, self.done.text())
        self.look()
        self.erased.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.notice.show_error(error)
        self.look()
        if getattr(error, "code", "") == "erase_unfinished":
            self.erased.emit()


def _due(session: OpenVault) -> tuple[DueToErase, ...]:
    from intake.actions.erasing.due_to_erase import due_to_erase

    return due_to_erase(session)


def _erase(session: OpenVault, case_id: str) -> object:
    from intake.actions.erasing.due_to_erase import erase_due

    return erase_due(session, case_id)
