"""Every screen, opened and then turned to Spanish: nothing that a screen says by itself stays English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from intake.actions.cases.cases import list_cases
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.content import Content
from intake.errors import ContentProblem
from intake.wording.catalogue import Wording
from tests.shipped import shipped_content
from tests.ui.accessible_names import nameless
from tests.ui.clipping import clipped
from tests.ui.english_left import english_left
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.style.appearance import apply_appearance
from ui.style.tokens import LIGHT
from ui.time_limits.in_full import TimePage

SCREENS = sorted(path.parent.name for path in (Path(__file__).parent.parent.parent / "ui/screens").glob("*/screen.py"))
PROBLEMS = tuple(ContentProblem("a.toml", number, "It is broken.", "Mend it.") for number in range(60))
# what opens more of a screen: the buttons pressed before the turn, by their English words
OPENED_BY = {
    "unlock": ("Open a vault in another folder",),
    "create_vault": ("Another place",),
    "restore": ("Choose the copy",),
    "referral": ("District Attorney victim services", "Show the page"),
    "interview": ("Read out",),
    "ledger": ("See the words",),
}


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture
def practice(state: AppState, content: Content) -> Iterator[OpenVault]:
    session = open_practice(content, state.clock)
    state.session = session
    yield session
    session.store.close()


def opened(qtbot: QtBot, state: AppState, session: OpenVault, name: str) -> MainWindow:
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=lambda w: w.hide())
    window.resize(1280, 820)
    window.show()
    case_id = list_cases(session)[0].id
    window.navigator.go_to(Wish(name, {"case_id": case_id, "note": "KeyError, some_file.py 12", "problems": PROBLEMS}))
    QTest.qWait(30)
    for page in window.findChildren(TimePage):  # in one of the reports a neck was pressed
        page.close_wanted.emit()
    for words in OPENED_BY.get(name, ()):
        _press(window, words)
    return window


def _press(window: MainWindow, words: str) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and (button.text().startswith(words) or button.accessibleName().startswith(words)):
            button.click()
            QTest.qWait(30)
            return
    pytest.fail(f"no button says {words}")


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_that_is_turned_to_spanish_keeps_no_english(
    qtbot: QtBot, state: AppState, practice: OpenVault, name: str
) -> None:
    window = opened(qtbot, state, practice, name)
    state.languages.speak_at_desk("es", practice)
    QTest.qWait(30)
    left = english_left(window)
    assert not left, "\n".join(left)


@pytest.mark.parametrize("name", SCREENS)
def test_a_spanish_screen_has_room_for_its_words_at_twice_the_size(
    qtbot: QtBot, qapp: ForthrightApp, state: AppState, practice: OpenVault, name: str
) -> None:
    apply_appearance(qapp, LIGHT, 2.0)
    window = opened(qtbot, state, practice, name)
    state.languages.speak_at_desk("es", practice)
    assert clipped(window) == []
    assert nameless(window) == []


class Stretched(dict[tuple[str, str], str]):
    """Words of no language: half as long again as the English, to be read from right to left."""

    def get(self, key: tuple[str, str], default: str | None = None) -> str | None:  # type: ignore[override]
        del default
        if key[0] == "DayWords":
            return None
        return f"{key[1]} {'אבגד ' * (len(key[1]) // 10 + 1)}".rstrip()


@pytest.mark.parametrize("name", SCREENS)
def test_a_language_of_long_words_from_right_to_left_has_room(
    qtbot: QtBot, state: AppState, practice: OpenVault, name: str
) -> None:
    window = opened(qtbot, state, practice, name)
    state.languages._read["ar"] = Wording("ar", Stretched(), is_reviewed=False)
    state.languages.speak("ar", None)
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert clipped(window) == []
    assert nameless(window) == []
