"""All cards without a report: press facts and see what would be. Nothing here is ever saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.protections.panel import FindingInFull, ProtectionsPanel
from intake.actions.protections.try_out import ThingToTry, Tried, open_tried, things_to_try, try_out
from intake.wording.catalogue import ENGLISH
from ui.accessibility import give_name
from ui.app_state import AppState
from ui.findings.in_full import FindingPage
from ui.screen import Screen, Wish
from ui.screens.try_out.sides import Sides
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.notice_bar import NoticeBar
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


def build(state: AppState, wish: Wish) -> TryOutScreen:
    """The cards. The wish may name the report to go back to; its answers are not looked at."""
    return TryOutScreen(state, str(wish.args.get("case_id", "")))


class TryOutScreen(Screen):
    """The facts and the cards, or one finding in their place."""

    def __init__(self, state: AppState, case_id: str = "") -> None:
        super().__init__(state)
        self._case_id = case_id
        self.title = WrappedLabel("", Role.TITLE)
        self.lead = WrappedLabel()
        self.notice = NoticeBar()
        self.back = WrappingButton("", Role.SECONDARY)
        self.clear = WrappingButton("", Role.SECONDARY)
        self.sides = Sides()
        self.finding = FindingPage()
        self._all = QWidget()
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        """The way back, until a fact is chosen."""
        return self.back

    def leave(self) -> None:
        """What was tried is gone."""
        self.sides.clear()
        self.sides.panel.empty()
        self.finding.empty()

    def retranslate(self) -> None:
        """Set every text in the language of the screen; facts and cards are asked for anew, what was pressed stays."""
        self.title.setText(self.tr("All cards, and what if"))
        self.lead.setText(
            self.tr("Press what could be so and see which cards change. Nothing here is saved or sent to a report.")
        )
        self.back.setText(self.tr("Back to the report") if self._case_id else self.tr("Back to the library"))
        self.clear.setText(self.tr("Take all facts back"))
        for button in (self.back, self.clear):
            give_name(button, button.text())
        self.sides.retranslate()
        self.finding.retranslate()
        self.state.runner.run(partial(_things, self.state), self, self._on_things, self._on_failed)
        if self.finding.instrument:
            self._on_opened(self.finding.instrument)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc returns from a finding to its card; twice in a row it hides the program, wherever one is."""
        if event.key() == Qt.Key.Key_Escape and self.finding.instrument:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.back, self.clear, self.sides.swap):
            flow.addWidget(button)
        column = QVBoxLayout(self._all)
        column.setContentsMargins(48, 32, 24, 0)
        column.setSpacing(12)
        for part in (self.title, self.lead, self.notice, buttons):
            column.addWidget(part)
        column.addWidget(self.sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._all)
        whole.addWidget(self.finding)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.clear.clicked.connect(self._on_clear)
        self.sides.panel.opened.connect(self._on_opened)
        self.finding.close_wanted.connect(self._on_closed)
        self.finding.library_wanted.connect(self._on_library)

    def _swap_to(self, *, in_full: bool) -> None:
        self._all.setVisible(not in_full)
        self.finding.setVisible(in_full)

    @Slot(object)
    def _on_things(self, things: tuple[ThingToTry, ...]) -> None:
        self.sides.show_things(things)
        for thing in self.sides.things:
            thing.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        job = partial(_cards, self.state, self.sides.tried())
        self.state.runner.run(job, self, self._on_cards, self._on_failed)

    @Slot(object)
    def _on_cards(self, panel: ProtectionsPanel) -> None:
        self.sides.panel.show_panel(panel)

    @Slot(str)
    def _on_opened(self, instrument: str) -> None:
        job = partial(_in_full, self.state, self.sides.tried(), instrument)
        self.state.runner.run(job, self, self._on_finding, self._on_failed)

    @Slot(object)
    def _on_finding(self, finding: FindingInFull) -> None:
        self.finding.show_finding(finding)
        self._swap_to(in_full=True)
        self.finding.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_closed(self) -> None:
        instrument = self.finding.instrument
        self.finding.empty()
        self._swap_to(in_full=False)
        self.sides.panel.focus_card(instrument)

    @Slot()
    def _on_clear(self) -> None:
        self.sides.clear()
        self._on_changed()

    @Slot()
    def _on_back(self) -> None:
        self.go_to.emit(Wish("interview", {"case_id": self._case_id}) if self._case_id else Wish("library"))

    @Slot(str)
    def _on_library(self, instrument: str) -> None:
        report = {"case_id": self._case_id} if self._case_id else {}
        self.go_to.emit(Wish("library", {"instrument": instrument, **report}))

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
