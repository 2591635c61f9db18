from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from intake.errors import Mishap
from ui import ways_in
from ui.app_state import AppState
from ui.screen import Wish
from ui.screens.unlock.screen import UnlockScreen, build


@pytest.fixture
def is_there() -> bool:
    return True


@pytest.fixture
def screen(qtbot: QtBot, state: AppState, monkeypatch: pytest.MonkeyPatch, is_there: bool) -> UnlockScreen:
    monkeypatch.setattr("intake.actions.vault.unlock_vault.vault_exists", lambda _: is_there)
    screen = build(state, Wish("unlock"))
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    qtbot.waitExposed(screen)
    qtbot.waitUntil(lambda: screen._is_there == is_there)
    screen.first_focus().setFocus()
    return screen


def wanted(qtbot: QtBot, screen: UnlockScreen, act: Callable[[], None]) -> Callable[[], object]:
    with qtbot.waitSignal(screen.vault_wanted) as signal:
        act()
    assert signal.args is not None
    job: Callable[[], object] = signal.args[0]
    return job


def test_typing_and_enter_asks_for_the_vault_and_empties_the_field(
    qtbot: QtBot, screen: UnlockScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []

    def unlock(folder: Path, passphrase: bytearray, content: object, clock: object, witnesses: object) -> str:
        heard.append(bytes(passphrase))
        return "open"

    monkeypatch.setattr("intake.actions.vault.unlock_vault.unlock_vault", unlock)
    monkeypatch.setattr(AppState, "content_at_hand", lambda _: None)
    QTest.keyClicks(screen.passphrase.edit, "seven quiet herons")
    job = wanted(qtbot, screen, lambda: QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return))
    assert screen.passphrase.edit.text() == ""
    assert not screen.open_button.isEnabled()
    assert job() == "open"
    assert heard == [b"seven quiet herons"]


def test_the_passphrase_is_wiped_even_when_the_vault_does_not_open(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = bytearray(b"seven quiet herons")
    monkeypatch.setattr(AppState, "content_at_hand", lambda _: None)
    with pytest.raises(Mishap):
        ways_in.unlock_job(state, state.vault_folder / "nothing here", secret)()
    assert not secret


def test_enter_on_an_empty_field_says_what_to_do(qtbot: QtBot, screen: UnlockScreen) -> None:
    with qtbot.assertNotEmitted(screen.vault_wanted):
        QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    assert "Type the passphrase first" in screen.notice.text()


def test_a_wrong_passphrase_is_explained_and_can_be_typed_again(qtbot: QtBot, screen: UnlockScreen) -> None:
    QTest.keyClicks(screen.passphrase.edit, "wrong")
    QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    screen.show_error(Mishap("wrong_passphrase", "It does not open.", "Nothing changed.", "Try again."))
    assert screen.notice.isVisible()
    assert screen.notice.text() == "It does not open. Nothing changed. Try again."
    assert screen.passphrase.isEnabled()
    assert screen.focusWidget() is screen.passphrase.edit


def test_the_dots_can_be_lifted_and_come_back(qtbot: QtBot, screen: UnlockScreen) -> None:
    field = screen.passphrase
    QTest.keyClick(field.show_button, Qt.Key.Key_Space)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert field.show_button.text() == "Cover"
    QTest.keyClick(field.show_button, Qt.Key.Key_Space)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password


def test_practice_and_a_new_vault_are_reached_by_keyboard(qtbot: QtBot, screen: UnlockScreen) -> None:
    QTest.keyClick(screen.other_ways, Qt.Key.Key_Space)
    assert screen.new_vault.isVisible()
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.new_vault, Qt.Key.Key_Space)
    assert signal.args == [Wish("create_vault")]
    wanted(qtbot, screen, lambda: QTest.keyClick(screen.practise, Qt.Key.Key_Space))


def test_recovery_words_are_reached_by_keyboard(qtbot: QtBot, screen: UnlockScreen) -> None:
    QTest.keyClick(screen.other_ways, Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.recover, Qt.Key.Key_Space)
    assert signal.args == [Wish("recover", {"folder": str(screen.state.vault_folder)})]


def test_another_folder_can_be_chosen(qtbot: QtBot, screen: UnlockScreen, tmp_path: Path) -> None:
    QTest.keyClick(screen.other_ways, Qt.Key.Key_Space)
    QTest.keyClick(screen.another_vault, Qt.Key.Key_Space)
    assert screen.picker is not None
    assert screen.focusWidget() is screen.picker.first_focus()
    screen.picker.dismissed.emit()
    assert screen.focusWidget() is screen.another_vault
    screen.picker.go(tmp_path)
    screen.picker.chosen.emit(screen.picker.folder)
    assert not screen.picker.isVisible()
    assert screen._folder == tmp_path


def test_leaving_forgets_what_was_typed(qtbot: QtBot, screen: UnlockScreen) -> None:
    QTest.keyClicks(screen.passphrase.edit, "half a pass")
    screen.leave()
    assert screen.passphrase.edit.text() == ""


@pytest.mark.parametrize("is_there", [False])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_with_no_vault_yet_the_first_key_press_makes_one(qtbot: QtBot, screen: UnlockScreen, key: Qt.Key) -> None:
    focus = screen.first_focus()
    assert focus is not None
    assert focus.isVisible()
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(focus, key)
    assert signal.args[0].name == "create_vault"
    assert not screen.notice.isVisible()


@pytest.mark.parametrize("is_there", [False])
def test_with_no_vault_yet_the_first_step_is_to_make_one(qtbot: QtBot, screen: UnlockScreen) -> None:
    assert not screen.passphrase.isVisible()
    assert not screen.recover.isVisibleTo(screen)
    assert screen.explanation.isVisible()
    with qtbot.waitSignal(screen.go_to) as signal:
        QTest.keyClick(screen.first_vault, Qt.Key.Key_Space)
    assert signal.args == [Wish("create_vault")]
