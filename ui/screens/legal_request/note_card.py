"""The first step: what came, from what kind of place, when, and until when an answer is due."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.releases.legal_request import BroughtBy, LegalRequest, RequestKind
from ui.day_words import day_words
from ui.screens.legal_request.day_field import DayField, first_in_doubt
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import ChoiceGroup
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class NoteCard(Card):
    """A form until the request is noted, then one sentence."""

    noted = Signal(object, object, object, object)  # RequestKind, BroughtBy, date, date
    incomplete = Signal()
    day_in_doubt = Signal(str)  # what the line asks for

    def __init__(self) -> None:
        super().__init__()
        self._request: LegalRequest | None = None
        self._heading = WrappedLabel("", Role.HEADING)
        self._summary = WrappedLabel()
        self.kind, self.brought_by = ChoiceGroup(), ChoiceGroup()
        self.came, self.due = DayField(), DayField()
        self.note = WrappingButton("", Role.PRIMARY)
        self._form = (self.kind, self.brought_by, self.came, self.due, self._foot())
        for part in (self._heading, self._summary, *self._form):
            self.column.addWidget(part)
        self.note.clicked.connect(self._on_note)
        self.retranslate()

    def show_request(self, request: LegalRequest | None) -> None:
        """Show the form, or what was noted."""
        self._request = request
        for part in self._form:
            part.setVisible(request is None)
        self._summary.setVisible(request is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("What came"))
        self.kind.show_choices(self.tr("What does it say it is?"), self._kinds())
        self.brought_by.show_choices(self.tr("Who brought it?"), self._bringers())
        self.came.show_label(self.tr("The day it came, as in 2026-05-31"))
        self.due.show_label(self.tr("The day by which it wants an answer, as in 2026-05-31"))
        self.note.setText(self.tr("Note it and put the report on hold"))
        if self._request is not None:
            words = self.tr("{kind}, brought by: {who}. It came {came}. Answer due {due}.")
            self._summary.setText(
                words.format(
                    kind=dict(self._kinds())[self._request.kind],
                    who=dict(self._bringers())[self._request.brought_by],
                    came=day_words(self._request.received_on),
                    due=day_words(self._request.answer_due),
                )
            )

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return (
            (RequestKind.SUBPOENA.value, self.tr("Subpoena")),
            (RequestKind.COURT_ORDER.value, self.tr("Order of a court")),
            (RequestKind.SEARCH_WARRANT.value, self.tr("Search warrant")),
            (RequestKind.LETTER.value, self.tr("Letter or call")),
        )

    def _bringers(self) -> tuple[tuple[str, str], ...]:
        return (
            (BroughtBy.COURT.value, self.tr("A court")),
            (BroughtBy.PROSECUTOR.value, self.tr("A prosecutor")),
            (BroughtBy.POLICE.value, self.tr("Police")),
            (BroughtBy.OTHER_LAWYER.value, self.tr("Another lawyer")),
            (BroughtBy.GOVERNMENT.value, self.tr("A government office")),
            (BroughtBy.SOMEBODY_ELSE.value, self.tr("Somebody else")),
        )

    def _foot(self) -> QWidget:
        foot = QWidget()
        FlowLayout(foot).addWidget(self.note)
        return foot

    @Slot()
    def _on_note(self) -> None:
        in_doubt = first_in_doubt(self.came, self.due)
        if in_doubt:
            self.day_in_doubt.emit(in_doubt)
            return
        kind, who, came, due = self.kind.value(), self.brought_by.value(), self.came.day(), self.due.day()
        if kind and who and came and due:
            self.noted.emit(RequestKind(kind), BroughtBy(who), came, due)
        else:
            self.incomplete.emit()
