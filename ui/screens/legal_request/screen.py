"""A legal request: noted, both told, and only then a page of what was ordered. No way round leads from here."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from intake.releases.legal_request import BroughtBy, RequestKind
from ui.accessibility import announce
from ui.app_state import AppState
from ui.background.at_rest import AtRest
from ui.screen import Screen, Wish
from ui.screens.legal_request.note_card import NoteCard
from ui.screens.legal_request.order_card import OrderCard
from ui.screens.legal_request.presenter import Seen, answer, look, note, told, words_of_page
from ui.screens.legal_request.told_card import ToldCard
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.folder_picker import breakable
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.compelled.answer_order import NotYet, OrderAnswered


def build(state: AppState, wish: Wish) -> LegalRequestScreen:
    """The screen of one request, or of a new one."""
    return LegalRequestScreen(state, str(wish.args["case_id"]), str(wish.args.get("request_id", "")))


class LegalRequestScreen(Screen):
    """The later steps show only when the earlier ones are noted."""

    def __init__(self, state: AppState, case_id: str, request_id: str) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the legal request needs an open vault")
        self._session = state.session
        self._case_id = case_id
        self._request_id = request_id
        self.title = WrappedLabel("", Role.TITLE)
        self.law = WrappedLabel()
        self.back = WrappingButton("", Role.SECONDARY)
        self.notice = NoticeBar()
        self.noting, self.telling, self.order = NoteCard(), ToldCard(), OrderCard()
        self.done = WrappedLabel("", Role.STRONG)
        self._rest = AtRest(self.noting)
        self._build()
        self._connect()
        self.retranslate()
        state.runner.run(partial(look, self._session, case_id, request_id), self, self._on_seen, self.show_error)

    def first_focus(self) -> QWidget:
        """The way back."""
        return self.back

    def leave(self) -> None:
        """Empty every field."""
        self.order.forget()
        for field in (self.noting.came, self.noting.due, self.telling.lawyer, self.telling.person):
            field.edit.clear()
        self.done.clear()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong."""
        self._rest.end()
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("A legal request"))
        self.back.setText(self.tr("Back to who has what"))
        self.law.setText(
            self.tr(
                "Never leave it lying, and hand nothing over at the door. A subpoena is often not an order of a "
                "court, and often a letter from a lawyer ends it. To erase anything now could be a crime, so the "
                "report goes on hold. This is no legal advice: your lawyer decides with you."
            )
        )
        for part in (self.noting, self.telling, self.order):
            part.retranslate()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        first = QWidget()
        FlowLayout(first, gap=12).addWidget(self.back)
        for part in (self.title, self.law, first, self.notice, self.noting, self.telling, self.order, self.done):
            scroll.add(part)
        scroll.column.addStretch(1)
        for part in (self.telling, self.order, self.done):
            part.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.noting.noted.connect(self._on_noted)
        self.noting.incomplete.connect(self._on_incomplete)
        self.telling.told.connect(self._on_told)
        for card in (self.noting, self.telling):
            card.day_in_doubt.connect(self._on_day_in_doubt)
        self.order.words_wanted.connect(self._on_words_wanted)
        self.order.folder_chosen.connect(self._on_folder)

    @Slot(object)
    def _on_seen(self, seen: Seen) -> None:
        request = seen.request
        self.noting.show_request(request)
        self.order.show_items(seen.items)
        self.order.show_about(seen.about)
        self.order.second.ask(seen.second_asked)
        self.telling.setVisible(request is not None)
        if request is None:
            self.noting.came.show_day(self.state.clock.today())
            return
        self._request_id = request.request_id
        self.telling.show_request(request)
        is_told = request.lawyer_told_on is not None and request.person_told_on is not None
        self.order.setVisible(is_told and request.lawyer_says_answer)

    @Slot(object, object, object, object)
    def _on_noted(self, kind: RequestKind, brought_by: BroughtBy, came: date, due: date) -> None:
        self.notice.hide_notice()
        job = partial(note, self._session, self._case_id, kind, brought_by, came, due)
        self._rest.begin()  # a second press would note a second request
        self.state.runner.run(job, self, self._on_first_noted, self.show_error, is_write=True)

    @Slot(object)
    def _on_first_noted(self, seen: Seen) -> None:
        self._rest.end()
        self._on_seen(seen)
        self.telling.lawyer.edit.setFocus()
        announce(self, self.tr("Noted. The report is on hold."))

    @Slot()
    def _on_incomplete(self) -> None:
        self.notice.show_words(self.tr("Choose what it is and who brought it, and write both days."))

    @Slot(str)
    def _on_day_in_doubt(self, asked: str) -> None:
        self.notice.show_words(self.tr("This day cannot be read for sure. Please write it anew:"), asked)

    @Slot(object, object, bool)
    def _on_told(self, lawyer_on: date | None, person_on: date | None, agrees: bool) -> None:
        self.notice.hide_notice()
        job = partial(told, self._session, self._case_id, self._request_id, lawyer_on, person_on, agrees=agrees)
        self.state.runner.run(job, self, self._on_told_kept, self.show_error, is_write=True)

    @Slot(object)
    def _on_told_kept(self, seen: Seen) -> None:
        self._on_seen(seen)
        words = (
            self.tr("Kept.")
            if not self.order.isHidden()
            else self.tr("Kept. Nothing goes on before all three are there.")
        )
        self.telling.kept.setText(words)
        announce(self, words)

    @Slot()
    def _on_words_wanted(self) -> None:
        self.notice.hide_notice()
        job = partial(words_of_page, self._session, self._case_id, self._request_id, self.order.value())
        self.state.runner.run(job, self, self._on_words, self.show_error)

    @Slot(object)
    def _on_words(self, words: str | NotYet) -> None:
        if isinstance(words, str):
            self.order.show_words(words)
        else:
            self.notice.show_words(*words.reasons)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.notice.hide_notice()
        chosen = (self.order.value(), folder, self.order.second.take())
        job = partial(answer, self._session, self._case_id, self._request_id, *chosen)
        self.state.runner.run(job, self, self._on_answered, self.show_error, is_write=True)

    @Slot(object)
    def _on_answered(self, outcome: OrderAnswered | NotYet) -> None:
        from intake.actions.compelled.answer_order import NotYet

        if isinstance(outcome, NotYet):
            self.notice.show_words(*outcome.reasons)
            return
        words = self.tr("Saved: {file}, in {folder}. Give it to your lawyer, then delete it here.")
        self.done.setText(words.format(file=outcome.file_name, folder=breakable(outcome.folder)))
        self.done.show()
        announce(self, self.done.text())

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("ledger", {"case_id": self._case_id}))
