"""The log in plain words, whether it is whole, and the way to erase everything."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.keys.supervisor import is_supervisor
from intake.actions.vault.read_log import Log, LogLine, read_log
from intake.errors import Defect
from ui.app_state import AppState
from ui.day_words import day_words
from ui.screens.desk.everything import EraseEverything
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 40
_DAYS_AT_FIRST = 3
_SHORT_TOKEN = 4  # characters: enough to tell the lines of one report from those of another


def build(state: AppState) -> LogPanel:
    """The panel."""
    return LogPanel(state)


class LogPanel(DeskPanel):
    """A few days at first, all of them on request."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the log panel needs an open vault")
        self._session = state.session
        self._may_read = is_supervisor(state.session)
        self._log = Log(())
        self._shows_all = False
        self.why = WrappedLabel()
        self.whole = WrappedLabel("", Role.STRONG)
        self.lines = WrappedLabel()
        self.older = WrappingButton("", Role.QUIET)
        self.everything = EraseEverything(state, self._session)
        foot = QWidget()
        FlowLayout(foot, gap=12).addWidget(self.older)
        for part in (self.why, self.whole, self.lines, foot, self.everything):
            self.column.addWidget(part)
        for part in (self.whole, self.lines, foot, self.everything):
            part.setVisible(self._may_read)
        self.older.clicked.connect(self._on_older)
        self.everything.erased.connect(self._on_erased)
        self.everything.failed.connect(self._on_erasing_failed)
        self.look_again()

    def look_again(self) -> None:
        """There may be new lines, and another number of people to ask."""
        if self._may_read:
            self._read()
            self.everything.leave()

    def leave(self) -> None:
        """Forget the lines."""
        self._log = Log(())
        self.lines.setText("")
        self.everything.leave()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Log"))
        self.older.setText(self.tr("Show all days"))
        self.everything.retranslate()
        if not self._may_read:
            self.why.setText(self.tr("A log is kept of what was done on which day. A supervisor can read it."))
            return
        self.why.setText(
            self.tr("What was done on which day. It names no person and no place. A line goes after 90 days.")
        )
        self.whole.setText(self._whole_words())
        days = [(day, list(lines)) for day, lines in groupby(self._log.lines, attrgetter("on"))]
        shown = days if self._shows_all else days[:_DAYS_AT_FIRST]
        self.lines.setText("\n".join("\n".join([day_words(day), *map(self._line, lines)]) for day, lines in shown))
        self.lines.setVisible(bool(shown))
        self.older.setVisible(len(shown) < len(days))

    def _whole_words(self) -> str:
        log = self._log
        if not log.lines and log.is_whole:
            return self.tr("Nothing is in the log yet.")
        if log.is_whole:
            return self.tr("The log is whole.")
        on = self.tr(" ({day})").format(day=day_words(log.fault_on)) if log.fault_on else ""
        match log.fault:
            case "changed":
                words = self.tr("The log is not whole. Line {number}{on} was changed by somebody.")
            case "missing":
                words = self.tr(
                    "The log is not whole. Line {number} is gone. It stood before a line{on} that is there."
                )
            case "cut_off":
                words = self.tr("The log is not whole. Its end is gone, from line {number} on.")
            case _:
                words = self.tr("The log is not whole. Its start was changed by somebody.")
        return words.format(number=log.fault_number, on=on)

    def _line(self, line: LogLine) -> str:
        words = {
            "opened": self.tr("The vault was opened"),
            "exported": self.tr("A page was saved"),
            "erased": self.tr("Something was erased"),
            "release_signed": self.tr("A permission was signed"),
            "release_revoked": self.tr("A permission was taken back"),
            "release_ended": self.tr("A permission ended: what it was for has happened"),
            "legal_request": self.tr("A legal request was noted"),
            "order_answered": self.tr("A page was saved because a court ordered it"),
            "staff_changed": self.tr("The staff changed"),
            "copy_made": self.tr("A copy was made"),
            "hold_set": self.tr("A report was put on hold"),
            "hold_released": self.tr("A hold ended"),
            "second_agreed": self.tr("A second person agreed"),
            "rule_changed": self.tr("The rule of two people was changed"),
            "restored": self.tr("A copy was put back"),
            "went_on": self.tr("Somebody went on with an older or changed state"),
            "policy_added": self.tr("A policy of this office was put to use"),
            "words_changed": self.tr("The words that the lens looks for were changed"),
            "questions_changed": self.tr("The questions of the interview were changed"),
            "false_alarm": self.tr("A page saved after a false alarm was talked through"),
        }.get(line.action, self.tr("Something else was done"))
        who = self.tr(", by {staff}").format(staff=line.staff_code) if line.staff_code else ""
        return self.tr("· {words}{who} (mark {token})").format(words=words, who=who, token=line.token[:_SHORT_TOKEN])

    @Slot()
    def _on_older(self) -> None:
        self._shows_all = True
        self.retranslate()

    @Slot()
    def _read(self) -> None:
        self.state.runner.run(partial(read_log, self._session), self, self._on_read, self.show_error)

    @Slot(object)
    def _on_read(self, log: Log) -> None:
        self._log = log
        self.retranslate()

    @Slot()
    def _on_erased(self) -> None:
        self._read()
        self.changed.emit()

    @Slot(object)
    def _on_erasing_failed(self, error: Exception) -> None:
        self.show_error(error)
        self._read()
