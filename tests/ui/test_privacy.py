from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.privacy import HideKeys, InactivityFilter, clear_clipboard_if_ours, guard_text


def window_with_field(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    window, field = QWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    field.setFocus()
    return window, field


def test_nobody_at_the_desk_is_noticed(qtbot: QtBot) -> None:
    parent = QObject()
    watcher = InactivityFilter(parent, minutes=0.0005)
    with qtbot.waitSignal(watcher.idle, timeout=2000):
        watcher.start()


def test_any_key_starts_the_time_anew_and_a_stopped_watch_stays_silent(qtbot: QtBot) -> None:
    window, field = window_with_field(qtbot)
    watcher = InactivityFilter(window, minutes=1)
    watcher.watch(window.windowHandle())
    watcher.start()
    QTest.qWait(30)
    before = watcher._timer.remainingTime()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert watcher._timer.remainingTime() > before
    assert field.text() == "a"
    watcher.stop()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    assert not watcher.is_watching()


def test_escape_twice_and_both_shortcuts_hide_from_inside_a_field(qtbot: QtBot) -> None:
    window, field = window_with_field(qtbot)
    keys = HideKeys(window)
    keys.watch(window.windowHandle())
    heard: list[str] = []
    keys.hide_requested.connect(lambda: heard.append("hide"))
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert heard == []
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert heard == ["hide"]
    QTest.keyClick(handle, Qt.Key.Key_F9)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(handle, Qt.Key.Key_H, both)
    assert heard == ["hide"] * 3
    QTest.keyClick(handle, Qt.Key.Key_H)
    assert field.text() == "h"


def test_a_key_between_two_escapes_means_no_hiding(qtbot: QtBot) -> None:
    window, _ = window_with_field(qtbot)
    keys = HideKeys(window)
    keys.watch(window.windowHandle())
    with qtbot.assertNotEmitted(keys.hide_requested):
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Escape):
            QTest.keyClick(window.windowHandle(), key)


@pytest.mark.parametrize("is_ours", [True, False])
def test_only_our_own_clipboard_is_emptied(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_ours: bool) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: is_ours)  # the offscreen platform never knows
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()
    data.setText("copied here")
    clipboard.setMimeData(data)
    clear_clipboard_if_ours()
    assert clipboard.text() == ("" if is_ours else "copied here")


def test_text_fields_ask_the_keyboard_not_to_learn(qtbot: QtBot) -> None:
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        guard_text(field)
        hints = field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText
