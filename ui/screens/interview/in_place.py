"""What stands in place of the question for a while: a protection in full, or a thing to do soon in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from intake.actions.protections.panel import FindingInFull
from intake.actions.time_limits.panel import TimeInFull, TimePanel
from ui.findings.in_full import FindingPage
from ui.findings.panel import ProtectionsView
from ui.screens.interview.question_column import QuestionColumn
from ui.time_limits.in_full import TimePage


class InPlace(QWidget):
    """One of the two or none; closing brings the keyboard back to where it was."""

    changed = Signal()

    def __init__(self, panel: ProtectionsView, middle: QuestionColumn) -> None:
        super().__init__()
        self._panel = panel
        self._middle = middle
        self._came_from: QWidget | None = None
        self.finding = FindingPage()
        self.time = TimePage()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.finding)
        row.addWidget(self.time)
        self.time.question_wanted.connect(self._on_question_wanted)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the question has to wait."""
        return bool(self.finding.instrument or self.time.limit_id)

    def show_finding(self, finding: FindingInFull) -> None:
        """One protection in full, unless something that could cost a life has come up meanwhile."""
        if self.time.is_pressing:
            return
        self.time.empty()
        self.finding.show_finding(finding)
        self._show(self.finding.first_focus())

    def show_time_panel(self, panel: TimePanel) -> None:
        """Draw what is better done soon, beside the question."""
        self._panel.time.show_panel(panel)

    def show_time_limit(self, limit: TimeInFull) -> None:
        """One thing to do soon in full."""
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self.finding.empty()
        self.time.show_limit(limit)
        self._show(self.time.first_focus())

    def close_time_limit(self) -> None:
        """Back to the word where the person was."""
        if self.time.limit_id:
            self.put_away()

    def make_way(self) -> None:
        """Another question is there. What could cost a life stays in front of it until it is met or put aside."""
        if self.time.is_pressing:
            self._came_from = None  # a part of a question that is no more
        else:
            self.empty()

    def put_away(self) -> bool:
        """Away with it. Says whether there was anything."""
        instrument, limit_id, came_from = self.finding.instrument, self.time.limit_id, self._came_from
        by_itself = self.time.is_pressing
        if not self.is_open:
            return False
        self.empty()
        self._show(None)
        if instrument:
            self._panel.focus_card(instrument)
        elif came_from is not None and isValid(came_from) and came_from.isVisible():  # a new question ends its parts
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        elif by_itself or not (self._panel.isVisible() and self._panel.time.focus_line(limit_id)):
            self._show(self._middle.first_focus())
        return True

    def empty(self) -> None:
        """Forget what it says: it tells of the answers."""
        self._came_from = None
        self.finding.empty()
        self.time.empty()

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [*self.finding.stops(), *self.time.stops()]

    def retranslate(self) -> None:
        """Set every text anew."""
        self.finding.retranslate()
        self.time.retranslate()

    @Slot()
    def _on_question_wanted(self) -> None:
        self.empty()
        self._show(None)

    def _show(self, focus: QWidget | None) -> None:
        self.finding.setVisible(bool(self.finding.instrument))
        self.time.setVisible(bool(self.time.limit_id))
        self.changed.emit()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.TabFocusReason)
