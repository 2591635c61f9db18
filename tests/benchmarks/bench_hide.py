"""From the hide key to a blank screen, and until the main thread is free again, from the fullest interview page.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_hide.py``. Medians and worst of the runs, in ms, offscreen,
beside a bare Qt window of the same size that is repainted at once. Bar: blank within 100 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from intake.actions.cases.cases import start_case
from intake.actions.interview.record_answer import record_answer
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.clock import Clock, MachineClock
from intake.content import Content, load_content
from intake.vault.memory_vault import create_memory_vault
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.main_window import FIRST_SIZE, MainWindow

RUNS = 30
QUESTION = "happened.how_taken"


class Paints(QObject):
    """Remembers when the watched widget was first painted."""

    at = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() == QEvent.Type.Paint and not self.at:
            self.at = time.perf_counter()
        return False


def bare() -> list[float]:
    window = QWidget()
    window.resize(*FIRST_SIZE)
    window.show()
    QTest.qWait(50)
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        window.repaint()
        taken.append(time.perf_counter() - start)
    window.hide()
    return taken


def open_at_question(content: Content, clock: Clock) -> OpenVault:
    """A vault in memory, left at a page of many choices. In the worker, which then owns it."""
    session = OpenVault(create_memory_vault(), content, clock)
    case = start_case(session)
    record_answer(session, case.id, "limits.go_on", AnswerStatus.GIVEN, "yes")
    session.store.put_place(case.id, QUESTION)
    session.store.set_last_case(case.id)
    return session


def ours() -> tuple[list[float], list[float]]:
    content, clock = load_content(), MachineClock()
    state = AppState(JobRunner(), clock, Path("nowhere"), content=content)
    window = MainWindow(state)
    window.show()
    watch = Paints(window)
    window.cover.installEventFilter(watch)
    window.keeper.start_fresh_with(nothing)
    blank, free = [], []
    for _ in range(RUNS):
        window.keeper.open_with(partial(open_at_question, content, clock))
        QTest.qWait(500)
        watch.at = 0.0
        start = time.perf_counter()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
        free.append(time.perf_counter() - start)
        blank.append(watch.at - start)
        QTest.qWait(100)
    state.runner.close()
    window.hide()
    return blank, free


def nothing(said: str) -> None:
    """The fresh start is not measured here."""
    del said


def say(name: str, seconds: list[float]) -> None:
    figures = (statistics.median(seconds) * 1000, max(seconds) * 1000)
    sys.stdout.write(f"{name:<28}{figures[0]:7.1f} ms   worst {figures[1]:6.1f}\n")


def main() -> None:
    app = ForthrightApp(sys.argv[:1])
    say("bare repaint", bare())
    blank, free = ours()
    say("hide key to blank", blank)
    say("hide key to main thread free", free)
    del app


if __name__ == "__main__":
    main()
