"""From the last key to the mark in a text of 2,000 words, and how long the main thread was ever held up meanwhile.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_highlight.py``. Offscreen, with the shipped lens in its
worker. Bars: 300 ms; 50 ms. The stall is the longest gap between beats of a clock on the main thread that beats
every millisecond. On a busy machine that gap holds what others did; so the processor time that this process itself
used in one gap, in all its threads, is told as well: no stall of our own making is longer. An idle second stands beside.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.actions.screening.box_check import BoxCheck, open_box_check
from intake.content import Content, load_content
from ui.answer_widgets.guarded_edits import GuardedText
from ui.answer_widgets.text_answer import TextAnswer
from ui.app import ForthrightApp
from ui.background.job_runner import JobRunner
from ui.lens.box_watch import BoxWatch
from ui.lens.wording_check import WordingCheck

RUNS = 12
WORDS = 2_000
PATIENCE_S = 60.0
CALM = (
    "We left the bar at nine on a cold night. He walked behind me for two blocks and said nothing. "
    "The street was dark and the shops were shut. I told the man at the desk what I had seen. "
    "Then number {n} of the buses came and I got on. He hit the window with his hand, {n} times in all. "
)
TOLD = "I was high that night. "
SMOOTH = "It rained that night. "


class Heart(QObject):
    """Beats on the main thread and remembers the longest pause, by the clock and by the processor."""

    def __init__(self) -> None:
        super().__init__()
        self._last = self._now()
        self._longest = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.process_time()

    def _beat(self) -> None:
        now = self._now()
        self._longest = (
            max(self._longest[0], now[0] - self._last[0]),
            max(self._longest[1], now[1] - self._last[1]),
        )
        self._last = now

    def longest(self) -> tuple[float, float]:
        """The longest pauses since the last call, in seconds."""
        self._beat()
        longest, self._longest = self._longest, (0.0, 0.0)
        return longest


def wait_for(what: Callable[[], bool]) -> float:
    """Run the event loop until it is so; the seconds that took."""
    start = time.perf_counter()
    while not what():
        if time.perf_counter() - start > PATIENCE_S:
            raise SystemExit("the marks did not come")
        QTest.qWait(1)
    return time.perf_counter() - start


def long_text() -> str:
    """Different sentences, so that nothing is known from the one before."""
    parts: list[str] = []
    while len(" ".join(parts).split()) < WORDS:
        parts.append(CALM.format(n=len(parts) + 2))
    return "".join(parts)


def measure(content: Content, heart: Heart) -> None:
    runner = JobRunner("lens")

    def open_check() -> BoxCheck:
        return open_box_check(content)

    check = WordingCheck(runner, open_check, lambda: "en")
    window = QWidget()
    field = GuardedText()
    answer = TextAnswer(field, "Box")
    QVBoxLayout(window).addWidget(answer)
    window.resize(800, 700)
    window.show()
    answer.watch_with(check, "case", "question")
    watch = window.findChildren(BoxWatch)[0]
    field.setFocus()
    heart.longest()
    QTest.qWait(1_000)
    say_stall("idle second", heart.longest())

    QTest.keyClicks(field, "He hit me. ")
    say("first words to their reading, lens loaded", [wait_for(lambda: watch._reading.is_resting)])
    say_stall("  main thread meanwhile", heart.longest())

    field.insertPlainText(long_text())
    say("2,000 words pasted, all read", [wait_for(lambda: watch._reading.is_resting)])
    say_stall("  main thread meanwhile", heart.longest())

    for place, name in (("end", "at the end"), ("middle", "in the middle")):
        taken, own, stalls = [], [], []
        for _ in range(RUNS):
            cursor = field.textCursor()
            at = field.toPlainText().index(" We left", len(field.toPlainText()) // 2) if place == "middle" else -1
            cursor.setPosition(at + 1) if at >= 0 else cursor.movePosition(cursor.MoveOperation.End)
            field.setTextCursor(cursor)
            wait_for(lambda: watch._reading.is_resting)
            QTest.keyClicks(field, TOLD)
            heart.longest()
            used = time.process_time()
            taken.append(wait_for(partial(is_marked, watch, field)))
            own.append(time.process_time() - used)
            stalls.append(heart.longest())
        say(f"last key to mark, {name}", taken)
        say("  processor time in it, all threads", own)
        say_stall("  main thread meanwhile", (max(one[0] for one in stalls), max(one[1] for one in stalls)))
    say("one key at the end, processor time", one_key(field))
    field.textChanged.disconnect(watch._on_text_changed)
    field.cursorPositionChanged.disconnect(watch._on_cursor_moved)
    say("  the same without the check", one_key(field))
    runner.close()
    window.hide()


def one_key(field: GuardedText) -> list[float]:
    """What each of some keys costs the main thread."""
    field.moveCursor(QTextCursor.MoveOperation.End)
    taken = []
    for _ in range(5 * RUNS):
        start = time.thread_time()
        QTest.keyClick(field, Qt.Key.Key_A)
        taken.append(time.thread_time() - start)
    return taken


def is_marked(watch: BoxWatch, field: GuardedText) -> bool:
    """Whether what was typed last is read and marked."""
    at = field.textCursor().position() - len("night. ")
    return watch._reading.is_resting and any(
        one.cursor.anchor() <= at <= one.cursor.position() for one in field.extraSelections()
    )


def say(name: str, seconds: list[float]) -> None:
    figures = (statistics.median(seconds) * 1000, max(seconds) * 1000)
    sys.stdout.write(f"{name:<46}{figures[0]:8.1f} ms   worst {figures[1]:8.1f}\n")


def say_stall(name: str, seconds: tuple[float, float]) -> None:
    clock, own = (one * 1000 for one in seconds)
    sys.stdout.write(f"{name:<46}{'':8}      worst {clock:8.1f}   of our own making at most {own:6.1f}\n")


AT_START = """
import sys, time
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.main_window import MainWindow
start = time.perf_counter()
from ui.lens.for_program import check_for_program
check = check_for_program(None)
print(f"{(time.perf_counter() - start) * 1000:.1f}")
heavy = ("numpy", "hashlib", "intake.screening.lens", "intake.actions.screening.box_check")
print(", ".join(name for name in heavy if name in sys.modules) or "nothing")
"""


def at_start() -> None:
    """What a fresh program does for the check before anybody types."""
    said = [
        subprocess.run([sys.executable, "-c", AT_START], check=True, capture_output=True, text=True).stdout.split("\n")
        for _ in range(RUNS)
    ]
    say("at start, after the first window", [float(lines[0]) / 1000 for lines in said])
    sys.stdout.write(f"  of the lens loaded by then: {said[0][1]}\n")


def main() -> None:
    app = ForthrightApp(sys.argv[:1])
    at_start()
    heart = Heart()
    measure(load_content(), heart)
    del app


if __name__ == "__main__":
    main()
