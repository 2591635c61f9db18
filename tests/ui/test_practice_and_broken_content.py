"""Practising a lock comes back to the invented reports; faulty content opens nothing and says what to mend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.errors import BrokenContent, ContentProblem
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from ui.app_state import AppState
from ui.content_reader import UNUSABLE_INPUT, ContentReader
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.broken_content.screen import BrokenContentScreen
from ui.screens.unlock.screen import UnlockScreen
from ui.shared_widgets.wrapped_label import WrappedLabel
from ui.ways_in import PRACTICE_PASSPHRASE, practice_job

FAULT = ContentProblem("questions/happened/weapon.toml", 7, "'prompt' is missing.", "Write what is asked.")


@pytest.fixture
def window(qtbot: QtBot, state: AppState) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.show()
    qtbot.waitExposed(window)
    return window


class Ending:
    """Stands in for the goodbye, which would end the tests as well."""

    exit_code = 0

    def end_with(self, exit_code: int) -> None:
        self.exit_code = exit_code


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrappedLabel))


def practising(window: MainWindow, state: AppState) -> None:
    state.content = shipped_content()
    window.keeper.open_with(practice_job(state))
    assert window.banner.isVisible()


def test_a_lock_in_practice_keeps_the_invented_reports(window: MainWindow, state: AppState) -> None:
    practising(window, state)
    before = state.session
    window.keeper.lock()
    assert state.session is None
    screen = window.navigator.screen
    assert isinstance(screen, UnlockScreen)
    assert PRACTICE_PASSPHRASE in words(screen)
    assert (nameless(screen), clipped(screen)) == ([], [])
    QTest.keyClicks(screen.passphrase.edit, PRACTICE_PASSPHRASE)
    QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    assert state.session is before
    assert window.banner.isVisible()


def test_a_wrong_word_in_practice_is_answered_like_a_wrong_passphrase(window: MainWindow, state: AppState) -> None:
    practising(window, state)
    window.keeper.lock()
    screen = window.navigator.screen
    assert isinstance(screen, UnlockScreen)
    QTest.keyClicks(screen.passphrase.edit, "something else")
    QTest.keyClick(screen.passphrase.edit, Qt.Key.Key_Return)
    assert state.session is None
    assert "not the passphrase" in screen.notice.text()


def test_ending_practice_forgets_it(window: MainWindow, state: AppState) -> None:
    practising(window, state)
    window.keeper.lock()
    screen = window.navigator.screen
    assert isinstance(screen, UnlockScreen)
    QTest.mouseClick(screen.end_practice, Qt.MouseButton.LeftButton)
    assert state.practice_at_rest is None
    assert isinstance(window.navigator.screen, UnlockScreen)
    assert PRACTICE_PASSPHRASE not in words(window.navigator.screen).split()


def test_faulty_content_is_named_with_file_line_and_cure(
    window: MainWindow, state: AppState, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> object:
        raise BrokenContent((FAULT,))

    state.load_content = broken  # type: ignore[assignment]  # raises before it could return anything
    ending = Ending()
    ContentReader(window, ending).read(state)  # type: ignore[arg-type]  # only told how to end
    assert ending.exit_code == UNUSABLE_INPUT
    screen = window.navigator.screen
    assert isinstance(screen, BrokenContentScreen)
    for part in ("questions/happened/weapon.toml, 7", FAULT.what, FAULT.cure):
        assert part in words(screen)
    assert str(FAULT) in capsys.readouterr().err
    assert (nameless(screen), clipped(screen)) == ([], [])


def test_opening_a_vault_on_faulty_content_comes_to_the_same_screen(window: MainWindow, state: AppState) -> None:
    from ui.defects import DefectDesk

    desk = DefectDesk(window)
    desk.take(BrokenContent((FAULT,)))
    assert isinstance(window.navigator.screen, BrokenContentScreen)
    assert window.navigator.wish == Wish("broken_content", {"problems": (FAULT,)})
