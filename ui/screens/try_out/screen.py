"""All cards without a report: press facts and see what would be. Nothing here is ever saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.protections.panel import FindingInFull, ProtectionsPanel
from intake.actions.protections.try_out import ThingToTry, Tried, open_tried, things_to_try, try_out
from intake.wording.catalogue import ENGLISH
from ui.accessibility import give_name
from ui.app_state import AppState
from ui.findings.in_full import FindingPage
from ui.findings.panel import ProtectionsView
from ui.screen import Screen, Wish
from ui.screens.try_out.things import TriedThing
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale
from ui.style.roles import Role

_PANEL = 400  # px at a text scale of 1
_THINGS = 420


def build(state: AppState, wish: Wish) -> TryOutScreen:
    """The cards. The wish may name the report to go back to; its answers are not looked at."""
    return TryOutScreen(state, str(wish.args.get("case_id", "")))


class TryOutScreen(Screen):
    """Facts at the start edge, cards beside them; where there is no room for both, one or the other."""

    def __init__(self, state: AppState, case_id: str = "") -> None:
        super().__init__(state)
        self._case_id = case_id
        self._shows_cards = True
        self.things: list[TriedThing] = []
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.notice = NoticeBar()
        self.back = WrappingButton("", Role.SECONDARY)
        self.clear = WrappingButton("", Role.SECONDARY)
        self.swap = WrappingButton("", Role.SECONDARY)
        self.facts = ScrollColumn()
        self.panel = ProtectionsView()
        self.finding = FindingPage()
        self._all = QWidget()
        self._build()
        self._connect()
        self.retranslate()
        self._read()

    def first_focus(self) -> QWidget | None:
        """The first fact."""
        return self.things[0].group.first_focus() if self.things else self.back

    def leave(self) -> None:
        """What was tried is gone."""
        for thing in self.things:
            thing.clear()
        self.panel.empty()
        self.finding.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.title.setText(self.tr("All cards, and what if"))
        self.lead.setText(
            self.tr("Press what could be so and see which cards change. Nothing here is saved or sent to a report.")
        )
        self.back.setText(self.tr("Back to the report") if self._case_id else self.tr("Back to the library"))
        self.clear.setText(self.tr("Take all facts back"))
        self.panel.retranslate()
        self.panel.all_cards.hide()
        self.finding.retranslate()
        self._arrange()
        for button in (self.back, self.clear):
            give_name(button, button.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc returns from a finding to its card; twice in a row it hides the program, wherever one is."""
        if event.key() == Qt.Key.Key_Escape and self.finding.instrument:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show what fits."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger text leaves room for less."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_all"):
            self._arrange()

    def tried(self) -> Tried:
        """What is taken to be so, by the name of the fact."""
        return {thing.id: thing.values for thing in self.things if thing.values}

    def _build(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.back, self.clear, self.swap):
            flow.addWidget(button)
        self.facts.column.setSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.facts, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(48, 32, 24, 0)
        column.setSpacing(12)
        for part in (self.title, self.lead, self.notice, buttons):
            column.addWidget(part)
        column.addLayout(row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._all)
        whole.addWidget(self.finding)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.clear.clicked.connect(self._on_clear)
        self.swap.clicked.connect(self._on_swap)
        self.panel.opened.connect(self._on_opened)
        self.finding.close_wanted.connect(self._on_closed)
        self.finding.library_wanted.connect(self._on_library)

    def _read(self) -> None:
        self.state.runner.run(partial(_things, self.state), self, self._on_things, self._on_failed)

    def _look(self) -> None:
        job = partial(_cards, self.state, self.tried())
        self.state.runner.run(job, self, self._on_cards, self._on_failed)

    def _arrange(self) -> None:
        is_in_full = bool(self.finding.instrument)
        self._all.setVisible(not is_in_full)
        self.finding.setVisible(is_in_full)
        scale = current_text_scale()
        has_both = self.width() >= round((_PANEL + _THINGS) * scale)
        self.swap.setVisible(not has_both)
        self.swap.setText(self.tr("Show the facts") if self._shows_cards else self.tr("Show the cards"))
        give_name(self.swap, self.swap.text())
        self.facts.setVisible(has_both or not self._shows_cards)
        self.panel.setVisible(has_both or self._shows_cards)
        self.panel.setFixedWidth(round(_PANEL * scale)) if has_both else self.panel.setMaximumWidth(16777215)

    @Slot(object)
    def _on_things(self, things: tuple[ThingToTry, ...]) -> None:
        for thing in things:
            made = TriedThing(thing)
            made.changed.connect(self._on_changed)
            self.things.append(made)
            self.facts.add(made)
        self.facts.column.addStretch(1)
        self._look()

    @Slot()
    def _on_changed(self) -> None:
        self._look()

    @Slot(object)
    def _on_cards(self, panel: ProtectionsPanel) -> None:
        self.panel.show_panel(panel)

    @Slot(str)
    def _on_opened(self, instrument: str) -> None:
        job = partial(_in_full, self.state, self.tried(), instrument)
        self.state.runner.run(job, self, self._on_finding, self._on_failed)

    @Slot(object)
    def _on_finding(self, finding: FindingInFull) -> None:
        self.finding.show_finding(finding)
        self._arrange()
        self.finding.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_closed(self) -> None:
        instrument = self.finding.instrument
        self.finding.empty()
        self._arrange()
        self.panel.focus_card(instrument)

    @Slot()
    def _on_clear(self) -> None:
        for thing in self.things:
            thing.clear()
        self._look()

    @Slot()
    def _on_swap(self) -> None:
        self._shows_cards = not self._shows_cards
        self._arrange()

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}) if self._case_id else Wish("library"))

    @Slot(str)
    def _on_library(self, instrument: str) -> None:
        self.go_to.emit(Wish("library", {"instrument": instrument}))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.notice.show_error(error)


def _language(state: AppState) -> str:
    return state.session.language if state.session is not None else ENGLISH


def _things(state: AppState) -> tuple[ThingToTry, ...]:
    content = state.content_at_hand()
    return things_to_try(content.protections, content.wording(_language(state)))


def _cards(state: AppState, tried: Tried) -> ProtectionsPanel:
    content = state.content_at_hand()
    return try_out(content.protections, content.wording(_language(state)), state.clock.today(), tried)


def _in_full(state: AppState, tried: Tried, instrument: str) -> FindingInFull:
    content = state.content_at_hand()
    return open_tried(content.protections, content.wording(_language(state)), state.clock.today(), tried, instrument)
