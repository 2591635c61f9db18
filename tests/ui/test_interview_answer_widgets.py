"""Each kind of answer by keyboard alone, and what a paste may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.interview.page import OptionWords
from intake.answers.approximate_date import approximate_date
from intake.answers.model import Answer, AnswerStatus, Choice, Choices, Text
from tests.ui.accessible_names import nameless
from tests.ui.interview_fakes import OPTIONS, question
from ui.answer_widgets.answer_widget import AnswerWidget
from ui.answer_widgets.dates.date_parts import DateParts, read_parts
from ui.answer_widgets.raw_answer import HalfTyped, Raw
from ui.answer_widgets.registry import build_answer_widget

TODAY = date(2026, 5, 4)
KINDS = (
    "single_choice",
    "multiple_choice",
    "body_map",
    "short_text",
    "long_text",
    "approximate_date",
    "coming_date",
    "senses",
    "pieces",
    "log",
)
Maker = Callable[..., AnswerWidget]


class Ears:
    """Hears what a widget hands over."""

    def __init__(self, widget: AnswerWidget) -> None:
        self.heard: list[Raw] = []
        self.advice: list[str] = []
        self.went_on = 0
        widget.answer_changed.connect(self.heard.append)
        widget.advice_wanted.connect(self.advice.append)
        widget.go_on_wanted.connect(self._on_went_on)

    def _on_went_on(self) -> None:
        self.went_on += 1


@pytest.fixture
def make(qtbot: QtBot) -> Maker:
    def build(kind: str, options: tuple[OptionWords, ...] = OPTIONS) -> AnswerWidget:
        widget = build_answer_widget(question("happened.x", kind, options=options), TODAY)
        qtbot.addWidget(widget)
        widget.resize(700, 300)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        widget.first_focus().setFocus()
        return widget

    return build


def focused(widget: QWidget) -> QWidget:
    inside = widget.focusWidget()
    assert inside is not None
    return inside


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(focused(widget), key)


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_can_be_heard(make: Maker, kind: str) -> None:
    assert nameless(make(kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_answered_is_none_and_showing_an_answer_says_nothing(make: Maker, kind: str) -> None:
    widget = make(kind)
    ears = Ears(widget)
    widget.set_answer(None, None)
    widget.empty()
    assert widget.raw() is None
    assert ears.heard == []


@pytest.mark.parametrize(
    ("kind", "role"),
    [("single_choice", QAccessible.Role.RadioButton), ("multiple_choice", QAccessible.Role.CheckBox)],
)
def test_options_are_heard_as_a_group_named_by_the_question(make: Maker, kind: str, role: QAccessible.Role) -> None:
    widget = make(kind)
    option = QAccessible.queryAccessibleInterface(widget.first_focus())
    assert option is not None
    assert option.role() == role
    group = option.parent()
    assert group is not None
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Prompt of happened.x?"


def test_arrows_move_without_answering_and_space_answers(make: Maker) -> None:
    widget = make("single_choice")
    ears = Ears(widget)
    keys(widget, Qt.Key.Key_Right)
    assert ears.heard == []
    keys(widget, Qt.Key.Key_Space)
    assert ears.heard == ["threat"]
    keys(widget, Qt.Key.Key_Space)
    assert widget.raw() == "threat"


def test_a_digit_answers_and_enter_then_goes_on(make: Maker) -> None:
    widget = make("single_choice")
    ears = Ears(widget)
    keys(widget, Qt.Key.Key_3)
    assert ears.heard == ["trick"]
    assert ears.went_on == 0
    keys(widget, Qt.Key.Key_Return)
    assert ears.went_on == 1


def test_a_digit_without_an_option_does_nothing(make: Maker) -> None:
    widget = make("single_choice")
    ears = Ears(widget)
    keys(widget, Qt.Key.Key_9, Qt.Key.Key_0)
    assert ears.heard == []


def test_a_letter_moves_to_the_option_that_begins_with_it(make: Maker) -> None:
    widget = make("single_choice")
    keys(widget, Qt.Key.Key_W, Qt.Key.Key_Return)
    assert widget.raw() == "threat"


def test_home_end_and_up_and_down_move_too(make: Maker) -> None:
    widget = make("single_choice")
    keys(widget, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert widget.raw() == "trick"


def test_the_arrows_follow_the_eye_from_right_to_left(make: Maker) -> None:
    widget = make("single_choice")
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    keys(widget, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert widget.raw() == "threat"


def test_tab_comes_to_the_options_once(make: Maker) -> None:
    widget = make("single_choice")
    keys(widget, Qt.Key.Key_2)
    stops = [one for one in widget.findChildren(QPushButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.text() for one in stops] == ["With a threat"]


def test_several_options_are_handed_over_at_every_tick(make: Maker) -> None:
    widget = make("multiple_choice")
    ears = Ears(widget)
    keys(widget, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3)
    assert ears.heard == [("force",), ("force", "trick"), ("trick",), None]


def test_none_of_these_and_the_others_exclude_each_other(make: Maker) -> None:
    widget = make("multiple_choice", (*OPTIONS, OptionWords("none", "None of these")))
    keys(widget, Qt.Key.Key_1, Qt.Key.Key_4)
    assert widget.raw() == ("none",)
    keys(widget, Qt.Key.Key_2)
    assert widget.raw() == ("threat",)


def test_choices_answered_before_are_shown(make: Maker) -> None:
    single, several = make("single_choice"), make("multiple_choice")
    single.set_answer(Answer(AnswerStatus.GIVEN, Choice("trick")), None)
    several.set_answer(Answer(AnswerStatus.GIVEN, Choices(("force", "trick"))), None)
    assert single.raw() == "trick"
    assert several.raw() == ("force", "trick")


def test_half_typed_words_come_back_with_the_cursor_at_their_end(make: Maker) -> None:
    for kind in ("short_text", "long_text"):
        widget = make(kind)
        widget.set_answer(Answer(AnswerStatus.GIVEN, Text("older")), "I was at th")
        QTest.keyClicks(focused(widget), "e")
        assert widget.raw() == "I was at the"


def test_the_tab_key_leaves_a_field_of_many_lines(make: Maker) -> None:
    widget = make("long_text")
    keys(widget, Qt.Key.Key_Tab)
    assert widget.raw() is None


def test_enter_goes_on_from_one_line_and_begins_a_new_one_in_many(make: Maker) -> None:
    line, many = make("short_text"), make("long_text")
    at_line, at_many = Ears(line), Ears(many)
    keys(line, Qt.Key.Key_Return)
    QTest.keyClicks(focused(many), "a")
    keys(many, Qt.Key.Key_Return)
    assert (at_line.went_on, at_many.went_on) == (1, 0)
    assert many.raw() == "a\n"


def test_a_huge_paste_is_cut_and_what_was_there_stays(make: Maker) -> None:
    widget = make("long_text")
    ears = Ears(widget)
    widget.set_answer(Answer(AnswerStatus.GIVEN, Text("before ")), None)
    field = widget.first_focus()
    assert isinstance(field, QPlainTextEdit)
    data = QMimeData()
    data.setText("word " * 2_000_000)
    field.insertFromMimeData(data)
    raw = widget.raw()
    assert isinstance(raw, str)
    assert len(raw) == 100_000
    assert raw.startswith("before word")
    assert ears.advice


def test_a_huge_paste_into_one_line_is_cut_as_well(make: Maker) -> None:
    widget = make("short_text")
    ears = Ears(widget)
    field = widget.first_focus()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "before ")
    field.insert("x" * 10_000_000)
    raw = widget.raw()
    assert isinstance(raw, str)
    assert len(raw) == 1_000
    assert raw.startswith("before x")
    assert ears.advice


def test_only_plain_text_is_pasted(make: Maker) -> None:
    widget = make("long_text")
    field = widget.first_focus()
    assert isinstance(field, QPlainTextEdit)
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='x'>")
    data.setText("bold")
    field.insertFromMimeData(data)
    assert widget.raw() == "bold"


def test_no_input_method_learns_what_is_typed(make: Maker) -> None:
    for kind in ("short_text", "long_text", "approximate_date"):
        widget = make(kind)
        for field in widget.findChildren(QWidget):
            if isinstance(field, QLineEdit | QPlainTextEdit):
                assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_emptying_leaves_nothing_to_undo(make: Maker) -> None:
    widget = make("long_text")
    QTest.keyClicks(focused(widget), "secret")
    widget.empty()
    field = widget.first_focus()
    assert isinstance(field, QPlainTextEdit)
    field.undo()
    assert widget.raw() is None


def test_today_and_yesterday_are_one_key_away(make: Maker) -> None:
    widget = make("approximate_date")
    keys(widget, Qt.Key.Key_Space)
    assert widget.raw() == "2026-05-04"
    keys(widget, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert widget.raw() == "2026-05-03"


def test_a_year_a_month_and_a_day_are_each_enough(make: Maker) -> None:
    widget = make("approximate_date")
    day, year = widget.findChildren(QLineEdit)
    months = widget.findChild(QComboBox)
    assert isinstance(months, QComboBox)
    QTest.keyClicks(year, "20")
    assert isinstance(widget.raw(), HalfTyped)
    QTest.keyClicks(year, "25")
    assert widget.raw() == "2025"
    QTest.keyClicks(day, "7")
    assert isinstance(widget.raw(), HalfTyped)
    for _ in range(3):
        QTest.keyClick(months, Qt.Key.Key_Down)
    assert widget.raw() == "2025-03-07"


@pytest.mark.parametrize("iso", ["2024", "2024-05", "2024-05-07"])
def test_a_date_recorded_before_is_shown_as_precisely_as_it_was(make: Maker, iso: str) -> None:
    widget = make("approximate_date")
    widget.set_answer(Answer(AnswerStatus.GIVEN, approximate_date(iso)), None)
    assert widget.raw() == iso


@pytest.mark.parametrize(
    "parts",
    [DateParts("20", "5", ""), DateParts("", "12", "31"), DateParts("2024", "", "5"), DateParts("٢٠٢٤", "1", "٢")],
)
def test_a_half_typed_date_survives_being_kept(parts: DateParts) -> None:
    kept = read_parts(parts.line())
    assert kept.line() == parts.line()


def test_a_date_in_other_digits_is_the_same_date() -> None:
    assert DateParts("٢٠٢٤", "1", "٢").line() == "2024-01-02"
