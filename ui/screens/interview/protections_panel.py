"""What may protect, beside the interview. It fills as answers come and never takes the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from intake.actions.protections.assess_case import FindingCard, ProtectionsPanel
from ui.accessibility import announce, give_name
from ui.screens.interview.facing import facing
from ui.screens.interview.finding_view import FindingView
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role


class ProtectionsView(QFrame):
    """Cards that may help stand first; those that do not reach so far fold away behind one button."""

    question_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PANEL)
        self._views: dict[str, FindingView] = {}
        self._order: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._rest_is_open = False
        self._back = WrappingButton("", Role.SECONDARY)
        self._title = WrappedLabel("", Role.HEADING)
        self._promise = WrappedLabel("", Role.HINT)
        self._rest_button = WrappingButton("", Role.SECTION, "chevron-right")
        self._scroll = ScrollColumn()
        self._build()
        self._back.clicked.connect(self.close_wanted)
        self._rest_button.clicked.connect(self._on_rest)
        self.retranslate()
        self.set_covering(is_covering=False)

    @property
    def reaching(self) -> int:
        """How many cards hold, hold in part or could still hold."""
        return len(self._order[0])

    def show_panel(self, panel: ProtectionsPanel) -> None:
        """Draw the findings as they are now, without moving the keyboard."""
        changed = 0
        for card in panel.cards:
            view = self._views.get(card.instrument) or self._make_view(card.instrument)
            changed += view.show_card(card)
        self._arrange({card.instrument: card for card in panel.cards})
        if changed:
            announce(self, self.tr("What may protect has changed."))

    def set_covering(self, *, is_covering: bool) -> None:
        """Whether the panel stands where the question would; then it offers the way back."""
        self._back.setVisible(is_covering)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        first, rest = self._order
        return next((self._views[key].stops()[0] for key in (*first, *rest)), None)

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        first, rest = self._order
        stops: list[QWidget] = [self._back]
        for key in first:
            stops += self._views[key].stops()
        stops.append(self._rest_button)
        for key in rest:
            stops += self._views[key].stops()
        return stops

    def empty(self) -> None:
        """Forget every finding: its reasons tell of the answers."""
        self.show_panel(ProtectionsPanel(()))

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(self.tr("What may protect"))
        self._promise.setText(self.tr("Changes as you talk. Never a promise: each has limits."))
        self._back.setText(self.tr("Back to the question"))
        give_name(self._back, self._back.text())
        for view in self._views.values():
            view.retranslate()
        self._name_rest()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 8, 8)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(4)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        head.addWidget(self._title)
        head.addWidget(self._promise)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._scroll.column.setContentsMargins(0, 0, 10, 16)
        self._scroll.column.setSpacing(10)
        self._scroll.column.addWidget(self._rest_button)
        self._scroll.column.addStretch(1)

    def _make_view(self, instrument: str) -> FindingView:
        view = FindingView()
        view.question_wanted.connect(self.question_wanted)
        self._views[instrument] = view
        return view

    def _arrange(self, cards: Mapping[str, FindingCard]) -> None:
        first = tuple(key for key, card in cards.items() if card.shape != "none")
        rest = tuple(key for key, card in cards.items() if card.shape == "none")
        for gone in self._views.keys() - cards.keys():
            self._views.pop(gone).deleteLater()
        if (first, rest) != self._order:
            self._order = (first, rest)
            self._lay_out()
        self._name_rest()

    def _lay_out(self) -> None:
        """Move the cards; none of them loses the keyboard by it."""
        first, rest = self._order
        widgets = [*(self._views[key] for key in first), self._rest_button, *(self._views[key] for key in rest)]
        for place, widget in enumerate(widgets):
            self._scroll.column.insertWidget(place, widget)
        self._fold()

    def _fold(self) -> None:
        first, rest = self._order
        held = QApplication.focusWidget()
        for key in first:
            self._views[key].show()
        for key in rest:
            has_keyboard = held is not None and self._views[key].isAncestorOf(held)
            self._views[key].setVisible(self._rest_is_open or has_keyboard)
        self._rest_button.setVisible(bool(rest))

    def _name_rest(self) -> None:
        self._rest_button.set_icon_name("chevron-down" if self._rest_is_open else facing(self, "chevron-right"))
        words = self.tr("Rules that do not reach this so far ({count})").format(count=len(self._order[1]))
        state = self.tr("shown") if self._rest_is_open else self.tr("hidden")
        self._rest_button.setText(words)
        give_name(self._rest_button, f"{words}: {state}")

    @Slot()
    def _on_rest(self) -> None:
        self._rest_is_open = not self._rest_is_open
        self._fold()
        self._name_rest()
