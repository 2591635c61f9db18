"""One calm line on privacy above the gates; the rest, and where it is written, on request."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import start_case
from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.conftest import MOMENT
from ui.app_state import AppState
from ui.screens.interview.question_column import QuestionColumn


@pytest.fixture
def session(state: AppState) -> Iterator[OpenVault]:
    opened = OpenVault(create_memory_vault(), shipped_content(), state.clock)
    yield opened
    opened.store.close()


@pytest.fixture
def case_id(session: OpenVault) -> str:
    case_id = start_case(session).id
    for question_id, raw in (("setup.role", "peer_worker"), ("setup.rules", ("vawa",)), ("limits.go_on", "yes")):
        record_answer(session, case_id, question_id, AnswerStatus.GIVEN, raw)
    return case_id


@pytest.fixture
def column(qtbot: QtBot) -> QuestionColumn:
    column = QuestionColumn()
    qtbot.addWidget(column)
    column.resize(900, 900)
    column.show()
    return column


def ask(column: QuestionColumn, session: OpenVault, case_id: str, question_id: str) -> None:
    column.show_page(go_to_question(session, case_id, question_id), MOMENT.date())


def words(column: QuestionColumn) -> str:
    return " ".join(label.text() for label in column.strip.findChildren(QLabel) if label.isVisible()).strip()


def test_the_line_stands_above_the_gates_and_not_beside_every_question(
    column: QuestionColumn, session: OpenVault, case_id: str
) -> None:
    ask(column, session, case_id, "limits.say_back")
    assert words(column) == "What is said here may not be protected in court. Write less."
    assert nameless(column.strip) == []
    assert clipped(column.strip) == []
    ask(column, session, case_id, "comfort.name")
    assert column.strip.isHidden()


def test_more_opens_the_other_lines_and_where_it_is_written(
    column: QuestionColumn, session: OpenVault, case_id: str
) -> None:
    ask(column, session, case_id, "limits.say_back")
    column.strip.more.setFocus()
    QTest.keyClick(column.strip.more, Qt.Key.Key_Space)
    assert "28 CFR 94.115(a): VOCA. Seen in a copy or a summary. Ask a lawyer." in words(column)
    assert column.strip.more.text() == "Less"
    QTest.keyClick(column.strip.more, Qt.Key.Key_Space)
    assert "CFR" not in words(column)


def test_it_follows_the_interview_language(column: QuestionColumn, session: OpenVault, case_id: str) -> None:
    session.language = "es"
    ask(column, session, case_id, "limits.say_back")
    assert words(column) == "Lo que se dice aquí tal vez no tenga protección en un tribunal. Escriba menos."
