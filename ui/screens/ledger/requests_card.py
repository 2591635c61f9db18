"""Legal requests for the report, and the way to note one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from intake.releases.legal_request import LegalRequest
from ui.accessibility import give_name
from ui.day_words import day_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class RequestsCard(Card):
    """Says when each came and whether it was answered, never what was asked."""

    request_wanted = Signal(str)  # the id, or "" for a new one

    def __init__(self) -> None:
        super().__init__()
        self._requests: tuple[LegalRequest, ...] = ()
        self._heading = WrappedLabel("", Role.HEADING)
        self._words = WrappedLabel()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=12)
        self.note = WrappingButton("", Role.SECONDARY)
        self.buttons: list[WrappingButton] = []
        self._flow.addWidget(self.note)
        for part in (self._heading, self._words, self._holder):
            self.column.addWidget(part)
        self.note.clicked.connect(self._on_note)
        self.retranslate()

    def show_requests(self, requests: tuple[LegalRequest, ...]) -> None:
        """Show the requests in the order in which they came."""
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._requests, self.buttons = requests, []
        for request in requests:
            button = WrappingButton("", Role.SECONDARY)
            button.clicked.connect(partial(self.request_wanted.emit, request.request_id))
            self.buttons.append(button)
            self._flow.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._heading.setText(self.tr("Legal requests"))
        self._words.setText(
            self.tr(
                "Does a court, a lawyer, police or an office ask for this report? Note it here before anything else."
            )
        )
        self.note.setText(self.tr("Note a legal request"))
        give_name(self.note, self.note.text(), self.tr("From then on nothing of this report can be erased."))
        for request, button in zip(self._requests, self.buttons, strict=True):
            if request.answered_on is not None:
                words = self.tr("Came {came}. Page saved {day}.").format(
                    came=day_words(request.received_on), day=day_words(request.answered_on)
                )
            else:
                words = self.tr("Came {came}. Answer due {due}.").format(
                    came=day_words(request.received_on), due=day_words(request.answer_due)
                )
            button.setText(words)
            give_name(button, words)

    @Slot()
    def _on_note(self) -> None:
        self.request_wanted.emit("")
