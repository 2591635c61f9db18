"""How long the main thread is ever held up while somebody types, moves through the interview, and cards change.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_typing.py``. Offscreen, on practice, with the real worker.
Bar: 50 ms. What is told is the longest gap between beats of a clock on the main thread, by the clock and by the
processor time of that thread; on a busy machine only the second is ours. See ``bench_highlight.py``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake.actions.cases.cases import list_cases
from intake.actions.interview.moves import go_to_question
from intake.actions.interview.record_answer import record_answer
from intake.actions.protections.assess_case import assess_case
from intake.actions.protections.panel import ProtectionsPanel
from intake.actions.vault.practise import open_practice
from intake.answers.model import AnswerStatus
from intake.clock import FixedClock
from intake.content import load_content
from tests.benchmarks.bench_highlight import Heart
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.collector import Collector, keep_for_good
from ui.background.job_runner import JobRunner
from ui.main_window import MainWindow
from ui.screen import Wish
from ui.screens.interview.screen import InterviewScreen

KEYS, QUESTIONS, STOPS, TURNS, WARM_UP = 120, 24, 30, 8, 3
BEAT_MS, ARRIVES_MS = 60, 3000
WORDS = "He came back and took the bag from the chair. "


Answer = TypeVar("Answer")


class OwnHeart(Heart):
    """Tells the processor time of the main thread alone: what the worker does beside it is no stall of ours."""

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()


class Desk:
    """One window on practice, with the interview open."""

    def __init__(self) -> None:
        content, clock = load_content(), FixedClock(datetime(2026, 5, 4, 9, 30, tzinfo=UTC))
        self.state = AppState(JobRunner(), clock, Path("vault"), content=content)
        keep_for_good()
        self.window = MainWindow(self.state)
        Collector(self.window).begin()
        self.window.show()
        self.session = self.ask(partial(open_practice, content, clock))
        self.state.session = self.session
        self.case_id = self.ask(partial(list_cases, self.session))[0].id
        self.heart = OwnHeart()

    def ask(self, job: Callable[[], Answer]) -> Answer:
        """Have the worker do something, and wait for it."""
        answers: list[Answer] = []
        self.state.runner.run(job, self.window, answers.append, self.window.show_trouble, is_write=True)
        while not answers:
            QTest.qWait(5)
        return answers[0]

    def interview(self, question: str) -> InterviewScreen:
        self.ask(partial(go_to_question, self.session, self.case_id, question))
        self.window.navigator.go_to(Wish("interview", {"case_id": self.case_id}))
        QTest.qWait(1500)
        screen = self.window.navigator.screen
        if not isinstance(screen, InterviewScreen):
            raise SystemExit("the interview did not open")
        screen.view.close_extra()
        QTest.qWait(200)
        return screen

    def next_question(self, screen: InterviewScreen, go_on: QWidget, _number: int) -> None:
        """Go on, and wait until another question stands there."""
        before = screen.view.middle.card.field()
        QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
        for _ in range(ARRIVES_MS // 5):
            if screen.view.middle.card.field() is not before:
                return
            QTest.qWait(5)

    def longest_of(self, steps: int, step: Callable[[int], None]) -> list[tuple[float, float]]:
        """The longest gap of each step, which is followed by a breath. The first steps only warm up."""
        found = []
        for number in range(-WARM_UP, steps):
            self.heart.longest()
            step(number)
            QTest.qWait(BEAT_MS)
            found.append(self.heart.longest())
        return found[WARM_UP:]


def panels_of(desk: Desk) -> tuple[ProtectionsPanel, ProtectionsPanel]:
    """What may protect, before and after the one answer that changes every card."""
    found = []
    for said in ("yes", "no"):
        desk.ask(partial(record_answer, desk.session, desk.case_id, "limits.adult", AnswerStatus.GIVEN, said))
        found.append(desk.ask(partial(assess_case, desk.session, desk.case_id)))
    return found[0], found[1]


def tell(what: str, longest: list[tuple[float, float]]) -> None:
    clock, own = (sorted(one[place] * 1000 for one in longest) for place in (0, 1))
    words = f"{what:20} clock: {median(clock):4.0f}, worst {clock[-1]:5.0f} ms; processor: {median(own):4.0f}, worst"
    sys.stdout.write(f"{words} {own[-1]:4.0f} ms\n")


def main() -> None:
    app = ForthrightApp([])
    desk = Desk()
    tell("an idle second", desk.longest_of(16, lambda _number: None))
    screen = desk.interview("wishes.not_wanted")
    box = screen.view.middle.card.field() or screen
    tell("one key", desk.longest_of(KEYS, lambda number: QTest.keyClicks(box, WORDS[number % len(WORDS)])))
    screen = desk.interview("happened.who")
    go_on = screen.view.middle.footer.stops()[1]
    tell("the next question", desk.longest_of(QUESTIONS, partial(desk.next_question, screen, go_on)))
    tell(
        "Tab",
        desk.longest_of(
            STOPS, lambda _number: QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)
        ),
    )
    one, other = panels_of(desk)
    screen.view.show_panel(one)
    changed = sum(a != b for a, b in zip(one.cards, other.cards, strict=False))
    spent = []
    for number in range(TURNS):
        start = time.thread_time()
        screen.view.show_panel(one if number % 2 else other)
        QApplication.processEvents()
        spent.append((time.thread_time() - start) * 1000)
    sys.stdout.write(
        f"{changed} of {len(one.cards)} cards drawn anew: {min(spent):.0f} to {max(spent):.0f} ms of processor\n"
    )
    desk.window.hide()
    desk.state.runner.close()
    app.quit()


if __name__ == "__main__":
    main()
