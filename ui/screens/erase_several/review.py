"""The second step: what is known of each report, what cannot be reached, the number typed, one last button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.erasing.typed_count import is_count
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.out_of_reach_list import OutOfReachList
from ui.shared_widgets.second_person import SecondPerson
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.erasing.before_erasing import BeforeErasing
    from intake.actions.erasing.erase_several import BeforeErasingSeveral


class Review(QWidget):
    """A report on hold takes the way to erase away; what can be done then is to choose others."""

    others_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before: BeforeErasingSeveral | None = None
        self.goes = WrappedLabel("", Role.STRONG)
        self.reports = WrappedLabel()
        self.held = WrappedLabel("", Role.STRONG)
        self.others = WrappingButton("", Role.SECONDARY)
        self.left = OutOfReachList()
        self.typed = Field()
        self.second = SecondPerson()
        self.erase = WrappingButton("", Role.DESTROY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        first, self._last = QWidget(), QWidget()
        FlowLayout(first, gap=12).addWidget(self.others)
        FlowLayout(self._last, gap=12).addWidget(self.erase)
        for part in (self.goes, self.reports, self.held, first, self.left, self.typed, self.second, self._last):
            column.addWidget(part)
        self.others.clicked.connect(self.others_wanted)
        self.typed.edit.textChanged.connect(self.ready)
        self.erase.clicked.connect(self.erase_wanted)

    def show_before(self, before: BeforeErasingSeveral) -> None:
        """What was found out about the chosen reports."""
        self._before = before
        self.left.show_left(before.out_of_reach)
        self.typed.edit.clear()
        for part in (self.typed, self._last):
            part.setVisible(not before.held)
        self.held.setVisible(bool(before.held))
        self.second.ask(before.second_asked and not before.held)
        self.retranslate()
        self.ready()

    def forget(self) -> None:
        """Empty every line."""
        self._before = None
        self.left.clear()
        self.typed.edit.clear()
        self.second.secret.clear()
        for label in (self.reports, self.held):
            label.setText("")

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.others.setText(self.tr("Choose others"))
        self.typed.show_label(self.tr("To go on, type how many reports go"))
        self.erase.setText(self.tr("Erase these for good"))
        self.second.retranslate()
        self.left.retranslate()
        if self._before is None:
            return
        count = len(self._before.reports)
        give_name(self.typed.edit, self.tr("How many reports go"), self.tr("Chosen: {count}").format(count=count))
        words = self.tr("Reports that go, with all that was said: {count}. There is no way back.")
        if self._before.held:
            words = self.tr("Reports that you chose: {count}.")
        self.goes.setText(words.format(count=count))
        self.reports.setText("\n".join(self._report(report) for report in self._before.reports))
        self.held.setText(
            self.tr("On hold: {labels}. While one on hold is among those chosen, nothing is erased.").format(
                labels=", ".join(self._before.held)
            )
        )

    @Slot()
    def ready(self) -> None:
        """The last button waits for the right number."""
        before = self._before
        self.erase.setEnabled(
            before is not None and not before.held and is_count(self.typed.text(), len(before.reports))
        )

    def _report(self, report: BeforeErasing) -> str:
        left = report.out_of_reach
        pages = sum(page.count for page in left.pages)
        parts = [
            self.tr("on hold since {day}").format(day=day_words(report.held_since)) if report.held_since else "",
            self.tr("pages saved: {count}").format(count=pages) if pages else "",
            self.tr("signed papers: {count}").format(count=left.papers) if left.papers else "",
            self.tr("copies that hold it: {count}").format(count=len(left.copies)) if left.copies else "",
        ]
        known = "; ".join(part for part in parts if part) or self.tr("nothing of it has left, as far as we know")
        return self.tr("· {label}: {known}").format(label=report.case_label, known=known)
