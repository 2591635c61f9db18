"""The real program, moved from outside by lines on its input, as a person would move it. Also after a fresh start.

Each line is a verb and its words: open PASSPHRASE, open_and_hide PASSPHRASE, type TEXT, hide, move X,Y,W,H,
contrast [NAME], close.
All but the last are answered by one line: the screen, the process, the window, and what the window has to say.
What is typed comes in through the input alone, so that no argument and no source text holds it.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

import ui.app
import ui.hardening
import ui.main
from ui.app import ForthrightApp
from ui.main_window import MainWindow
from ui.style.appearance import current_tokens

_WAIT_MS = 20


def answer(words: str) -> None:
    os.write(1, words.encode() + b"\n")


def let_the_test_read_our_memory() -> None:
    """The program forbids it; a test without the rights of an administrator could see nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)


def field_of(window: MainWindow) -> QWidget | None:
    """Where words can be typed on the screen that is shown."""
    screen = window.navigator.screen
    fields = screen.findChildren(QWidget) if screen is not None else []
    return next((one for one in fields if isinstance(one, QPlainTextEdit | QLineEdit) and one.isVisible()), None)


class Hands(QObject):
    heard = Signal(str)

    def __init__(self, app: ForthrightApp) -> None:
        super().__init__(app)
        self._app = app
        self._wanted: str | None = None
        self.heard.connect(self._on_heard)
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)
        self._expect("unlock")

    def window(self) -> MainWindow | None:
        return next((one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow)), None)

    def _expect(self, screen: str) -> None:
        self._wanted = screen
        self._look.start(_WAIT_MS)

    @Slot()
    def _on_look(self) -> None:
        window = self.window()
        wish = window.navigator.wish if window is not None else None
        if window is None or wish is None or wish.name != self._wanted or window.cover.isVisible():
            return
        if self._wanted == "interview" and field_of(window) is None:
            return  # the question is still on its way from the worker
        self._look.stop()
        if self._wanted == "unlock":
            let_the_test_read_our_memory()
            threading.Thread(target=self._listen, daemon=True).start()
        at = window.geometry()
        words = window.notice.text() if window.notice.isVisible() else ""
        answer(f"{self._wanted} {os.getpid()} {at.x()},{at.y()},{at.width()},{at.height()} {words}")

    def _listen(self) -> None:
        line = bytearray()
        while byte := os.read(0, 1):
            if byte == b"\n":
                self.heard.emit(line.decode())
                line.clear()
            else:
                line += byte

    @Slot(str)
    def _on_heard(self, line: str) -> None:
        window = self.window()
        if window is None:
            return
        verb, _, words = line.partition(" ")
        try:
            getattr(self, verb)(window, words)
        except Exception as error:  # noqa: BLE001 - the test says it
            answer(f"failed: {error!r}")

    def open(self, window: MainWindow, words: str) -> None:
        screen = window.navigator.screen
        edit = screen.passphrase.edit  # type: ignore[union-attr]
        QTest.keyClicks(edit, words)
        self._expect("interview")
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def open_and_hide(self, window: MainWindow, words: str) -> None:
        self.open(window, words)
        self._look.stop()
        self.hide(window, "")

    def type(self, window: MainWindow, words: str) -> None:
        field = field_of(window)
        assert field is not None
        QTest.keyClicks(field, words)
        answer("typed")

    def hide(self, window: MainWindow, _: str) -> None:
        QTest.keyClick(
            window.windowHandle(), Qt.Key.Key_F9
        )  # two presses of Esc could be too far apart on a busy machine

    def move(self, window: MainWindow, words: str) -> None:
        window.setGeometry(*(int(number) for number in words.split(",")))
        answer("moved")

    def contrast(self, _: MainWindow, words: str) -> None:
        if words:
            self._app.set_contrast(words)
        answer(current_tokens().scheme)

    def environment(self, _: MainWindow, name: str) -> None:
        answer(os.environ.get(name, ""))

    def close(self, window: MainWindow, _: str) -> None:
        window.close()


class Driven(ForthrightApp):
    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self._hands = Hands(self)


if __name__ == "__main__":
    ui.app.ForthrightApp = Driven  # type: ignore[assignment, misc]
    sys.exit(ui.main.main())
