"""*Who did this?* or *Who is this about?* The same words may harm the reporter, and not when they tell of another."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import give_name
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role


class WhoDidThis(QWidget):
    """Asks; and when it was the other person, offers to say so in the text, or to leave the text alone."""

    reporter = Signal()
    friend = Signal()
    named = Signal()
    left_as_is = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._is_deed = True
        self._question = WrappedLabel("", Role.STRONG)
        self._answers = QWidget()
        self.other_person = WrappingButton("")
        self.was_reporter = WrappingButton("")
        self.was_friend = WrappingButton("")
        self.not_known = WrappingButton("")
        self._then = WrappedLabel()
        self._ways = QWidget()
        self.name_other = WrappingButton("")
        self.leave_as_is = WrappingButton("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._question, self._answers, self._then, self._ways):
            column.addWidget(part)
        for row, buttons in (
            (self._answers, (self.other_person, self.was_reporter, self.was_friend, self.not_known)),
            (self._ways, (self.name_other, self.leave_as_is)),
        ):
            flow = FlowLayout(row, 8)
            for button in buttons:
                flow.addWidget(button)
        self.other_person.clicked.connect(self._on_other_person)
        self.was_reporter.clicked.connect(self.reporter)
        self.not_known.clicked.connect(self.reporter)
        self.was_friend.clicked.connect(self.friend)
        self.name_other.clicked.connect(self.named)
        self.leave_as_is.clicked.connect(self.left_as_is)
        self.retranslate()
        self.ask()

    def show_words(self, words: str, *, is_deed: bool) -> None:
        """The words that would be put behind the passage, and whether somebody did something there."""
        self._words, self._is_deed = words, is_deed
        self.retranslate()

    @property
    def question(self) -> str:
        """What is asked."""
        return self.tr("Who did this?") if self._is_deed else self.tr("Who is this about?")

    def ask(self) -> None:
        """Ask anew."""
        self._show(is_asking=True)

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self.name_other if self.name_other.isVisibleTo(self) else self.other_person

    def stops(self) -> list[QWidget]:
        """Everything the Tab key may come to."""
        answers: list[QWidget] = [self.other_person, self.was_reporter, self.was_friend, self.not_known]
        return [*answers, self.name_other, self.leave_as_is]

    def retranslate(self) -> None:
        """Set every text in the language of the screen."""
        self._question.setText(self.question)
        self._then.setText(self.tr("Then it can stay. Somebody else who reads it may not know who is meant."))
        add = self.tr("Add \u201c{words}\u201d").format(words=self._words)
        for button, words in (
            (self.other_person, self.tr("The person I report")),
            (self.was_reporter, self.tr("I did") if self._is_deed else self.tr("Me")),
            (self.was_friend, self.tr("Somebody else")),
            (self.not_known, self.tr("I don’t know")),  # noqa: RUF001 - an apostrophe as printed
            (self.name_other, add),
            (self.leave_as_is, self.tr("Leave the words as they are")),
        ):
            button.setText(words)
            give_name(button, words)

    @Slot()
    def _on_other_person(self) -> None:
        self._show(is_asking=False)
        self.name_other.setFocus()

    def _show(self, *, is_asking: bool) -> None:
        for part in (self._question, self._answers):
            part.setVisible(is_asking)
        for part in (self._then, self._ways):
            part.setVisible(not is_asking)
