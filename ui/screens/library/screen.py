"""The library: every instrument by place, found by words, read as a page, saved as a sheet for the person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from intake.actions.protections.compare_policies import language_names
from intake.actions.protections.handout import SavedHandout, make_handout, save_handout
from intake.actions.protections.library import find_in_library, read_library
from intake.protections.library.card import InstrumentCard
from ui.accessibility import announce, give_name
from ui.app_state import AppState
from ui.privacy import guard_text
from ui.screen import Screen, Wish
from ui.screens.library.page import InstrumentPage
from ui.screens.library.shelves import Shelves
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Choice, ChoiceGroup
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


def build(state: AppState, wish: Wish) -> LibraryScreen:
    """The library. The wish may name an instrument to open, and the report to go back to."""
    return LibraryScreen(state, str(wish.args.get("instrument", "")), str(wish.args.get("case_id", "")))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the worker hands over."""

    cards: tuple[InstrumentCard, ...]
    languages: tuple[Choice, ...]


class LibraryScreen(Screen):
    """The list, or one card in its place."""

    def __init__(self, state: AppState, instrument: str = "", case_id: str = "") -> None:
        super().__init__(state)
        self._wanted = instrument
        self._case_id = case_id
        self._shown = _Shown((), ())
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.notice = NoticeBar()
        self.report = WrappingButton("", Role.SECONDARY)
        self.try_out = WrappingButton("", Role.SECONDARY)
        self.policies = WrappingButton("", Role.SECONDARY)
        self.languages = ChoiceGroup(Role.NONANSWER)
        self.search = QLineEdit()
        self.found = WrappedLabel("", Role.HINT)
        self.shelves = Shelves()
        self.page = InstrumentPage()
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()
        self._look()

    def first_focus(self) -> QWidget:
        """Where words are searched for, or the card that was wanted."""
        return self.page.first_focus() if self.stack.currentWidget() == self.page else self.search

    def leave(self) -> None:
        """Forget what was searched for."""
        self.search.clear()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("Library"))
        self.lead.setText(
            self.tr("Every rule and promise that this program knows, with where each stops. No report is needed.")
        )
        self.report.setText(self.tr("Back to the report"))
        self.try_out.setText(self.tr("Try facts out"))
        self.policies.setText(self.tr("Compare policies"))
        for button in (self.report, self.try_out, self.policies):
            give_name(button, button.text())
        self.search.setPlaceholderText(self.tr("Search by words"))
        give_name(self.search, self.tr("Search by words"), self.tr("Such as arrest, condoms or 647."))
        self.page.retranslate()
        self._show_list()
        self._show_card()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc returns from a card to the list; twice in a row it hides the program, wherever one is."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() == self.page:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        guard_text(self.search)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.report, self.try_out, self.policies):
            flow.addWidget(button)
        self.report.setVisible(bool(self._case_id))
        scroll = ScrollColumn(characters=90)
        for part in (self.title, self.lead, self.notice, buttons, self.search, self.found, self.shelves):
            scroll.add(part)
        scroll.column.addStretch(1)
        self.stack.addWidget(scroll)
        self.stack.addWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        whole.setSpacing(16)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.languages)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.shelves.wanted.connect(self._on_wanted)
        self.languages.chosen.connect(self._look)
        self.report.clicked.connect(self._on_report)
        self.try_out.clicked.connect(self._on_try_out)
        self.policies.clicked.connect(self._on_policies)
        self.page.close_wanted.connect(self._on_back)
        self.page.save.folder_chosen.connect(self._on_folder)

    @Slot(str)
    def _look(self, language: str = "") -> None:
        job = partial(_read, self.state, language or self.state.languages.shown)
        self.state.runner.run(job, self, self._on_read, self._on_failed)

    def _show_list(self) -> None:
        shelves = find_in_library(self._shown.cards, self.search.text())
        self.shelves.show_shelves(shelves)
        self.languages.show_choices(self.tr("Language of the cards"), self._shown.languages)
        if self._shown.cards:
            count = sum(len(shelf.cards) for shelf in shelves)
            words = self.tr("{count} of {all}").format(count=count, all=len(self._shown.cards))
            self.found.setText(words if count else self.tr("Nothing has all of these words. Try fewer."))
            self.languages.choose(self._shown.cards[0].language)

    def _show_card(self) -> None:
        card = next((card for card in self._shown.cards if card.instrument == self._wanted), None)
        if card is not None:
            self.page.show_card(card)
            self.stack.setCurrentWidget(self.page)

    @Slot(object)
    def _on_read(self, shown: _Shown) -> None:
        self._shown = shown
        self._show_list()
        self._show_card()

    @Slot(str)
    def _on_search(self, words: str) -> None:
        del words
        self._show_list()
        announce(self.found, self.found.text())

    @Slot(str)
    def _on_wanted(self, instrument: str) -> None:
        self._wanted = instrument
        self._show_card()
        self.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        instrument, self._wanted = self._wanted, ""
        self.page.notice.hide_notice()
        self.stack.setCurrentIndex(0)
        self.shelves.focus_on(instrument)

    @Slot()
    def _on_report(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}))

    @Slot()
    def _on_try_out(self) -> None:
        self.go_to.emit(Wish("try_out", {"case_id": self._case_id} if self._case_id else {}))

    @Slot()
    def _on_policies(self) -> None:
        self.go_to.emit(Wish("policies"))

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        if self.page.card is not None:
            self.page.notice.hide_notice()
            job = partial(_save, self.state, self.page.card, folder)
            self.state.runner.run(job, self, self._on_saved, self._on_failed, is_write=True)

    @Slot(object)
    def _on_saved(self, saved: SavedHandout) -> None:
        self.page.save.show_saved(saved.file_name, saved.folder)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        is_open = self.stack.currentWidget() == self.page
        (self.page.notice if is_open else self.notice).show_error(error)


def _read(state: AppState, language: str) -> _Shown:
    content = state.content_at_hand()
    cards = read_library(content.protections, content.wording(language), state.clock.today())
    return _Shown(cards, language_names(content.wordings()))


def _save(state: AppState, card: InstrumentCard, folder: Path) -> SavedHandout:
    content = state.content_at_hand()
    instrument = content.protections.instrument(card.instrument)
    page = make_handout(instrument, content.protections, content.whom_to_call, content.wording(card.language))
    return save_handout(page, folder)
