"""What was said, by day: a look, made later from pieces, lists and days. It never asks for an order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import Defect
from ui.app_state import AppState
from ui.screen import Screen, Wish
from ui.screens.timeline.line_card import LineCard
from ui.screens.timeline.presenter import go_to, look
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role

if TYPE_CHECKING:
    from intake.actions.interview.timeline import Timeline, TimelineLine


def build(state: AppState, wish: Wish) -> TimelineScreen:
    """The timeline of one report."""
    return TimelineScreen(state, str(wish.args["case_id"]))


class TimelineScreen(Screen):
    """Two lists: what has a day, and what has none. Each line leads to its question."""

    def __init__(self, state: AppState, case_id: str) -> None:
        super().__init__(state)
        if state.session is None:
            raise Defect("the timeline needs an open vault")
        self._session = state.session
        self._case_id = case_id
        self._timeline: Timeline | None = None
        self.title = WrappedLabel("", Role.TITLE)
        self.hint = WrappedLabel("", Role.HINT)
        self.back = WrappingButton("", Role.SECONDARY)
        self.notice = NoticeBar()
        self.none = WrappedLabel()
        self.heads = WrappedLabel("", Role.HEADING), WrappedLabel("", Role.HEADING)
        self.cards: list[LineCard] = []
        self._lists = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.back.clicked.connect(self._on_back)
        self._set_words()
        self._look()

    def first_focus(self) -> QWidget:
        """The way back to the report."""
        return self.back

    def leave(self) -> None:
        """Forget everything that was listed."""
        self._timeline = None
        self._make_cards()
        self.title.setText("")

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong; what is listed stays."""
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Set every text in the language of the screen; days and choices come again in it."""
        self._set_words()
        if self._timeline is not None:
            self._look()

    def _look(self) -> None:
        self.state.runner.run(partial(look, self._session, self._case_id), self, self._on_looked, self.show_error)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(48, 32, 48, 24)
        scroll = ScrollColumn()
        whole.addWidget(scroll)
        first = QWidget()
        FlowLayout(first, gap=12).addWidget(self.back)
        for part in (self.title, self.hint, first, self.notice, self.none):
            scroll.add(part)
        for head, listed in zip(self.heads, self._lists, strict=True):
            holder = QWidget()
            holder.setLayout(listed)
            listed.setContentsMargins(0, 0, 0, 0)
            listed.setSpacing(12)
            scroll.add(head)
            scroll.add(holder)
            head.hide()
        scroll.column.addStretch(1)
        self.none.hide()

    def _set_words(self) -> None:
        label = self._timeline.case_label if self._timeline else ""
        self.title.setText(self.tr("By day: {label}").format(label=label))
        self.hint.setText(self.tr("Made from what was said. It does not have to be whole or in order. It stays here."))
        self.back.setText(self.tr("To the report"))
        self.none.setText(
            self.tr("Nothing stands here yet. Days, pieces and the list of times come here once they are told.")
        )
        self.heads[0].setText(self.tr("With a day"))
        self.heads[1].setText(self.tr("No day said"))
        for card in self.cards:
            card.retranslate()

    def _make_cards(self) -> None:
        if any(card.isAncestorOf(focus) for card in self.cards if (focus := self.focusWidget()) is not None):
            self.back.setFocus()
        for old in self.cards:
            old.hide()
            old.deleteLater()
        self.cards = []
        lines: tuple[tuple[TimelineLine, ...], ...] = ((), ())
        if self._timeline is not None:
            lines = self._timeline.with_day, self._timeline.without_day
        for head, listed, told in zip(self.heads, self._lists, lines, strict=True):
            head.setVisible(bool(told))
            for line in told:
                card = LineCard(line)
                card.question_wanted.connect(self._on_question)
                listed.addWidget(card)
                self.cards.append(card)

    @Slot(object)
    def _on_looked(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._make_cards()
        self.none.setVisible(not self.cards)
        self._set_words()

    @Slot(str)
    def _on_question(self, question_id: str) -> None:
        job = partial(go_to, self._session, self._case_id, question_id)
        self.state.runner.run(job, self, self._on_placed, self.show_error, is_write=True)

    @Slot(object)
    def _on_placed(self, page: object) -> None:
        del page
        self._on_back()

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}))
