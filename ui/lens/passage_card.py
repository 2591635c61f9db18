"""The small card under a box: what one marked passage touches, why it matters, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.lens.offered_words import OfferedWordsList
from ui.lens.who_did_this import WhoDidThis
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

if TYPE_CHECKING:  # the core of it is loaded by the worker, at the first words
    from intake.actions.screening.harm_words import HarmWords

_LONGEST_SHOWN = 90


class PassageCard(QFrame):
    """Part of the screen, never a window. Nothing is changed before one of its buttons is pressed."""

    left_out = Signal()
    words_chosen = Signal(str)
    kept = Signal()
    harmless = Signal()
    other_named = Signal()
    step_wanted = Signal(int)  # 1 to the next place, -1 to the one before
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.STAYS_PANEL)
        self._touches = WrappedLabel("", Role.STRONG)
        self._passage = WrappedLabel()
        self._why = WrappedLabel()
        self._first = WrappedLabel("", Role.STRONG)
        self._friend = WrappedLabel()
        self.who = WhoDidThis()
        self._choices = QWidget()
        self.leave_out = WrappingButton("")
        self.use_words = WrappingButton("")
        self.keep = WrappingButton("")
        self.offered = OfferedWordsList()
        self.other_doer = WrappingButton("", Role.QUIET)
        self.before = WrappingButton("", Role.QUIET)
        self.following = WrappingButton("", Role.QUIET)
        self.close_card = WrappingButton("", Role.QUIET)
        self._may_be_harmless = False
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def show_passage(self, words: HarmWords, passage: str, *, asks_who: bool, has_others: bool) -> None:
        """Tell of one passage. ``asks_who``: first ask who did it."""
        self._touches.setText(self.tr("This may touch: {what}").format(what=words.touches))
        self._passage.setText("\u201c" + _shortened(passage) + "\u201d")
        self._why.setText(words.why_it_matters)
        self._first.setText(words.comes_first)
        self.offered.show_words(words.offered)
        self.who.show_words(words.other_named, is_deed=words.is_deed)
        self.other_doer.setText(self.who.question)
        give_name(self.other_doer, self.who.question, self.tr("What is about the other person may stay."))
        self._may_be_harmless = words.who_decides
        self.use_words.setVisible(bool(words.offered))
        self.before.setVisible(has_others)
        self.following.setVisible(has_others)
        give_name(self, self._touches.text(), words.why_it_matters)
        self._show_step(is_asking=asks_who)
        self.show()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes when somebody comes to the card."""
        return self.who.first_focus() if self.who.isVisibleTo(self) else self.leave_out

    def stops(self) -> list[QWidget]:
        """Everything the Tab key may come to, from top to bottom."""
        choices = [self.leave_out, self.use_words, self.keep, *self.offered.buttons]
        return [*self.who.stops(), *choices, self.other_doer, self.before, self.following, self.close_card]

    def empty(self) -> None:
        """Forget the passage."""
        for label in (self._touches, self._passage, self._why, self._first):
            label.setText("")
        self.offered.show_words(())
        give_name(self, "")
        self.hide()

    def retranslate(self) -> None:
        """Set every text in the language of the screen; those of a passage come with it."""
        self._friend.setText(self.tr("They could be harmed as well, so the choices are the same."))
        self.who.retranslate()
        for button, words, description in (
            (self.leave_out, self.tr("Leave it out"), self.tr("Takes the words out. Ctrl and Z brings them back.")),
            (self.use_words, self.tr("Use other words"), self.tr("Shows neutral words, and when they are true.")),
            (self.keep, self.tr("Keep it here"), self.tr("The words stay in this box and leave on no page.")),
            (self.other_doer, self.who.question, self.tr("What is about the other person may stay.")),
            (self.before, self.tr("Place before"), ""),
            (self.following, self.tr("Next place"), ""),
            (self.close_card, self.tr("Close"), self.tr("Back to the box.")),
        ):
            button.setText(words)
            give_name(button, words, description)
        self.offered.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_step(self, *, is_asking: bool, is_about_friend: bool = False) -> None:
        self._why.show()
        self.who.setVisible(is_asking)
        self.who.ask()
        self._choices.setVisible(not is_asking)
        self._first.setVisible(not is_asking and bool(self._first.text()))
        self._friend.setVisible(is_about_friend)
        self.offered.hide()
        self.other_doer.setVisible(not is_asking and self._may_be_harmless)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        actions = FlowLayout(self._choices, 8)
        for button in (self.leave_out, self.use_words, self.keep):
            actions.addWidget(button)
        ways = QWidget()
        row = FlowLayout(ways, 4)
        for part in (self._touches, self._passage, self._why, self._first, self.who, self._friend, self._choices):
            column.addWidget(part)
        column.addWidget(self.offered)
        column.addWidget(ways)
        for button in (self.other_doer, self.before, self.following, self.close_card):
            row.addWidget(button)

    def _connect(self) -> None:
        self.leave_out.clicked.connect(self.left_out)
        self.use_words.clicked.connect(self._on_use_words)
        self.keep.clicked.connect(self.kept)
        self.offered.chosen.connect(self.words_chosen)
        self.other_doer.clicked.connect(self._on_other_doer)
        self.who.other_person.clicked.connect(self._on_other_person)
        self.who.reporter.connect(self._on_reporter)
        self.who.friend.connect(self._on_friend)
        self.who.named.connect(self.other_named)
        self.who.left_as_is.connect(self.harmless)
        self.before.clicked.connect(self._on_before)
        self.following.clicked.connect(self._on_following)
        self.close_card.clicked.connect(self.close_wanted)

    @Slot()
    def _on_use_words(self) -> None:
        self.offered.show()
        focus(self.offered.first_focus())

    @Slot()
    def _on_other_doer(self) -> None:
        self._show_step(is_asking=True)
        focus(self.who.first_focus())

    @Slot()
    def _on_other_person(self) -> None:
        self._why.hide()

    @Slot()
    def _on_reporter(self) -> None:
        self._show_step(is_asking=False)
        focus(self.leave_out)

    @Slot()
    def _on_friend(self) -> None:
        self._show_step(is_asking=False, is_about_friend=True)
        focus(self.leave_out)

    @Slot()
    def _on_before(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _on_following(self) -> None:
        self.step_wanted.emit(1)


def focus(widget: QWidget | None) -> None:
    """Give somebody the keyboard as Tab would, so that the ring shows."""
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)


def _shortened(passage: str) -> str:
    plain = " ".join(passage.split())
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN].rstrip() + "\u2026"
