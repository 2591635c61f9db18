from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import start_case
from intake.actions.session import OpenVault
from intake.errors import Defect, Mishap
from tests.shipped import shipped_content
from ui.app_state import AppState
from ui.defects import DefectDesk, where
from ui.main_window import MainWindow
from ui.navigator import Navigator
from ui.screen import Screen, Wish
from ui.shutdown import Shutdown
from ui.style.appearance import apply_appearance
from ui.style.tokens import DARK


class Notes(Screen):
    """A screen with a half-typed word."""

    stored: list[str]

    def __init__(self, state: AppState, _: Wish) -> None:
        super().__init__(state)
        self.stored = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Notes")
        QVBoxLayout(self).addWidget(self.field)

    def pending_text(self) -> Callable[[], object] | None:
        return partial(self.stored.append, self.field.text()) if self.field.text() else None

    def leave(self) -> None:
        self.field.clear()

    def first_focus(self) -> QWidget:
        return self.field


@pytest.fixture
def window(qtbot: QtBot, state: AppState) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.navigator.register("notes", Notes)
    window.show()
    qtbot.waitExposed(window)
    return window


def open_session(window: MainWindow, state: AppState, *, is_practice: bool = False) -> OpenVault:
    from intake.vault.memory_vault import create_memory_vault

    session = OpenVault(create_memory_vault(), shipped_content(), state.clock, is_practice=is_practice)
    window.keeper.open_with(lambda: session)
    return session


def flush_deletes() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def test_opening_a_vault_leads_home_and_shows_the_rail(window: MainWindow, state: AppState) -> None:
    assert not window.rail.isVisible()
    session = open_session(window, state)
    assert state.session is session
    assert window.navigator.wish == Wish("today")
    assert window.rail.isVisible()
    assert not window.banner.isVisible()
    assert window.keeper.inactivity.is_watching()


def test_unlocking_brings_the_person_back_to_the_question_they_were_at(window: MainWindow, state: AppState) -> None:
    window.navigator.register("interview", Notes)
    from intake.vault.memory_vault import create_memory_vault

    session = OpenVault(create_memory_vault(), shipped_content(), state.clock)
    line = start_case(session)
    session.store.set_last_case(line.id)
    window.keeper.open_with(lambda: session)
    assert window.navigator.wish == Wish("interview", {"case_id": line.id})


def test_practice_is_unmistakable_on_every_screen_and_the_title_stays_neutral(
    window: MainWindow, state: AppState
) -> None:
    open_session(window, state, is_practice=True)
    for name in ("today", "notes", "defect"):
        window.navigator.go_to(Wish(name))
        assert window.banner.isVisible()
    assert window.windowTitle() == "Forthright"


