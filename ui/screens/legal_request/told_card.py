"""The second step: the lawyer and the person are told before anything goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.releases.legal_request import LegalRequest
from ui.screens.legal_request.day_field import DayField, first_in_doubt
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ToldCard(Card):
    """Days only; nothing of what was said."""

    day_in_doubt = Signal(str)  # what the line asks for
    told = Signal(object, object, bool)  # date | None, date | None, whether it must be answered

    def __init__(self) -> None:
        super().__init__()
        self._heading = WrappedLabel("", Role.HEADING)
        self._why = WrappedLabel()
        self.lawyer, self.person = DayField(), DayField()
        self.agrees = TickLine()
        self.keep = WrappingButton("", Role.SECONDARY)
        self.kept = WrappedLabel("", Role.HINT)
        foot = QWidget()
        row = FlowLayout(foot, gap=12)
        row.addWidget(self.keep)
        row.addWidget(self.kept)
        for part in (self._heading, self._why, self.lawyer, self.person, self.agrees, foot):
            self.column.addWidget(part)
        self.keep.clicked.connect(self._on_keep)
        self.retranslate()

    def show_request(self, request: LegalRequest) -> None:
        """Show what was noted."""
        self.lawyer.show_day(request.lawyer_told_on)
        self.person.show_day(request.person_told_on)
        self.agrees.box.setChecked(request.lawyer_says_answer)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("Who is told first"))
        self._why.setText(
            self.tr(
                "Call your lawyer today. Then tell the person in a safe way, so that they can get a lawyer too. "
                "If they cannot be found, note the day on which you had tried every safe way."
            )
        )
        self.lawyer.show_label(self.tr("Our lawyer was told on, as in 2026-05-31"))
        self.person.show_label(self.tr("The person was told on, as in 2026-05-31"))
        self.agrees.show_words(self.tr("Our lawyer has seen it and says that it must be answered"))
        self.keep.setText(self.tr("Keep"))

    @Slot()
    def _on_keep(self) -> None:
        in_doubt = first_in_doubt(self.lawyer, self.person)
        if in_doubt:
            self.day_in_doubt.emit(in_doubt)
            return
        self.told.emit(self.lawyer.day(), self.person.day(), self.agrees.is_ticked)
