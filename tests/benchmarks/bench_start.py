"""From the command to the first painted window: the unlock screen against a bare window with ten fields.

Run: ``PYTHONPATH=. .venv/bin/python tests/benchmarks/bench_start.py``. Medians of alternating runs, offscreen,
bytecode cached. Bar: 1.5 times the bare window.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = 15
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
form = QFormLayout(window)
for number in range(10):
    form.addRow(f"Field {number}", QLineEdit())
window.show()
QTimer.singleShot(0, app.exit)
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from intake.clock import MachineClock
from ui.app import ForthrightApp
from ui.app_state import AppState
from ui.background.job_runner import JobRunner
from ui.main_window import MainWindow
from ui.screen import Wish
app = ForthrightApp(sys.argv[:1])
app.install_excepthooks()
state = AppState(JobRunner(), MachineClock(), Path("nowhere"))
window = MainWindow(state)
window.navigator.go_to(Wish("unlock"))
window.show()
QTimer.singleShot(0, app.exit)
app.exec()
"""


def seconds(script: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    for script in (BARE, OURS):
        seconds(script)
    pairs = [(seconds(BARE), seconds(OURS)) for _ in range(RUNS)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    sys.stdout.write(f"bare window   {bare * 1000:6.0f} ms\nunlock window {ours * 1000:6.0f} ms\n")
    sys.stdout.write(f"ratio         {ours / bare:6.2f}\n")


if __name__ == "__main__":
    main()
