"""One protection on the panel: its outcome is always in sight, the rest opens on a key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from intake.actions.protections.assess_case import FindingCard, SettleLink
from ui.accessibility import give_name
from ui.screens.interview.facing import facing
from ui.shared_widgets.card import Card, Stripe
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

_LOOKS: dict[str, tuple[Stripe | None, Role, str]] = {
    "full": ("holds", Role.OUTCOME_HOLDS, "holds"),
    "half": ("stops", Role.OUTCOME_STOPS, "stops"),
    "open": ("open", Role.OUTCOME_OPEN, "ink_soft"),
    "none": (None, Role.OUTCOME_OPEN, "ink_soft"),
}
LIMITS_IN_SIGHT = 4
_CLAIMS = ("full", "half")
"""Shapes that claim something: never shown without the word that it has to be asked first, where it has."""


class FindingView(Card):
    """Stays the same widget while its finding changes, so that the keyboard never falls out of it."""

    question_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("open")
        self._card: FindingCard | None = None
        self._is_open = False
        self._links: tuple[SettleLink, ...] = ()
        self._title = WrappingButton("", Role.SECTION, "chevron-right")
        self._icon = Icon("open", 18)
        self._headline = WrappedLabel("", Role.OUTCOME_OPEN)
        self._stops = WrappedLabel("", Role.HINT)
        self._caveat = WrappedLabel("", Role.HINT)
        self._details = QWidget()
        self._detail_column = QVBoxLayout(self._details)
        self._link_place = QVBoxLayout()
        self._link_group = QButtonGroup(self)
        self._build()
        self._title.clicked.connect(self._on_toggled)
        self._link_group.idClicked.connect(self._on_link)

    def show_card(self, card: FindingCard) -> bool:
        """Draw the finding as it is now. Says whether its outcome is another than before."""
        is_new_outcome = self._card is not None and self._card.outcome is not card.outcome
        if card != self._card:
            self._card = card
            self._draw(card)
        return is_new_outcome

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        return [self._title, *self._link_group.buttons()]

    def retranslate(self) -> None:
        """Set every text anew."""
        if self._card is not None:
            self._draw(self._card)

    def _build(self) -> None:
        self.column.setContentsMargins(8, 6, 8, 10)
        self.column.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(13, 0, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._headline)
        words.addWidget(self._stops)
        words.addWidget(self._caveat)
        row.addLayout(words, 1)
        self._link_place.setContentsMargins(0, 0, 0, 0)
        self._link_place.setSpacing(0)
        self._detail_column.setContentsMargins(41, 8, 4, 0)
        self._detail_column.setSpacing(6)
        self.column.addWidget(self._title)
        self.column.addLayout(row)
        self.column.addWidget(self._details)
        self.column.addLayout(self._link_place)
        self._details.hide()

    def _draw(self, card: FindingCard) -> None:
        stripe, role, colour = _LOOKS[card.shape]
        self.set_stripe(stripe)
        self._icon.set_icon(card.shape, colour)
        self._title.setText(card.title)
        set_role(self._headline, role)
        self._headline.setText(card.headline)
        self._stops.setText(self._first_limits(card) if card.shape in _CLAIMS else "")
        self._stops.setVisible(bool(self._stops.text()))
        asked_first = card.checked_line if card.confirm_first and card.shape in _CLAIMS else ""
        self._caveat.setText(" ".join(line for line in (card.added_line, card.review_line, asked_first) if line))
        self._caveat.setVisible(bool(self._caveat.text()))
        self._name_title()
        self._draw_details(card)
        if card.settle != self._links:
            self._draw_links(card.settle)

    def _first_limits(self, card: FindingCard) -> str:
        """What a claim must never be seen without, even on a folded card."""
        shown = card.limits_short[:LIMITS_IN_SIGHT]
        hidden = len(card.limits_short) - len(shown)
        more = (self.tr("and {count} more").format(count=hidden),) if hidden else ()
        return self.tr("Stops: {limits}").format(limits=" · ".join((*shown, *more)))

    def _name_title(self) -> None:
        card = self._card
        if card is None:
            return
        self._title.set_icon_name("chevron-down" if self._is_open else facing(self, "chevron-right"))
        state = self.tr("details open") if self._is_open else self.tr("details closed")
        sentences = (f"{card.title}: {card.headline}.", self._stops.text(), self._caveat.text(), state)
        give_name(self._title, " ".join(sentence for sentence in sentences if sentence))

    def _draw_details(self, card: FindingCard) -> None:
        _empty(self._detail_column)
        self._say(card.plain_words, Role.HINT)
        self._list(self.tr("Why"), card.because)
        self._list(self.tr("Where it stops"), card.limits)
        for rule in card.rules if len(card.rules) > 1 else ():
            self._list(f"{rule.title}: {rule.headline}", rule.because)
        self._list(self.tr("Good to know"), card.notes)
        self._say(self.tr("Where it is written"), Role.LABEL)
        for line in (card.source_line, card.verification_line, card.checked_line):
            self._say(line, Role.HINT)

    def _list(self, heading: str, sentences: tuple[str, ...]) -> None:
        if not sentences:
            return
        self._say(heading, Role.LABEL)
        for sentence in sentences:
            row = QHBoxLayout()
            row.setSpacing(8)
            dot = WrappedLabel("·", Role.HINT)
            row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(WrappedLabel(sentence, Role.HINT), 1)
            self._detail_column.addLayout(row)

    def _say(self, text: str, role: Role) -> None:
        if text:
            self._detail_column.addWidget(WrappedLabel(text, role))

    def _draw_links(self, links: tuple[SettleLink, ...]) -> None:
        had_focus = any(button.hasFocus() for button in self._link_group.buttons())
        for button in self._link_group.buttons():
            self._link_group.removeButton(button)
        _empty(self._link_place)
        self._links = links
        for number, link in enumerate(links):
            button = WrappingButton(link.prompt, Role.SECTION, facing(self, "arrow-right"))
            give_name(button, self.tr("Go to the question: {prompt}").format(prompt=link.prompt))
            self._link_group.addButton(button, number)
            self._link_place.addWidget(button)
        self._unfold()
        if had_focus:
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        """One question that would settle it is always in sight; several wait with the details."""
        self._details.setVisible(self._is_open)
        for button in self._link_group.buttons():
            button.setVisible(self._is_open or len(self._links) == 1)

    @Slot()
    def _on_toggled(self) -> None:
        self._is_open = not self._is_open
        self._unfold()
        self._name_title()

    @Slot(int)
    def _on_link(self, number: int) -> None:
        self.question_wanted.emit(self._links[number].question_id)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and destroy it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
            inner.deleteLater()
