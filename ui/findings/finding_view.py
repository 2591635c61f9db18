"""One protection on the panel: its outcome and the limits of a claim are always in sight, the rest opens on a key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from intake.actions.protections.panel import FindingCard
from ui.accessibility import give_name
from ui.findings.looks import LOOKS
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.icon import Icon
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.facing import facing
from ui.style.laid_out_once import laid_out_once
from ui.style.roles import Role, set_role

_CLAIMS = ("full", "half")
"""Shapes that claim something: never shown without the word that it has to be asked first, where it has."""


class FindingView(Card):
    """Stays the same widget while its finding changes, so that the keyboard never falls out of it."""

    opened = Signal(str)
    question_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("open")
        self._card: FindingCard | None = None
        self.title = WrappingButton("", Role.SECTION, "chevron-right")
        self.link = WrappingButton("", Role.SECTION, "arrow-right")
        self._icon = Icon("open", 18)
        self._headline = WrappedLabel("", Role.OUTCOME_OPEN)
        self._stops = WrappedLabel("", Role.HINT)
        self._caveat = WrappedLabel("", Role.HINT)
        self._build()
        self.title.clicked.connect(self._on_opened)
        self.link.clicked.connect(self._on_link)

    def show_card(self, card: FindingCard) -> bool:
        """Draw the finding as it is now. Says whether its outcome is another than before."""
        is_new_outcome = self._card is not None and self._card.outcome is not card.outcome
        if card != self._card:
            self._card = card
            with laid_out_once(self.column):
                self._draw(card)
        return is_new_outcome

    def stops(self) -> tuple[WrappingButton, WrappingButton]:
        """Everything the Tab key comes to, from top to bottom."""
        return self.title, self.link

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
        for label in (self._headline, self._stops, self._caveat):
            words.addWidget(label)
        row.addLayout(words, 1)
        self.column.addWidget(self.title)
        self.column.addLayout(row)
        self.column.addWidget(self.link)

    def _draw(self, card: FindingCard) -> None:
        stripe, role, colour = LOOKS[card.shape]
        self.set_stripe(stripe)
        self._icon.set_icon(card.shape, colour)
        self.title.setText(card.title)
        self.title.set_icon_name(facing(self, "chevron-right"))
        set_role(self._headline, role)
        self._headline.setText(card.headline)
        claims = card.shape in _CLAIMS
        asked_first = card.checked_line if claims and card.confirm_first else ""
        for label, text in (
            (self._stops, card.stops_line if claims else ""),
            (self._caveat, " ".join(line for line in (card.added_line, card.review_line, asked_first) if line)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._draw_link(card)
        self._name_title(card)

    def _draw_link(self, card: FindingCard) -> None:
        """One question that would settle it is always in sight; several wait in the finding."""
        has_one = len(card.settle) == 1
        prompt = card.settle[0].prompt if has_one else ""
        if self.link.hasFocus() and prompt != self.link.text():
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.link.setText(prompt)
        self.link.set_icon_name(facing(self, "arrow-right"))
        give_name(self.link, self.tr("Go to the question: {prompt}").format(prompt=prompt))
        self.link.setVisible(has_one)

    def _name_title(self, card: FindingCard) -> None:
        sentences = (f"{card.title}: {card.headline}.", self._stops.text(), self._caveat.text(), self.tr("Opens."))
        give_name(self.title, " ".join(sentence for sentence in sentences if sentence))

    @Slot()
    def _on_opened(self) -> None:
        if self._card is not None:
            self.opened.emit(self._card.instrument)

    @Slot()
    def _on_link(self) -> None:
        if self._card is not None and self._card.settle:
            self.question_wanted.emit(self._card.settle[0].question_id)
