"""One question: its words, what becomes of the answer, and where the answer goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import AnswerStatus
from intake.questions.model import Fate
from ui.accessibility import announce
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.option_button import OptionButton
from ui.answer_widgets.raw_answer import Raw
from ui.answer_widgets.registry import build_answer_widget
from ui.reading_order import hear_as_read
from ui.screens.interview.chosen_way import ChosenWay
from ui.screens.interview.held_focus import HeldFocus
from ui.screens.interview.non_answers import NonAnswers
from ui.shared_widgets.card import Card
from ui.shared_widgets.fate_tag import FateTag
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.appearance import current_text_scale
from ui.style.laid_out_once import laid_out_once
from ui.style.large_words import enlarge
from ui.style.roles import Role

Watch = Callable[[AnswerWidget, str], None]
"""Has the words of an answer looked over; the id is that of the question."""
_NARROW = 520  # px at a text scale of 1: below it the tag stands above the question


class QuestionCard(Card):
    """Only the answer widget is made anew for each question; everything else is filled in."""

    answer_changed = Signal(object, bool)  # Raw, whether it is typed
    met_otherwise = Signal(object, object, bool)  # AnswerStatus, the Raw that stood there, whether it was typed
    met_otherwise_undone = Signal()
    go_on_wanted = Signal()

    def __init__(self, watch: Watch | None = None) -> None:
        super().__init__()
        self._watch = watch
        self._question: AskedQuestion | None = None
        self._answer: AnswerWidget | None = None
        self._prompt = WrappedLabel("", Role.QUESTION)
        self._tag = FateTag(Fate.STAYS)
        self._why = WrappedLabel("", Role.HINT)
        self._staff = WrappedLabel("", Role.LABEL)
        self._help = WrappedLabel("", Role.HINT)
        self._script_label = WrappedLabel("", Role.LABEL)
        self._script = WrappedLabel("", Role.SCRIPT)
        self._advice = WrappedLabel("", Role.HINT)
        self.way = ChosenWay()
        self._place = QVBoxLayout()
        self._non_answers = NonAnswers()
        self._build()
        self._connect()
        self.retranslate()
        enlarge(self)

    def show_question(self, question: AskedQuestion, today: date) -> None:
        """Ask another question and show the answer it had."""
        with laid_out_once(self.column):
            self.empty()
            self._question = question
            self._prompt.setText(question.prompt)
            self._tag.set_fate(question.fate)
            self._show_words(question)
            self._answer = answer = build_answer_widget(question, today)
            answer.set_answer(question.answer, question.draft)
            if self._watch is not None:
                self._watch(answer, question.id)
            answer.answer_changed.connect(self._on_answer_changed)
            answer.go_on_wanted.connect(self.go_on_wanted)
            answer.advice_wanted.connect(self.show_advice)
            self._place.addWidget(answer)
            self.way.begin(question.options, answer.raw())
            hear_as_read(self)
        answer.show()  # now, not with the next event: it takes the keyboard at once
        self.show_status(question.answer.status if question.answer and not question.draft else None)
        self.show_advice(question.earlier)

    def reword(self, question: AskedQuestion, today: date) -> None:
        """The same question in another language, with what stands in it and the keyboard where they are."""
        if self._answer is None:
            return
        raw, held = self._answer.raw(), HeldFocus(self.stops())
        advice = self._advice.text()
        status = self._non_answers.status()
        self.show_question(question, today)
        self.show_raw(raw)
        self.show_status(status)
        self.show_advice(advice)
        held.give_back(self.stops())

    def show_raw(self, raw: Raw) -> None:
        """Put this into the answer widget."""
        if self._answer is not None:
            self._answer.put_back(raw)
            self.way.follow(raw)

    def show_status(self, status: AnswerStatus | None) -> None:
        """Show which of the four equal answers was given, if any."""
        self._non_answers.show_status(status)

    @Slot(str)
    def show_advice(self, sentence: str) -> None:
        """Say something gentle under the field."""
        self._advice.setText(sentence)
        self._advice.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def choices(self) -> list[OptionButton]:
        """The buttons of the choices, for whoever answers in another place."""
        return self._answer.findChildren(OptionButton) if self._answer is not None else []

    def meet_otherwise(self, status: AnswerStatus | None) -> None:
        """One of the four equal answers, given in another place; None takes it back."""
        if status is not None:
            self._on_met_otherwise(status)
        else:
            self.met_otherwise_undone.emit()

    @property
    def status(self) -> AnswerStatus | None:
        """Which of the four equal answers is given."""
        return self._non_answers.status()

    def first_focus(self) -> QWidget | None:
        """Where the answer goes; the chosen one of the four when there is none. None while it is being emptied."""
        if self._question is None:
            return None
        if self._question.answer and self._question.answer.value is None and not self._question.draft:
            return self._non_answers.first_focus()
        return self._answer.first_focus() if self._answer is not None else None

    def field(self) -> QWidget | None:
        """Where the answer goes, in any case."""
        return self._answer.first_focus() if self._answer is not None else None

    def stops(self) -> list[QWidget]:
        """Everything the Tab key comes to, or may come to, from top to bottom."""
        parts = self._answer.findChildren(QWidget) if self._answer is not None else []
        # the list that drops down from a field is a window of its own
        mine = [part for part in parts if part.window() == self.window()]
        fields = [part for part in mine if part.focusPolicy() & Qt.FocusPolicy.ClickFocus]
        return [*fields, self.way.button, *self._non_answers.stops()]

    def empty(self) -> None:
        """Forget the question and its answer."""
        self._question = None
        if self._answer is not None:
            self._answer.empty()
            self._place.removeWidget(self._answer)
            self._answer.hide()
            self._answer.deleteLater()
            self._answer = None

    def retranslate(self) -> None:
        """Set every text of ours anew; those of the question come with the question."""
        self._staff.setText(self.tr("For you, not to read out"))
        self._script_label.setText(self.tr("To read out"))
        self._non_answers.retranslate()
        self.way.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow card puts the tag above the question."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW * current_text_scale()
        beside = QBoxLayout.Direction.LeftToRight
        self._head.setDirection(QBoxLayout.Direction.BottomToTop if is_narrow else beside)

    def _build(self) -> None:
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(16)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self._prompt, 1)
        self._head.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addLayout(self._head)
        words.addWidget(self._why)
        staff = QVBoxLayout()
        staff.setSpacing(2)
        staff.addWidget(self._staff)
        staff.addWidget(self._help)
        script = QVBoxLayout()
        script.setSpacing(8)
        script.addWidget(self._script_label)
        script.addWidget(self._script)
        self.column.addLayout(words)
        self.column.addLayout(staff)
        self.column.addLayout(script)
        self.column.addLayout(self._place)
        self.column.addWidget(self.way)
        self.column.addWidget(self._advice)
        self.column.addWidget(self._non_answers)
        self._place.setContentsMargins(0, 0, 0, 0)

    def _connect(self) -> None:
        self._non_answers.chosen.connect(self._on_met_otherwise)
        self._non_answers.taken_back.connect(self.met_otherwise_undone)
        self._non_answers.go_on_wanted.connect(self.go_on_wanted)

    def _show_words(self, question: AskedQuestion) -> None:
        for label, text in (
            (self._why, question.why_we_ask),
            (self._help, question.help),
            (self._script, question.script),
        ):
            label.setText(text.strip())
            label.setVisible(bool(text.strip()))
        self._staff.setVisible(bool(question.help.strip()))
        self._script_label.setVisible(bool(question.script.strip()))

    @Slot(object)
    def _on_answer_changed(self, raw: Raw) -> None:
        if self._answer is not None:
            self.way.follow(raw)
            self.answer_changed.emit(raw, self._answer.is_typed)

    @Slot(object)
    def _on_met_otherwise(self, status: AnswerStatus) -> None:
        if self._answer is not None:
            self.met_otherwise.emit(status, self._answer.raw(), self._answer.is_typed)
