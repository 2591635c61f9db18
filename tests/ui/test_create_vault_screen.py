from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.errors import Mishap
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.create_vault.screen import CreateVaultScreen, build


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, monkeypatch: pytest.MonkeyPatch) -> CreateVaultScreen:
    monkeypatch.setattr(AppState, "content_at_hand", lambda _: None)
    screen = build(state, Wish("create_vault"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def test_a_suggested_passphrase_makes_a_vault_by_keyboard_alone(
    qtbot: QtBot, screen: CreateVaultScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[Path, bytes]] = []

    def create(folder: Path, passphrase: bytearray, content: object, clock: object, witnesses: object) -> str:
        made.append((folder, bytes(passphrase)))
        return "open"

    monkeypatch.setattr("intake.actions.vault.create_vault.create_vault", create)
    suggested = screen.suggestion.text()
    assert len(suggested.split()) >= 6
    QTest.keyClick(screen.use_suggestion, Qt.Key.Key_Space)
    assert screen.focusWidget() is screen.create_button
    with qtbot.waitSignal(screen.vault_wanted) as signal:
        QTest.keyClick(screen.create_button, Qt.Key.Key_Space)
    assert signal.args is not None
    assert signal.args[0]() == "open"
    assert made == [(screen.state.vault_folder, suggested.encode())]
    assert screen.passphrase.text() == ""
    assert screen.again.text() == ""


def test_another_suggestion_is_another_one(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    before = screen.suggestion.text()
    QTest.keyClick(screen.suggest_another, Qt.Key.Key_Space)
    assert screen.suggestion.text() != before


def test_strength_is_told_in_words_while_typing(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    QTest.keyClicks(screen.passphrase.edit, "password")
    qtbot.waitUntil(lambda: "Not strong enough yet." in screen.strength_words.text())
    screen.passphrase.edit.clear()
    QTest.keyClicks(screen.passphrase.edit, "amber lantern gravel tonight sixteen canoes")
    qtbot.waitUntil(lambda: "Strong enough." in screen.strength_words.text())


def test_two_different_passphrases_make_no_vault(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    QTest.keyClicks(screen.passphrase.edit, "one thing")
    QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    QTest.keyClicks(screen.again.edit, "another")
    with qtbot.assertNotEmitted(screen.vault_wanted):
        QTest.keyClick(screen.again.edit, Qt.Key.Key_Return)
    assert "not the same" in screen.notice.text()
    assert screen.again.text() == ""
    assert screen.passphrase.text() == "one thing"


def test_what_was_wrong_goes_with_the_next_change(screen: CreateVaultScreen) -> None:
    for change in (screen.use_suggestion.click, lambda: QTest.keyClicks(screen.again.edit, "one")):
        screen.passphrase.edit.setText("one thing")
        screen.again.edit.setText("another")
        QTest.keyClick(screen.again.edit, Qt.Key.Key_Return)
        assert screen.notice.isVisible()
        change()
        assert not screen.notice.isVisible()


def test_an_empty_passphrase_makes_no_vault(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    with qtbot.assertNotEmitted(screen.vault_wanted):
        QTest.keyClick(screen.create_button, Qt.Key.Key_Space)
    assert screen.notice.isVisible()


def test_a_refusal_is_explained(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    screen.show_error(Mishap("weak_passphrase", "Too easy.", "No vault was made.", "Use more words."))
    assert screen.notice.text() == "Too easy. No vault was made. Use more words."
    assert screen.create_button.isEnabled()


def test_the_place_can_be_changed_and_nothing_is_made_yet(
    qtbot: QtBot, screen: CreateVaultScreen, tmp_path: Path
) -> None:
    QTest.keyClick(screen.another_place, Qt.Key.Key_Space)
    assert screen.picker is not None
    assert screen.focusWidget() is screen.picker.first_focus()
    screen.picker.dismissed.emit()
    assert screen.focusWidget() is screen.another_place
    screen.picker.chosen.emit(tmp_path)
    assert "forthright-vault" in screen.place.text()
    assert list(tmp_path.iterdir()) == []


def test_leaving_forgets_everything_typed_and_suggested(qtbot: QtBot, screen: CreateVaultScreen) -> None:
    QTest.keyClick(screen.use_suggestion, Qt.Key.Key_Space)
    screen.leave()
    assert screen.passphrase.text() + screen.again.text() + screen.suggestion.text() == ""
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.back_button, Qt.Key.Key_Space)
    assert signal.args == [Wish("unlock")]