def test_hiding_in_mid_word_stores_the_word_blanks_and_locks(
    qtbot: QtBot, window: MainWindow, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(window, state)
    window.navigator.go_to(Wish("notes"))
    notes = window.navigator.screen
    assert isinstance(notes, Notes)
    stored = notes.stored
    QTest.keyClicks(notes.field, "half a wo")
    order: list[str] = []
    window.keeper.about_to_lock.connect(lambda: order.append("covered" if window.cover.isVisible() else "bare"))
    monkeypatch.setattr(session.store, "close", lambda: order.append(f"closed after {stored}"))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert order == ["covered", "closed after ['half a wo']"]
    assert state.session is None
    assert window.navigator.wish == Wish("unlock")
    assert not window.rail.isVisible()
    assert not window.cover.isVisible()
    assert not window.keeper.inactivity.is_watching()


def test_an_open_menu_does_not_stand_in_the_way(qtbot: QtBot, window: MainWindow, state: AppState) -> None:
    open_session(window, state)
    menu = QMenu(window)
    menu.addAction("something")
    menu.popup(window.pos())
    window.keeper.lock()
    assert not menu.isVisible()
    assert state.session is None


def test_a_screen_that_fails_while_leaving_cannot_stop_the_lock(window: MainWindow, state: AppState) -> None:
    class Broken(Notes):
        def leave(self) -> None:
            raise KeyError("broken")

    open_session(window, state)
    window.navigator.register("broken", Broken)
    window.navigator.go_to(Wish("broken"))
    with pytest.raises(KeyError):
        window.keeper.lock()
    assert state.session is None
    assert window.navigator.wish == Wish("unlock")


def test_a_vault_that_opens_after_somebody_locked_is_closed_again(
    qtbot: QtBot, window: MainWindow, state: AppState, session: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    state.session = None
    closed: list[bool] = []
    monkeypatch.setattr(session.store, "close", lambda: closed.append(True))

    def open_slowly() -> OpenVault:
        window.keeper.lock()
        return session

    window.keeper.open_with(open_slowly)
    assert closed == [True]
    assert state.session is None


def test_a_vault_that_does_not_open_is_told_to_the_screen(window: MainWindow) -> None:
    def fail() -> OpenVault:
        raise Mishap("wrong_passphrase", "It does not open.", "Nothing changed.", "Try again.")

    window.navigator.go_to(Wish("unlock"))
    window.keeper.open_with(fail)
    screen = window.navigator.screen
    assert screen is not None
    assert "It does not open." in screen.notice.text()  # type: ignore[attr-defined]


def test_words_that_could_not_be_stored_are_said_above_the_next_screen(window: MainWindow, state: AppState) -> None:
    class Full(Notes):
        def pending_text(self) -> Callable[[], object]:
            return self.fail

        def fail(self) -> None:
            raise Mishap("disk_full", "The disk is full.", "All before is safe.", "Make room.")

    open_session(window, state)
    window.navigator.register("full", Full)
    window.navigator.go_to(Wish("full"))
    window.navigator.go_to(Wish("today"))
    assert window.notice.isVisible()
    assert "The disk is full." in window.notice.text()


def test_nothing_of_a_screen_lives_on_after_it_is_left(window: MainWindow, state: AppState) -> None:
    open_session(window, state)
    for name in ("unlock", "create_vault", "today", "defect", "notes"):
        window.navigator.go_to(Wish(name))
        left = weakref.ref(window.navigator.screen)
        window.navigator.go_to(Wish("unlock" if name != "unlock" else "defect"))
        flush_deletes()
        assert left() is None, name


def test_a_package_that_builds_no_screen_is_our_mistake(
    window: MainWindow, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.defect.screen.build", lambda *_: QWidget())
    with pytest.raises(Defect):
        window.navigator.go_to(Wish("defect"))
    assert isinstance(window.navigator, Navigator)


def test_a_defect_brings_the_calm_screen_without_a_word_of_its_message(
    qtbot: QtBot, window: MainWindow, state: AppState
) -> None:
    desk = DefectDesk(window)
    open_session(window, state)
    with pytest.raises(KeyError) as caught:
        dict[str, str]()["SECRET-MARKER"]
    desk.take(caught.value)
    desk.take(caught.value)
    assert "SECRET-MARKER" not in where(caught.value)
    qtbot.waitUntil(lambda: window.navigator.wish is not None and window.navigator.wish.name == "defect")
    assert window.navigator.wish is not None
    assert "KeyError" in str(window.navigator.wish.args["note"])


def test_a_mishap_nobody_caught_is_said_above_the_screen(window: MainWindow) -> None:
    DefectDesk(window).take(Mishap("disk_full", "The disk is full.", "All is safe.", "Make room."))
    assert "The disk is full." in window.notice.text()


def test_trouble_from_elsewhere_is_sorted(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.defect_happened):
        window.show_trouble(KeyError("x"))


def test_leaving_happens_once_in_order_and_ends_calmly(
    qtbot: QtBot, window: MainWindow, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(window, state)
    order: list[str] = []
    monkeypatch.setattr(session.store, "close", lambda: order.append("locked"))
    monkeypatch.setattr("ui.shutdown.QCoreApplication.exit", lambda code: order.append(f"exit {code}"))
    window.navigator.go_to(Wish("notes"))
    notes = window.navigator.screen
    assert isinstance(notes, Notes)
    QTest.keyClicks(notes.field, "wo")
    stored = notes.stored
    shutdown = Shutdown(state, window)
    window.close()
    shutdown.begin()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: order == ["locked", "exit 0"])
    assert stored == ["wo"]
    assert window.navigator.screen is None


def test_a_change_of_scheme_or_language_reaches_everything(window: MainWindow, state: AppState, qapp: object) -> None:
    open_session(window, state, is_practice=True)
    apply_appearance(qapp, DARK, 1.5)  # type: ignore[arg-type]
    for widget in (window, window.rail, window.banner, window.navigator.screen):
        assert widget is not None
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    assert window.rail.today.text() == "Today"
