"""The finished card as the desk will see it, what is still missing, and the steps to put the policy to use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.own_policies.look import PolicyView
from intake.protections.cards import FindingCard
from ui.day_words import day_words
from ui.languages.core_words import core_words
from ui.shared_widgets.card import Card
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import Field
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class FinishedCard(Card):
    """One policy in the first of its examples, with every line that a person at the desk can open."""

    def __init__(self) -> None:
        super().__init__("stops")
        self.title = WrappedLabel("", Role.STRONG)
        self.outcome = WrappedLabel("", Role.OUTCOME_STOPS)
        self.lines = WrappedLabel("", Role.HINT)
        for part in (self.title, self.outcome, self.lines):
            self.column.addWidget(part)

    def show_card(self, card: FindingCard) -> None:
        """Say what the card says."""
        self.title.setText(card.title)
        self.outcome.setText(card.outcome_word)
        told = (card.plain_words, *(f"{rule.title}: {rule.effect}" for rule in card.rules))
        limits = tuple(f"· {limit.sentence}" for limit in card.limits)
        promised = self.tr("Promised by: {office}").format(office=card.who_promised)
        where = (
            promised,
            card.source_line,
            card.verification_sentence,
            card.checked_line,
            card.added_line,
            card.review_line,
        )
        self.lines.setText("\n".join(line for line in (*told, *limits, *where) if line))


class UsePart(QWidget):
    """Each button is a wish; the screen does the work and shows what came of it."""

    agreed = Signal()
    use_wanted = Signal()
    end_wanted = Signal(str)
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: PolicyView | None = None
        self.heading = WrappedLabel("", Role.HEADING)
        self.card = FinishedCard()
        self.standing = WrappedLabel("", Role.STRONG)
        self.lacks = WrappedLabel()
        self.agree = WrappingButton("", Role.SECONDARY, "check")
        self.use = WrappingButton("", Role.PRIMARY)
        self.last_day = Field()
        self.end = WrappingButton("", Role.SECONDARY)
        self.remove = WrappingButton("", Role.QUIET)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        for button in (self.agree, self.use, self.end, self.remove):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.card, self.standing, self.lacks, self.last_day, buttons):
            column.addWidget(part)
        self.agree.clicked.connect(self.agreed)
        self.use.clicked.connect(self.use_wanted)
        self.end.clicked.connect(self._on_end)
        self.remove.clicked.connect(self.remove_wanted)

    def show_view(self, view: PolicyView) -> None:
        """Show how far the policy is."""
        self._view = view
        self.card.setVisible(view.card is not None)
        if view.card is not None:
            self.card.show_card(view.card)
        is_active = view.policy.is_active
        can_agree = view.card is not None and (view.writer is None or view.reviewer is None)
        self.agree.setVisible(can_agree and not is_active)
        self.use.setVisible(view.may_write and not is_active and not view.lacks)
        self.last_day.setVisible(view.may_write and is_active)
        self.end.setVisible(view.may_write and is_active)
        self.remove.setVisible(view.may_write and not is_active)
        self.last_day.edit.setText(view.policy.last_day)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self.heading.setText(self.tr("How the desk will see it, and putting it to use"))
        self.agree.setText(self.tr("I have looked at all of it, and it is right"))
        self.use.setText(self.tr("Use it from now on"))
        self.last_day.show_label(self.tr("Its last day, such as 2026-05-31"))
        self.end.setText(self.tr("Give it this last day"))
        self.remove.setText(self.tr("Remove this draft"))
        if self._view is not None:
            self._say(self._view)

    def _say(self, view: PolicyView) -> None:
        if view.policy.is_active:
            words = self.tr("In use. Added by this organisation on {day}.").format(day=day_words(view.policy.added.on))
        elif view.writer is not None and view.reviewer is not None:
            words = self.tr("A draft. Two yeses are there.")
        elif view.writer is not None:
            words = self.tr("A draft. The one who wrote it has said yes. A second person has to look.")
        else:
            words = self.tr("A draft. It reaches no report yet.")
        self.standing.setText(words)
        lines = [*map(core_words, view.lacks)] if not view.policy.is_active else []
        for text, grade in view.hard:
            hard = self.tr("This reads like year {grade} of school. Shorter words would help: {text}")
            lines.append(hard.format(grade=round(grade), text=text))
        self.lacks.setText("\n".join(lines))
        self.lacks.setVisible(bool(lines))

    def _on_end(self) -> None:
        self.end_wanted.emit(self.last_day.text())
