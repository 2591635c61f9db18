"""The question alone in large words, to be turned towards the person, who may answer there by touch or key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from intake.actions.interview.at_hand import AboutNow
from intake.actions.interview.page import AskedQuestion
from intake.answers.model import AnswerStatus
from intake.cases.told_of import Repeats
from ui.accessibility import announce, give_name
from ui.answer_widgets.roving_focus import RovingFocus
from ui.screens.interview.non_answers import NonAnswers
from ui.shared_widgets.choice_button import ChoiceButton, WrappingButton
from ui.shared_widgets.flow_layout import button_row
from ui.shared_widgets.scroll_column import ScrollColumn
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.large_words import large_size, make_large
from ui.style.roles import Role, set_role

_TICKED = ("single_choice", "multiple_choice")
_NUMBERED = 9
"""As many choices as there are digits to press."""


class ReadAloudPage(QFrame):
    """No hint for staff, no map, no panel. The arrow keys go on and back; digits choose; Esc returns."""

    close_wanted = Signal()
    go_on_wanted = Signal()
    back_wanted = Signal()
    option_wanted = Signal(int)
    met_otherwise = Signal(object)  # AnswerStatus, or None to take it back

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.READING)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question: AskedQuestion | None = None
        self._about: AboutNow | None = None
        self._roving: RovingFocus | None = None
        self.about = WrappedLabel()
        self.prompt = WrappedLabel("", Role.TITLE)
        self.script = WrappedLabel("", Role.SCRIPT)
        self.why = WrappedLabel()
        self.options = QButtonGroup(self)
        self.options.setExclusive(False)
        self._choices = QWidget()
        self._choice_column = QVBoxLayout(self._choices)
        self.non_answers = NonAnswers()
        self.ask_why = WrappingButton("", Role.SECONDARY)
        self.back = WrappingButton("", Role.SECONDARY)
        self.go_on = WrappingButton("", Role.SECONDARY)
        self.close_it = WrappingButton("", Role.SECONDARY)
        self.reading = ScrollColumn(is_centred=True, characters=130)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether it shows a question."""
        return self._question is not None

    def show_question(
        self, question: AskedQuestion, about: AboutNow | None = None, *, is_reworded: bool = False
    ) -> None:
        """Take over the words of a question, and which of several things or people it is about.

        Answers are shown with ``show_state``.
        """
        had_why = is_reworded and self.why.isVisible()
        self._clear_choices()
        self._question = question
        self._about = about if about is not None and about.is_one_of_several else None
        self.prompt.setText(question.prompt)
        self.script.setText(question.script.strip())
        self.script.setVisible(bool(question.script.strip()))
        self.why.setText(question.why_we_ask.strip())
        self.why.setVisible(had_why)
        self.ask_why.setVisible(bool(self.why.text()) and not had_why)
        self._show_choices(question)
        self._say_what_it_is_about()
        if not is_reworded:
            self.reading.verticalScrollBar().setValue(0)
        self._fit()

    def show_state(self, chosen: tuple[bool, ...], status: AnswerStatus | None) -> None:
        """Which choices are made, or which of the four equal answers."""
        for button, is_chosen in zip(self.options.buttons(), chosen, strict=False):
            button.setChecked(is_chosen)
        self.non_answers.show_status(status)
        if self._roving is not None:
            self._roving.settle()

    def first_focus(self) -> QWidget:
        """The page itself, so that the arrow keys and digits work at once."""
        return self

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, from top to bottom."""
        ends = [self.ask_why, self.back, self.go_on, self.close_it]
        return [self, *self.options.buttons(), *self.non_answers.stops(), *ends]

    def empty(self) -> None:
        """Forget the question."""
        self._question, self._about = None, None
        self._clear_choices()
        for label in (self.about, self.prompt, self.script, self.why):
            label.setText("")
        self._say_what_it_is_about()
        self.non_answers.show_status(None)

    def retranslate(self) -> None:
        """Set every text of ours anew; the question comes again with its words."""
        self.ask_why.setText(self.tr("Why do you ask?"))
        self.back.setText(self.tr("Back"))
        self.go_on.setText(self.tr("Go on"))
        self.close_it.setText(self.tr("Turn back to the desk"))
        for button in (self.ask_why, self.back, self.go_on, self.close_it):
            give_name(button, button.text())
        self.non_answers.retranslate()
        self._say_what_it_is_about()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows go on, back and scroll; digits choose. Every other key, Esc too, goes on to who holds the page."""
        forward = Qt.Key.Key_Left if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            (self.go_on_wanted if event.key() == forward else self.back_wanted).emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.reading.verticalScrollBar()
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_Down else -1) * bar.singleStep() * 3)
        elif event.text().isdecimal() and 0 < int(event.text()) <= len(self.options.buttons()):
            self.option_wanted.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The words grow with the window."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._choice_column.setContentsMargins(0, 0, 0, 0)
        self._choice_column.setSpacing(12)
        self.reading.column.setSpacing(24)
        for part in (self.about, self.prompt, self.script, self.why, self._choices, self.non_answers):
            self.reading.add(part)
        self.reading.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 24)
        column.setSpacing(16)
        column.addWidget(self.reading, 1)
        column.addWidget(button_row(self.ask_why, self.back, self.go_on, self.close_it))

    def _connect(self) -> None:
        self.options.idClicked.connect(self.option_wanted)
        self.non_answers.chosen.connect(self.met_otherwise)
        self.non_answers.taken_back.connect(self._on_taken_back)
        self.non_answers.go_on_wanted.connect(self.go_on_wanted)
        self.ask_why.clicked.connect(self._on_why)
        self.back.clicked.connect(self.back_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.close_it.clicked.connect(self.close_wanted)

    def _show_choices(self, question: AskedQuestion) -> None:
        can_tick = question.kind in _TICKED
        for number, option in enumerate(question.options):
            if not can_tick:
                self._choice_column.addWidget(WrappedLabel(option.label))
                continue
            button = ChoiceButton(f"{number + 1}  {option.label}" if number < _NUMBERED else option.label)
            button.setAutoExclusive(question.kind == _TICKED[0])
            give_name(button, " ".join(button.text().split()))
            self.options.addButton(button, number)
            self._choice_column.addWidget(button)
        if self.options.buttons():
            self._roving = RovingFocus(self.options.buttons(), self)
            self._roving.enter_on_chosen.connect(self.go_on_wanted)
        self._choices.setVisible(bool(question.options))

    def _clear_choices(self) -> None:
        self._roving = None
        while (item := self._choice_column.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, ChoiceButton):
                self.options.removeButton(widget)
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fit(self) -> None:
        make_large(self.reading, large_size(self.size()))

    def _say_what_it_is_about(self) -> None:
        """Above the question and before it in what a screen reader says; nothing where there is only one."""
        about = self._about_words()
        self.about.setText(about)
        self.about.setVisible(bool(about))
        keys = self.tr("The arrow keys go on and back, digits choose, Escape turns back to the desk.")
        give_name(self, ". ".join(filter(None, (about, self.prompt.text()))) or self.tr("Read out"), keys)

    def _about_words(self) -> str:
        if self._about is None:
            return ""
        name = next(one.words for one in self._about.several if one.is_here)
        if self._about.repeats != Repeats.PERSON:
            return self.tr("This is about: {name}").format(name=name)
        if not self._about.incident:
            return self.tr("This is about the person: {name}").format(name=name)
        words = self.tr("{thing}. This is about the person: {name}")
        return words.format(thing=self._about.incident, name=name)

    @Slot()
    def _on_taken_back(self) -> None:
        self.met_otherwise.emit(None)

    @Slot()
    def _on_why(self) -> None:
        had_focus = self.ask_why.hasFocus()
        self.why.show()
        self.ask_why.hide()
        if had_focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.why.text())
