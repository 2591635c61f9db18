"""A lock: blank first, then stored, then closed, and only then does the process give its place to a new one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.held_runner import HeldRunner
from ui.app_state import AppState
from ui.locking.said import CODES, NOT_STORED, code_for, mishap_for
from ui.main_window import MainWindow
from ui.screen import Screen, Wish
from ui.shutdown import Shutdown


class Notes(Screen):
    """A screen with a half-typed word that may fail to be stored."""

    order: list[str]
    error: Exception | None = None

    def __init__(self, state: AppState, _: Wish) -> None:
        super().__init__(state)
        self.field = QLineEdit()
        self.field.setAccessibleName("Notes")
        QVBoxLayout(self).addWidget(self.field)

    def pending_text(self) -> Callable[[], object]:
        return self.store

    def store(self) -> None:
        self.order.append("stored")
        if self.error is not None:
            raise self.error

    def first_focus(self) -> QWidget:
        return self.field


class PaintWatch(QObject):
    """Writes down when the cover is painted."""

    def __init__(self, order: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self.order = order

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() == QEvent.Type.Paint and self.order[-1:] != ["blank"]:
            self.order.append("blank")
        return False


@pytest.fixture
def order() -> list[str]:
    return []


@pytest.fixture
def runner() -> HeldRunner:
    return HeldRunner()


@pytest.fixture
def state(state: AppState, runner: HeldRunner) -> AppState:
    state.runner = runner
    return state


@pytest.fixture
def window(
    qtbot: QtBot, state: AppState, runner: HeldRunner, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    monkeypatch.setattr(Notes, "order", order, raising=False)
    window.navigator.register("notes", Notes)
    window.navigator.go_to(Wish("unlock"))
    window.show()
    qtbot.waitExposed(window)
    window.cover.installEventFilter(PaintWatch(order, window))
    window.keeper.start_fresh_with(lambda said: order.append(f"fresh start {said}".strip()))
    return window


def noting_when_closed(order: list[str], state: AppState, *, is_practice: bool = False) -> OpenVault:
    session = OpenVault(create_memory_vault(), shipped_content(), state.clock, is_practice=is_practice)
    close = session.store.close

    def close_and_note() -> None:
        order.append("closed")
        close()

    session.store.close = close_and_note
    return session


def opened(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str], *, is_practice: bool = False
) -> OpenVault:
    session = noting_when_closed(order, state, is_practice=is_practice)
    window.keeper.open_with(lambda: session)
    runner.do_all()
    window.navigator.go_to(Wish("notes"))
    runner.do_all()
    return session


def press_hide(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)


def test_blank_then_stored_then_closed_then_a_fresh_start(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    opened(window, state, runner, order)
    press_hide(window)
    assert order == ["blank"]
    assert window.cover.isVisible()
    assert state.session is None
    runner.do_all()
    assert order[1:] == ["stored", "closed", "fresh start"]


def test_the_screen_stays_blank_until_the_process_is_replaced(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    opened(window, state, runner, order)
    press_hide(window)
    runner.do_one()
    runner.do_one()
    assert window.cover.isVisible()
    assert window.keeper.is_starting_fresh


def test_where_no_fresh_start_can_be_made_the_locked_program_goes_on(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    opened(window, state, runner, order)
    press_hide(window)
    runner.do_all()
    assert not window.cover.isVisible()
    assert window.navigator.wish == Wish("unlock")
    assert not window.rail.isVisible()
    opened(window, state, runner, order)
    assert state.session is not None


@pytest.mark.parametrize(("code", "said"), [("disk_full", "disk_full"), ("vault_in_use", NOT_STORED)])
def test_words_that_could_not_be_stored_are_handed_on_as_a_code(
    window: MainWindow,
    state: AppState,
    runner: HeldRunner,
    order: list[str],
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    said: str,
) -> None:
    opened(window, state, runner, order)
    monkeypatch.setattr(Notes, "error", Mishap(code, "It broke.", "All is safe.", "Mend it."))
    press_hide(window)
    runner.do_all()
    assert order[-2:] == ["closed", f"fresh start {said}"]


def test_a_vault_that_does_not_close_cannot_stop_the_fresh_start(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    session = opened(window, state, runner, order)

    def fail() -> None:
        raise Mishap("disk_trouble", "It broke.", "All is safe.", "Mend it.")

    session.store.close = fail
    press_hide(window)
    runner.do_all()
    assert order[-1] == "fresh start disk_gone"


def test_a_disk_that_never_answers_holds_the_forgetting_up_for_a_while_only(
    qtbot: QtBot, window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    opened(window, state, runner, order)
    window.keeper._patience.setInterval(20)
    press_hide(window)
    qtbot.waitUntil(lambda: order[-1] == f"fresh start {NOT_STORED}")


def test_a_vault_that_was_opening_is_closed_before_the_fresh_start(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    session = noting_when_closed(order, state)
    window.keeper.open_with(lambda: session)
    press_hide(window)
    assert order == ["blank"]
    runner.do_all()
    assert order == ["blank", "closed", "fresh start"]
    assert state.session is None


def test_a_vault_that_did_not_open_after_all_does_not_hold_it_up(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    def fail() -> OpenVault:
        raise Mishap("wrong_passphrase", "It does not open.", "Nothing changed.", "Try again.")

    window.keeper.open_with(fail)
    press_hide(window)
    runner.do_all()
    assert order[-1] == "fresh start"


def test_two_locks_at_once_are_one_fresh_start(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    opened(window, state, runner, order)
    press_hide(window)
    window.keeper.lock()
    runner.do_all()
    assert [step for step in order if step != "blank"] == ["stored", "closed", "fresh start"]


def test_practice_rests_in_this_process(
    window: MainWindow, state: AppState, runner: HeldRunner, order: list[str]
) -> None:
    session = opened(window, state, runner, order, is_practice=True)
    press_hide(window)
    runner.do_all()
    assert "fresh start" not in order
    assert state.practice_at_rest is session
    assert not window.cover.isVisible()


def test_a_program_that_is_leaving_starts_nothing_new(
    qtbot: QtBot,
    window: MainWindow,
    state: AppState,
    runner: HeldRunner,
    order: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.shutdown.QCoreApplication.exit", lambda code: order.append(f"exit {code}"))
    opened(window, state, runner, order)
    press_hide(window)
    Shutdown(state, window).begin()
    runner.do_all()
    qtbot.waitUntil(lambda: "exit 0" in order)
    assert "fresh start" not in order


def test_what_is_said_after_a_lock_names_no_case_and_every_code_has_words() -> None:
    assert code_for(KeyError("SECRET-MARKER")) == NOT_STORED
    for code in CODES:
        mishap = mishap_for(code)
        assert mishap.code == code
        assert all(
            sentence.endswith(".") for sentence in (mishap.what_happened, mishap.what_is_safe, mishap.what_to_do)
        )
    assert len({mishap_for(code).what_happened for code in CODES}) == len(CODES)
