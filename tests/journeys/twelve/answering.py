"""Hands on every kind of answer: what is said goes in by pressing and typing, nothing is set from inside."""

from __future__ import annotations

import json
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from intake.actions.interview.page import AskedQuestion, OptionWords
from ui.answer_widgets.rows.answer_row import AnswerRow
from ui.screens.interview.question_card import QuestionCard
from ui.shared_widgets.form_parts import ChoiceGroup

Part = TypeVar("Part", bound=QWidget)


def answer_by_hand(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    """Answer the question on the card. Lists of lines come as JSON, as everywhere."""
    kinds = {
        "single_choice": _choose,
        "multiple_choice": _choose,
        "body_map": _choose,
        "short_text": _type,
        "long_text": _type,
        "approximate_date": _date,
        "coming_date": _date,
        "keep_date": _date,
        "senses": _senses,
        "pieces": _pieces,
        "log": _log,
        "things": _things,
    }
    kinds[question.kind](card, question, said)


def _choose(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    buttons = dict(zip((one.id for one in question.options), card.choices(), strict=True))
    for option in (said,) if isinstance(said, str) else said:
        QTest.mouseClick(buttons[option], Qt.MouseButton.LeftButton)


def _type(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    field = card.field()
    assert isinstance(field, QLineEdit | QPlainTextEdit), question.id
    QTest.keyClicks(field, str(said))


def _date(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    _write_date(card, str(said))


def _write_date(place: QWidget, iso: str) -> None:
    year, month, day = (*iso.split("-"), "", "")[:3]
    month_box = _shown(place, QComboBox)[0]
    day_line, year_line = _shown(place, QLineEdit)[:2]
    for _ in range(int(month or 0)):
        QTest.keyClick(month_box, Qt.Key.Key_Down)
    QTest.keyClicks(day_line, day)
    QTest.keyClicks(year_line, year)


def _senses(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    lines = dict(zip((one.id for one in question.options), _shown(card, QLineEdit), strict=True))
    for told in json.loads(str(said)):
        QTest.keyClicks(lines[told["sense"]], told["words"])


def _pieces(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    for number, told in enumerate(json.loads(str(said))):
        if number:
            _press(card, "Add a piece")
        row = _rows(card)[-1]
        QTest.keyClicks(_shown(row, QLineEdit)[0], told["words"])
        _press(row, _label(question.options, told["tag"]))


def _log(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    for number, told in enumerate(json.loads(str(said))):
        if number:
            _press(card, "Add a line")
        row = _rows(card)[-1]
        _press(row, _label(question.options, told["way"]))
        _write_date(row, told["day"])
        QTest.keyClicks(_shown(row, QLineEdit)[-1], told["words"])


def _things(card: QuestionCard, question: AskedQuestion, said: str | tuple[str, ...]) -> None:
    """What an earlier answer ticked stands there already, in its order."""
    for row, told in zip(_rows(card), json.loads(str(said)), strict=True):
        groups = row.findChildren(ChoiceGroup)
        for group, column in zip(groups, question.columns, strict=True):
            if told.get(column.id):
                _press(group, _label(column.options, told[column.id]))


def _rows(card: QuestionCard) -> list[AnswerRow]:
    return _shown(card, AnswerRow)


def _shown(place: QWidget, kind: type[Part]) -> list[Part]:
    """What can be used now: the answer of the question before may not be gone yet."""
    return [part for part in place.findChildren(kind) if part.isVisible()]


def _label(options: tuple[OptionWords, ...], option_id: str) -> str:
    return next(one.label for one in options if one.id == option_id)


def _press(place: QWidget, words: str) -> None:
    button = next(one for one in _shown(place, QAbstractButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
