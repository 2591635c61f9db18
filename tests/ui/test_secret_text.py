from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.secret_text import take_secret, utf8, wipe, wipe_text

WORDS = ["amber lantern quiet", "pässword é", "пароль и слово", "密码词 words", "🔑🔑 keys", "ab"]


@pytest.mark.parametrize("words", [*WORDS, "", "a", "é"])
def test_the_bytes_are_plain_utf8(words: str) -> None:
    assert utf8(words) == words.encode()


@pytest.mark.parametrize("words", WORDS)
def test_a_string_handed_over_by_qt_is_overwritten(qtbot: QtBot, words: str) -> None:
    field = QLineEdit(words)
    qtbot.addWidget(field)
    text = field.text()
    wipe_text(text)
    assert set(text) == {"\0"}


@pytest.mark.parametrize("words", ["", "a", "é"])
def test_shared_single_letters_are_left_alone(words: str) -> None:
    wipe_text(words)
    assert words in ("", "a", "é")


def test_taking_empties_the_field_and_wiping_empties_the_bytes(qtbot: QtBot) -> None:
    field = QLineEdit("amber lantern")
    qtbot.addWidget(field)
    secret = take_secret(field)
    assert bytes(secret) == b"amber lantern"
    assert field.text() == ""
    wipe(secret)
    assert not secret
