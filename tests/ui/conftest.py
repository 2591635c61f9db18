"""Screens are tried without a display unless ``--onscreen`` is given."""

from __future__ import annotations

import gc
import os
import sys

if "--onscreen" not in sys.argv:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from intake.actions.session import OpenVault
from intake.clock import FixedClock
from intake.vault.memory_vault import create_memory_vault
from tests.shipped import shipped_content
from tests.ui.left_as_found import draw_as_designed, left_as_found
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import ImmediateRunner
from ui.languages.screen_words import ScreenWords

TESTS_BETWEEN_COLLECTIONS = 20
MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the ui tests")


@pytest.fixture(scope="session")
def qapp_cls() -> type[ForthrightApp]:
    return ForthrightApp


@pytest.fixture(scope="session")
def collect_here() -> Iterator[Callable[[], None]]:
    """Python's collector ends Qt objects in whichever thread it happens to run; so here it runs in this one alone.

    A widget that nobody holds, ended by the thread that hears from the other test processes, broke one run of many.
    """
    calls = count(1)

    def collect() -> None:
        if next(calls) % TESTS_BETWEEN_COLLECTIONS == 0:
            gc.collect()

    gc.disable()
    yield collect
    gc.enable()


@pytest.fixture(autouse=True)
def fresh_appearance(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test leaves the screen drawn as it found it; one with a window of its own finds it as designed.

    Such a one leaves no deleted widget behind either.
    """
    names = request.fixturenames
    if "qapp" not in names:
        yield
        return
    app = request.getfixturevalue("qapp")
    collect = request.getfixturevalue("collect_here")
    has_window = "qtbot" in names
    if has_window:
        draw_as_designed(app)
    with left_as_found(app):
        yield
    if has_window:
        for translator in app.findChildren(ScreenWords):
            app.removeTranslator(translator)
            translator.setParent(None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collect()


@pytest.fixture
def immediate_runner() -> ImmediateRunner:
    return ImmediateRunner()


@pytest.fixture
def state(immediate_runner: ImmediateRunner, tmp_path: Path) -> AppState:
    return AppState(immediate_runner, FixedClock(MOMENT), tmp_path / "vault")


@pytest.fixture
def session(state: AppState) -> Iterator[OpenVault]:
    """An open, empty vault that never touches a disk. Its content is the shipped one."""
    session = OpenVault(create_memory_vault(), shipped_content(), state.clock)
    state.session = session
    yield session
    session.store.close()
