"""Invented cases for every promise; a person says of each whether that is what the text means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.own_policies.look import PolicyView
from intake.protections.own.confirming import ExampleInWords
from ui.accessibility import give_name
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import TickLine
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class ExampleCard(Card):
    """One case, what comes of it, and the tick."""

    def __init__(self, example: ExampleInWords, words: str) -> None:
        super().__init__("open")
        self.tick = TickLine()
        outcomes = " ".join(example.outcomes)
        self.column.addWidget(WrappedLabel(example.name, Role.STRONG))
        self.column.addWidget(WrappedLabel(". ".join(example.facts) + ".", Role.HINT))
        self.column.addWidget(WrappedLabel(outcomes))
        self.column.addWidget(self.tick)
        self.tick.show_words(words)
        give_name(self.tick.box, f"{example.name}. {outcomes} {words}", ". ".join(example.facts))


class ExamplesPart(QWidget):
    """All cases of one policy. ``kept`` is asked for by the screen, which reads :meth:`confirmed`."""

    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: PolicyView | None = None
        self.cards: dict[str, ExampleCard] = {}
        self.heading = WrappedLabel("", Role.HEADING)
        self.why = WrappedLabel()
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.keep = WrappingButton("", Role.SECONDARY)
        buttons = QWidget()
        FlowLayout(buttons, gap=12).addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.why)
        column.addLayout(self._list)
        column.addWidget(buttons)
        self.keep.clicked.connect(self.kept)

    def show_view(self, view: PolicyView) -> None:
        """Show the cases; those that were confirmed are ticked."""
        self._view = view
        self.setVisible(bool(view.examples))
        if tuple(self.cards) != tuple(example.digest for example in view.examples):
            self._make(view)
        for digest, card in self.cards.items():
            card.tick.box.setChecked(digest in view.policy.confirmed)
        self.retranslate()

    def confirmed(self) -> tuple[str, ...]:
        """The digests of the cases that are ticked."""
        return tuple(digest for digest, card in self.cards.items() if card.tick.is_ticked)

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("Is this what the text means?"))
        self.why.setText(
            self.tr("These people are invented. Look at each case with the text beside you. Tick it if it is right.")
        )
        self.keep.setText(self.tr("Keep these ticks"))

    def _make(self, view: PolicyView) -> None:
        for card in self.cards.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        words = self.tr("Yes, this is right")
        self.cards = {example.digest: ExampleCard(example, words) for example in view.examples}
        for card in self.cards.values():
            self._list.addWidget(card)
