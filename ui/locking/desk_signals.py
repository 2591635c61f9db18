"""Lock when the computer goes to sleep or its screen is locked, where the desktop says so (Linux, local D-Bus).

The message bus is a socket of this computer (``unix:``); any other address is not used. We subscribe and listen;
nothing else is sent. Where there is no bus, nothing happens.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"
_SESSIONS = "/org/freedesktop/login1/session/"
_SCREEN_LOCKERS = ("freedesktop", "gnome", "cinnamon", "mate")
# SLOT() makes a str and connect() takes only that, whatever its type hints say
_BEGINS: Any = SLOT("_on_active_changed(bool)")
_LOCK: Any = SLOT("_on_lock()")
_USUAL_SYSTEM_BUS = (Path("/run/dbus/system_bus_socket"), Path("/var/run/dbus/system_bus_socket"))


class DeskSignals(QObject):
    """Says ``lock_wanted``. Listens from ``listen`` on."""

    lock_wanted = Signal()

    @Slot()
    def listen(self) -> None:
        """Subscribe, where there is a bus of this computer."""
        if sys.platform != "linux":
            return
        has_system, has_session = has_system_bus(os.environ), has_session_bus(os.environ)
        if not (has_system or has_session):
            return
        from PySide6.QtDBus import QDBusConnection

        if has_system and (bus := QDBusConnection.systemBus()).isConnected():
            path = "/org/freedesktop/login1"
            bus.connect("", path, f"{_LOGIN}.Manager", "PrepareForSleep", self, _BEGINS)
            session = os.environ.get("XDG_SESSION_ID", "")
            if session:
                bus.connect("", session_path(session), f"{_LOGIN}.Session", "Lock", self, _LOCK)
        if has_session and (bus := QDBusConnection.sessionBus()).isConnected():
            for desktop in _SCREEN_LOCKERS:
                bus.connect("", "", f"org.{desktop}.ScreenSaver", "ActiveChanged", self, _BEGINS)

    @Slot(bool)
    def _on_active_changed(self, is_beginning: bool) -> None:
        """Sleep or the screen lock begins (true) or is over (false)."""
        if is_beginning:
            self.lock_wanted.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.lock_wanted.emit()


def has_system_bus(environment: Mapping[str, str]) -> bool:
    """Whether a local system bus can be reached without leaving this computer."""
    address = environment.get("DBUS_SYSTEM_BUS_ADDRESS")
    return _is_local(address) if address else any(path.exists() for path in _USUAL_SYSTEM_BUS)


def has_session_bus(environment: Mapping[str, str]) -> bool:
    """Whether this person's own bus is known; it is never started from here."""
    return _is_local(environment.get("DBUS_SESSION_BUS_ADDRESS", ""))


def session_path(session: str) -> str:
    """The object of a login session, spelled as systemd does: all but letters, and digits after the first, escaped."""
    spelled = "".join(
        letter if letter.isascii() and (letter.isalpha() or (at and letter.isdigit())) else f"_{ord(letter):02x}"
        for at, letter in enumerate(session)
    )
    return _SESSIONS + spelled


def _is_local(addresses: str) -> bool:
    return bool(addresses) and all(address.startswith("unix:") for address in addresses.split(";") if address)
