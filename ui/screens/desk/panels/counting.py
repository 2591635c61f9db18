"""Were the rules kept, and whom a funder wants counted: totals without any tie to a report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake.actions.counting.count import count, counted_questions, counted_sections
from intake.actions.counting.totals import TotalWords, told_totals
from intake.actions.interview.page import AskedQuestion
from intake.actions.keys.supervisor import is_supervisor
from intake.errors import Defect
from ui.accessibility import announce, give_name
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.screens.desk.counting.sheet_form import SheetForm
from ui.screens.desk.panel import DeskPanel
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

ORDER = 46


def build(state: AppState) -> CountingPanel:
    """The panel."""
    return CountingPanel(state)


class CountingPanel(DeskPanel):
    """A button for each part; its questions open below. Totals are for supervisors."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("counting needs an open vault")
        self._session = state.session
        self._told: tuple[TotalWords, ...] = ()
        self._open = ""
        self.why = WrappedLabel("", Role.HINT)
        self.parts: dict[str, WrappingButton] = {}
        row = QWidget()
        self._row = FlowLayout(row, gap=12)
        self.form = SheetForm()
        self._rest = AtRest(self.form, row)
        self.counted = WrappedLabel("", Role.HINT)
        self.totals_heading = WrappedLabel("", Role.STRONG)
        self.totals = WrappedLabel()
        for part in (self.why, row, self.form, self.counted, self.totals_heading, self.totals):
            self.column.addWidget(part)
        self._make_buttons()
        self.form.hide()
        self.counted.hide()
        self.form.count_wanted.connect(self._on_count)
        self.form.close_wanted.connect(self._on_close)
        self._may_look = is_supervisor(self._session)
        self.look_again()

    def look_again(self) -> None:
        """Totals may have grown."""
        if self._may_look:
            self.state.runner.run(partial(told_totals, self._session), self, self._on_told, self.show_error)

    def leave(self) -> None:
        """Forget ticks and totals."""
        self._on_close()
        self._told = ()
        self.totals.setText("")

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Count and forget"))
        self.why.setText(
            self.tr(
                "Each answer adds one to the total of the year. Nothing says whose it was, on which day, "
                "or to which report it belongs. Open a part only after the person said yes."
            )
        )
        for section_id, title, _ in counted_sections(self._session):
            self.parts[section_id].setText(title)
            give_name(self.parts[section_id], title)
        self.form.retranslate()
        self.totals_heading.setText(self.tr("Totals that may be told"))
        self.totals_heading.setVisible(self._may_look)
        self.totals.setVisible(self._may_look)
        self.totals.setText(
            "\n".join(self._lines()) or self.tr("Nothing yet. A year is told once it is three months over.")
        )

    def _lines(self) -> list[str]:
        lines: list[str] = []
        for table in self._told:
            if table.about is None:
                words = self.tr("{year} · {question} Too few to tell.")
                lines.append(words.format(year=table.year, question=table.prompt))
                continue
            words = self.tr("{year} · {question} About {count} people.")
            lines.append(words.format(year=table.year, question=table.prompt, count=table.about))
            for label, about in table.lines:
                number = self.tr("not told") if about is None else self.tr("about {count}").format(count=about)
                lines.append(f"    {label}: {number}")
        return lines

    def _make_buttons(self) -> None:
        for section_id, _, _ in counted_sections(self._session):
            button = WrappingButton("", Role.SECONDARY)
            button.setProperty("part", section_id)
            button.clicked.connect(self._on_part)
            self.parts[section_id] = button
            self._row.addWidget(button)

    @Slot()
    def _on_part(self) -> None:
        sender = self.sender()
        self._open = str(sender.property("part")) if sender is not None else ""
        self.counted.hide()
        self.notice.hide_notice()
        self.state.runner.run(
            partial(counted_questions, self._session, self._open), self, self._on_questions, self.show_error
        )

    @Slot(object)
    def _on_questions(self, questions: tuple[AskedQuestion, ...]) -> None:
        notes = {section_id: note for section_id, _, note in counted_sections(self._session)}
        self.form.show_questions(notes.get(self._open, ""), questions, self.state.clock.today())
        self.form.show()
        self.form.said_yes.box.setFocus()

    @Slot()
    def _on_count(self) -> None:
        self.notice.hide_notice()
        job = partial(count, self._session, self.form.given(), said_yes=self.form.said_yes.is_ticked)
        self._rest.begin()  # what was counted once cannot be taken out again
        self.state.runner.run(job, self, self._on_counted, self._on_not_counted, is_write=True)

    @Slot(object)
    def _on_counted(self, result: object) -> None:
        del result
        self._rest.end()
        self._on_close()
        self.counted.setText(self.tr("Counted and forgotten. Nothing here says who it was."))
        self.counted.show()
        announce(self.counted, self.counted.text())
        self.look_again()

    @Slot(object)
    def _on_not_counted(self, error: Exception) -> None:
        self._rest.end()
        self.show_error(error)

    @Slot()
    def _on_close(self) -> None:
        self.form.forget()
        self.form.hide()
        if self._open in self.parts:
            self.parts[self._open].setFocus()
        self._open = ""

    @Slot(object)
    def _on_told(self, told: tuple[TotalWords, ...]) -> None:
        self._told = told
        self.retranslate()
