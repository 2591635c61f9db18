"""What may protect, beside the interview. It fills as answers come and never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from intake.actions.protections.panel import ProtectionsPanel
from ui.accessibility import announce, give_name
from ui.findings.finding_view import FindingView
from ui.findings.group import FindingGroup
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import turn_edges
from ui.style.laid_out_once import laid_out_once
from ui.style.roles import Role, set_role
from ui.time_limits.group import TimeGroup

_FOLDED = {"holds": False, "answers": False, "lawyer": False, "outside": True, "model": True}
"""The groups in their order, and whether each folds away."""


class ProtectionsView(QFrame):
    """Cards that may help stand first; those that do not reach so far, and models, fold away behind a button."""

    opened = Signal(str)
    question_wanted = Signal(str)
    all_wanted = Signal(str)  # always ""
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PANEL)
        turn_edges(self)
        self._views: dict[str, FindingView] = {}
        self._reaching = 0
        self.groups = {name: FindingGroup(folds=folds) for name, folds in _FOLDED.items()}
        self.time = TimeGroup()
        self._back = WrappingButton("", Role.SECONDARY)
        self._title = WrappedLabel("", Role.HEADING)
        self._promise = WrappedLabel("", Role.HINT)
        self._about = WrappedLabel("", Role.LABEL)
        self.all_cards = WrappingButton("", Role.QUIET)
        self._scroll = ScrollColumn()
        self._build()
        self._back.clicked.connect(self.close_wanted)
        self.all_cards.clicked.connect(self._on_all)
        self.retranslate()
        self.set_covering(is_covering=False)

    @property
    def reaching(self) -> int:
        """How many cards hold, hold in part or could still hold."""
        return self._reaching

    def show_panel(self, panel: ProtectionsPanel) -> None:
        """Draw the findings as they are now, without moving the keyboard."""
        held = QApplication.focusWidget()
        with laid_out_once(self._scroll.column, *(group.column for group in self.groups.values())):
            changed = self._draw_cards(panel)
            self._title.setText(panel.words.get("panel_title", ""))
            self._promise.setText(panel.words.get("panel_lead", ""))
            self._about.setText(self.tr("About: {thing}").format(thing=panel.about) if panel.about else "")
            self._about.setVisible(bool(panel.about))
        if held is not None and self.isAncestorOf(held) and not held.hasFocus():
            held.setFocus(Qt.FocusReason.OtherFocusReason)  # a card that moves to another group drops the keyboard
        self._reaching = sum(not _FOLDED[card.standing] for card in panel.cards)
        if changed:
            announce(self, panel.words.get("panel_changed", ""))

    def _draw_cards(self, panel: ProtectionsPanel) -> int:
        """Every card as it is now, in its group. Says how many have another outcome than before."""
        changed = 0
        for card in panel.cards:
            view = self._views.get(card.instrument) or self._make_view(card.instrument)
            changed += view.show_card(card)
        for name, group in self.groups.items():
            views = tuple(self._views[card.instrument] for card in panel.cards if card.standing == name)
            group.show_views(panel.words.get(f"group_{name}", ""), views)
        for gone in self._views.keys() - {card.instrument for card in panel.cards}:
            view = self._views.pop(gone)
            view.hide()
            view.deleteLater()
        return changed

    def set_covering(self, *, is_covering: bool) -> None:
        """Whether the panel stands where the question would; then it offers the way back."""
        self._back.setVisible(is_covering)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        titles = [view.title for view in self._views.values()]
        return next((stop for stop in self.stops() if stop in titles), None)

    def focus_card(self, instrument: str) -> None:
        """Put the keyboard on a card, where it was before its finding was opened."""
        view = self._views.get(instrument)
        if view is not None:
            for group in self.groups.values():
                group.open_for(view)
            view.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        cards = [stop for group in self.groups.values() for stop in group.stops()]
        return [self._back, *self.time.stops(), *cards, self.all_cards]

    def empty(self) -> None:
        """Forget every finding: its reasons tell of the answers."""
        self.show_panel(ProtectionsPanel(()))
        self.time.empty()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._back.setText(self.tr("Back to the question"))
        self.all_cards.setText(self.tr("All cards, without answers"))
        for button in (self._back, self.all_cards):
            give_name(button, button.text())
        self.time.retranslate()
        for view in self._views.values():
            view.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the direction of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            turn_edges(self)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 8, 8)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(4)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._scroll.column.setContentsMargins(0, 0, 10, 16)
        self._scroll.column.setSpacing(16)
        self._scroll.column.addWidget(self.time)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._title)
        said.addWidget(self._promise)
        said.addWidget(self._about)
        self._scroll.column.addLayout(said)
        for group in self.groups.values():
            self._scroll.column.addWidget(group)
        self._scroll.column.addWidget(self.all_cards, 0, Qt.AlignmentFlag.AlignLeading)
        self._scroll.column.addStretch(1)

    @Slot()
    def _on_all(self) -> None:
        self.all_wanted.emit("")

    def _make_view(self, instrument: str) -> FindingView:
        view = FindingView()
        view.opened.connect(self.opened)
        view.question_wanted.connect(self.question_wanted)
        self._views[instrument] = view
        return view
