"""A day, a month or just a year: three small fields of which only the year is needed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from intake.actions.interview.page import AskedQuestion
from intake.answers.model import Answer, ApproximateDate
from ui.accessibility import give_name
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.dates.date_parts import DateParts, parts_of, read_parts
from ui.answer_widgets.guarded_edits import GuardedLine
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.shared_widgets.choice_button import WrappingButton
from ui.shared_widgets.flow_layout import FlowLayout
from ui.shared_widgets.form_parts import DropDown
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.style.roles import Role, set_role

KIND = "approximate_date"

_MONTHS = 12


class ApproximateDateAnswer(AnswerWidget):
    """Two buttons fill in what is said most often; everything else is typed."""

    is_typed = True

    def __init__(self, question: AskedQuestion, today: date) -> None:
        super().__init__()
        self.today = today
        self._day = GuardedLine(longest=2)
        self._month = DropDown()
        self._year = GuardedLine(longest=4)
        self._quick_days = self.quick_days()
        self._first_button, self._second_button = (WrappingButton(words) for words, _ in self._quick_days)
        self._build(question.prompt)
        self._connect()

    def set_answer(self, answer: Answer | None, draft: str | None) -> None:
        """Show the half-typed entry if there is one, else the date recorded."""
        value = answer.value if answer else None
        self._show(read_parts(draft or (value.iso if isinstance(value, ApproximateDate) else "")))

    def put_back(self, raw: Raw) -> None:
        """Show this entry again."""
        text = raw.text if isinstance(raw, HalfTyped) else raw
        self._show(read_parts(text if isinstance(text, str) else ""))

    def raw(self) -> Raw:
        """The date as far as it is known; half typed while the year is missing."""
        parts = self._parts()
        if parts.is_empty:
            return None
        if not parts.has_whole_year:
            return HalfTyped(parts.line(), self.tr("Please add the year in four digits. Only the year is fine too."))
        if parts.has_stray_day:
            return HalfTyped(parts.line(), self.tr("Please pick the month as well, or leave the day empty."))
        return parts.line()

    def quick_days(self) -> tuple[tuple[str, date], tuple[str, date]]:
        """The two days that a button fills in, with the words on it."""
        return (self.tr("Today"), self.today), (self.tr("Yesterday"), self.today - timedelta(days=1))

    def first_focus(self) -> QWidget:
        """What was said most often comes first."""
        return self._first_button

    def _build(self, prompt: str) -> None:
        self._month.addItem(self.tr("not sure"))
        for month in range(1, _MONTHS + 1):
            self._month.addItem(QLocale().standaloneMonthName(month))
        group = QGroupBox()
        set_role(group, Role.PLAIN)
        give_name(group, prompt)
        flow = FlowLayout(gap=12)
        quick = QVBoxLayout(group)
        quick.setContentsMargins(0, 0, 0, 0)
        quick.setSpacing(16)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self._first_button)
        buttons.addWidget(self._second_button)
        quick.addLayout(buttons)
        quick.addLayout(flow)
        give_name(self._first_button, self._first_button.text(), prompt)
        give_name(self._second_button, self._second_button.text(), prompt)
        width = self.fontMetrics().horizontalAdvance("0000000000")
        for field, name in (
            (self._day, self.tr("Day, if known")),
            (self._month, self.tr("Month, if known")),
            (self._year, self.tr("Year, in four digits")),
        ):
            give_name(field, name, prompt)
            field.setMinimumWidth(width)
            flow.addWidget(_labelled(field, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(group)

    def _connect(self) -> None:
        self._day.textEdited.connect(self._on_changed)
        self._year.textEdited.connect(self._on_changed)
        self._month.activated.connect(self._on_changed)
        self._first_button.clicked.connect(self._on_first)
        self._second_button.clicked.connect(self._on_second)
        for field in (self._day, self._year):
            field.returnPressed.connect(self.go_on_wanted)

    def _parts(self) -> DateParts:
        month = self._month.currentIndex()
        # the line between the parts is ours; what is typed cannot add another
        day, year = (field.text().strip().replace("-", "") for field in (self._day, self._year))
        return DateParts(year, str(month) if month > 0 else "", day)

    def _show(self, parts: DateParts) -> None:
        self._day.show_text(parts.day.lstrip("0"))
        self._year.show_text(parts.year)
        self._month.setCurrentIndex(int(parts.month) if parts.month else 0)

    @Slot()
    def _on_changed(self) -> None:
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_first(self) -> None:
        self._show(parts_of(self._quick_days[0][1]))
        self.answer_changed.emit(self.raw())

    @Slot()
    def _on_second(self) -> None:
        self._show(parts_of(self._quick_days[1][1]))
        self.answer_changed.emit(self.raw())


def _labelled(field: QWidget, words: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(WrappedLabel(words, Role.LABEL))
    column.addWidget(field)
    return holder


def build(question: AskedQuestion, today: date) -> AnswerWidget:
    """The widget for a question of this kind."""
    return ApproximateDateAnswer(question, today)
