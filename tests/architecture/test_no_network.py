"""No socket is opened by the program: it runs where sockets fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GUARD = """
import sys
def refuse(event, args):
    if event.startswith("socket."):
        raise RuntimeError("a socket was used: " + event)
sys.addaudithook(refuse)
"""


def run_guarded(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", GUARD + script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_guard_catches_a_socket() -> None:
    assert run_guarded("import socket; socket.socket()").returncode != 0


def test_a_whole_practice_journey_opens_no_socket() -> None:
    done = run_guarded(
        """
from intake.content import load_content
from intake.clock import MachineClock
from intake.actions.vault.practise import open_practice
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.cases.cases import list_cases
from intake.actions.interview.moves import open_interview
from intake.actions.protections.assess_case import assess_case
session = open_practice(load_content(), MachineClock())
for case in list_cases(session):
    open_interview(session, case.id)
    assess_case(session, case.id)
lock_vault(session)
"""
    )
    assert done.returncode == 0, done.stderr


def test_the_window_opens_no_socket_either() -> None:
    """The message bus is a socket of the C library's own, inside this computer; here there is none to be had."""
    done = run_guarded(
        """
import os, sys
for name in [name for name in os.environ if name.startswith("DBUS_")]:
    del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.argv = ["forthright", "--practice"]
from PySide6.QtCore import QTimer
import ui.app, ui.main

class Leaving(ui.app.ForthrightApp):
    def __init__(self, words):
        super().__init__(words)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(50)

    def look(self):
        for window in self.topLevelWidgets():
            navigator = getattr(window, "navigator", None)
            if navigator is not None and navigator.wish and navigator.wish.name == "today":
                window.close()

ui.app.ForthrightApp = Leaving
sys.exit(ui.main.main())
"""
    )
    assert done.returncode == 0, done.stderr
