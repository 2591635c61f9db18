"""Sleep and the desktop's screen lock lock the vault; without a message bus nothing happens, and nothing is said."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.locking.desk_signals import has_session_bus, has_system_bus, session_path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the message bus is a thing of Linux desktops")

ROOT = Path(__file__).parent.parent.parent
LISTENING = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer, Slot, QObject
from ui.locking.desk_signals import DeskSignals

class Ear(QObject):
    @Slot()
    def hear(self):
        print("lock", flush=True)

app = QCoreApplication([])
signals, ear = DeskSignals(app), Ear(app)
signals.lock_wanted.connect(ear.hear)
signals.listen()
print("listening", flush=True)
QTimer.singleShot(int(sys.argv[1]), app.quit)
app.exec()
"""
LOGIN = "/org/freedesktop/login1"


@pytest.fixture
def bus() -> Iterator[str]:
    """A message bus of our own that plays both parts."""
    program = shutil.which("dbus-daemon")
    if program is None or shutil.which("dbus-send") is None:
        pytest.skip("no dbus-daemon here")
    with subprocess.Popen(
        [program, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


def listening(environment: dict[str, str], milliseconds: int = 20_000) -> subprocess.Popen[str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "XDG_"))}
    return subprocess.Popen(
        [sys.executable, "-c", LISTENING, str(milliseconds)],
        env=known | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def say(bus: str, path: str, signal: str, *values: str) -> None:
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", path, signal, *values], check=True, capture_output=True
    )


@pytest.mark.parametrize(
    ("path", "signal", "values"),
    [
        (LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", ["boolean:true"]),
        (f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock", []),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", ["boolean:true"]),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", ["boolean:true"]),
    ],
)
def test_each_signal_locks(bus: str, path: str, signal: str, values: list[str]) -> None:
    environment = {"DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus, "XDG_SESSION_ID": "2"}
    with listening(environment) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "listening\n"
        say(bus, f"{LOGIN}/session/_33", "org.freedesktop.login1.Session.Lock")  # somebody else's session
        say(bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:false")
        say(bus, path, signal, *values)
        assert child.stdout.readline() == "lock\n"
        child.terminate()
        rest, errors = child.communicate(timeout=20)
    assert (rest, errors) == ("", "")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus", "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/bus"},
        {"DBUS_SESSION_BUS_ADDRESS": "autolaunch:", "DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=127.0.0.1,port=1"},
    ],
)
def test_without_a_bus_nothing_happens_and_nothing_is_said(environment: dict[str, str]) -> None:
    with listening(environment, 50) as child:
        assert child.communicate(timeout=20) == ("listening\n", "")
        assert child.returncode == 0


def test_only_a_bus_of_this_computer_is_used() -> None:
    assert has_session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"})
    for address in ("tcp:host=10.0.0.1,port=5", "unix:path=/a;tcp:host=b", "autolaunch:", "unixexec:path=/bin/sh", ""):
        assert not has_session_bus({"DBUS_SESSION_BUS_ADDRESS": address})
        assert not (address and has_system_bus({"DBUS_SYSTEM_BUS_ADDRESS": address}))


@pytest.mark.parametrize(("session", "spelled"), [("2", "_32"), ("c2", "c2"), ("12", "_312"), ("a-b", "a_2db")])
def test_a_session_is_spelled_as_its_object(session: str, spelled: str) -> None:
    assert session_path(session) == f"/org/freedesktop/login1/session/{spelled}"
