"""Who has what about the person: every permission, every file, every legal request, and one way to end each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.accessibility import announce
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.ledger.own_page_card import OwnPageCard
from ui.screens.ledger.presenter import has_happened, look, own_page_words, save_own_page, take_back
from ui.screens.ledger.requests_card import RequestsCard
from ui.screens.ledger.shared_card import SharedCard
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.ledger.who_has_what import Ledger
    from intake.actions.referral.save_summary import Refused, Saved


def build(state: AppState, wish: Wish) -> LedgerScreen:
    """The ledger of one report."""
    return LedgerScreen(state, str(wish.args["case_id"]))


class LedgerScreen(Screen):
    """Reached in one step from the report and from Today. It is never part of a page for somebody else."""

    def __init__(self, state: AppState, case_id: str) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the ledger needs an open vault")
        self._session = state.session
        self._case_id = case_id
        self._ledger: Ledger | None = None
        self.title = WrappedLabel("", Role.TITLE)
        self.hint = WrappedLabel("", Role.HINT)
        self.back = WrappingButton("", Role.SECONDARY)
        self.notice = NoticeBar()
        self.none = WrappedLabel()
        self.cards: tuple[SharedCard, ...] = ()
        self.own_page = OwnPageCard()
        self.requests = RequestsCard()
        self._build()
        self._connect()
        self.retranslate()
        state.runner.run(partial(look, self._session, case_id), self, self._on_looked, self.show_error)

    def first_focus(self) -> QWidget:
        """The way back to the report."""
        return self.back

    def leave(self) -> None:
        """Forget everything that was listed."""
        self._ledger = None
        self._make_cards()
        self.own_page.forget()
        self.requests.show_requests(())
        self.title.setText("")

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong; the list stays."""
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        label = self._ledger.case_label if self._ledger else ""
        self.title.setText(self.tr("Who has what: {label}").format(label=label))
        self.hint.setText(self.tr("Only here, on the screen. No page for anybody else says who got what."))
        self.back.setText(self.tr("To the report"))
        self.none.setText(self.tr("No permission was signed. Nobody has a page."))
        for card in self.cards:
            card.retranslate()
        self.own_page.retranslate()
        self.requests.retranslate()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        first = QWidget()
        FlowLayout(first, gap=12).addWidget(self.back)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(12)
        for part in (self.title, self.hint, first, self.notice, self.none, holder, self.own_page, self.requests):
            scroll.add(part)
        scroll.column.addStretch(1)
        self.none.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.own_page.words_wanted.connect(self._on_words_wanted)
        self.own_page.folder_chosen.connect(self._on_folder)
        self.requests.request_wanted.connect(self._on_request)

    def _make_cards(self) -> None:
        if any(card.isAncestorOf(focus) for card in self.cards if (focus := self.focusWidget()) is not None):
            self.back.setFocus()
        for old in self.cards:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        named = self._named()
        self.cards = tuple(SharedCard(shared) for shared in self._ledger.shared) if self._ledger else ()
        for card in self.cards:
            card.named.box.setChecked(card.release_id in named)
            card.taken_back.connect(self._on_taken_back)
            card.happened.connect(self._on_happened)
            card.named.box.toggled.connect(self.own_page.forget)
            self._list.addWidget(card)

    def _named(self) -> frozenset[str]:
        return frozenset(card.release_id for card in self.cards if card.named.is_ticked)

    @Slot(object)
    def _on_looked(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._make_cards()
        self.none.setVisible(not ledger.shared)
        self.requests.show_requests(ledger.requests)
        self.own_page.forget()
        self.retranslate()

    @Slot(object)
    def _on_ended(self, ledger: Ledger) -> None:
        self._on_looked(ledger)
        announce(self, self.tr("Ended. Nothing more leaves with this permission."))

    @Slot(str)
    def _on_taken_back(self, release_id: str) -> None:
        self.notice.hide_notice()
        job = partial(take_back, self._session, self._case_id, release_id)
        self.state.runner.run(job, self, self._on_ended, self.show_error, is_write=True)

    @Slot(str)
    def _on_happened(self, release_id: str) -> None:
        self.notice.hide_notice()
        job = partial(has_happened, self._session, self._case_id, release_id)
        self.state.runner.run(job, self, self._on_ended, self.show_error, is_write=True)

    @Slot()
    def _on_words_wanted(self) -> None:
        self.notice.hide_notice()
        chosen = (self.own_page.language.value(), self._named())
        job = partial(own_page_words, self._session, self._case_id, *chosen)
        self.state.runner.run(job, self, self._on_words, self.show_error)

    @Slot(object)
    def _on_words(self, text: str) -> None:
        self.own_page.show_words(text)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        chosen = (self.own_page.language.value(), self._named(), folder)
        job = partial(save_own_page, self._session, self._case_id, *chosen)
        self.state.runner.run(job, self, self._on_saved, self.show_error, is_write=True)

    @Slot(object)
    def _on_saved(self, outcome: Saved | Refused) -> None:
        self.own_page.show_outcome(outcome)

    @Slot(str)
    def _on_request(self, request_id: str) -> None:
        self.go_to.emit(Wish("legal_request", {"case_id": self._case_id, "request_id": request_id}))

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}))
