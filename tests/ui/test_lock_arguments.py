"""What a lock hands to the fresh start: numbers, a code, a pipe. Anything else is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from intake.actions.vault.looks import Contrast
from ui.hardening import USAGE, Arguments, read_arguments
from ui.locking.fresh_start import folder_from, own_command, start_fresh
from ui.locking.kept_place import KeptPlace, place_from_word, place_of, put_back


@pytest.mark.parametrize("contrast", Contrast)
def test_each_contrast_that_can_be_chosen_comes_back(contrast: Contrast) -> None:
    place = place_from_word(KeptPlace(0, 0, 960, 640, contrast=contrast.value).word())
    assert place is not None
    assert place.contrast == contrast.value


def test_a_place_comes_back_as_it_was() -> None:
    place = KeptPlace(-40, 30, 1100, 700, is_maximised=True, text_percent=150, contrast="strong")
    assert place.word() == "-40,30,1100,700,1,0,150,1"
    assert place_from_word(place.word()) == place
    assert read_arguments(["--window", place.word()]) == Arguments(window=place)


@pytest.mark.parametrize(
    "words",
    [
        ["--window", "1,2,3"],
        ["--window", "1,2,3,4,5,6,7,0"],
        ["--window", "1,2,3,4,0,0,100"],
        ["--window", "1,2,3,4,0,0,100,3"],
        ["--window", "a,2,3,4,0,0,100,0"],
        ["--window", "\u0661,2,3,4,0,0,100,0"],
        ["--window", "1,2,3,4,0,0,100,0\n"],
        ["--said", "what somebody typed"],
        ["--said"],
        ["--vault-from", "-1"],
        ["--vault-from", "99999999"],
        ["--vault-from", "x"],
        ["--language", "../es"],
        ["--language", "spanish"],
        ["--language", "\u0435\u0455"],
    ],
)
def test_anything_but_that_is_refused(words: list[str]) -> None:
    assert read_arguments(words) == USAGE


def test_a_code_and_a_pipe_are_read() -> None:
    assert read_arguments(["--said", "disk_full", "--vault-from", "7"]) == Arguments(said="disk_full", vault_from=7)
    assert read_arguments(["--language", "es"]) == Arguments(language="es")


def test_the_window_goes_back_to_its_place(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    put_back(window, KeptPlace(20, 10, 400, 300))
    assert window.geometry() == QRect(20, 10, 400, 300)
    assert place_of(window, 1.5, "usual") == KeptPlace(20, 10, 400, 300, text_percent=150, contrast="usual")
    put_back(window, KeptPlace(20, 10, 400, 300, is_minimised=True))
    assert window.windowState() & Qt.WindowState.WindowMinimized


def test_a_place_on_a_screen_that_is_gone_is_not_used(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    before = window.geometry()
    put_back(window, KeptPlace(90_000, 90_000, 400, 300))
    assert window.geometry() == before


@pytest.mark.parametrize(
    ("original", "arguments", "command"),
    [
        (["python", "-m", "ui", "--practice"], ["ui/__main__.py", "--practice"], ["-m", "ui"]),
        (
            ["python", "-X", "dev", "-m", "ui", "--vault", "v", "--window", "1", "--said", "x", "--vault-from", "3"],
            ["ui/__main__.py", "--vault", "v", "--window", "1", "--said", "x", "--vault-from", "3"],
            ["-X", "dev", "-m", "ui", "--vault", "v"],
        ),
        (["python", "/usr/bin/forthright"], ["/usr/bin/forthright"], ["/usr/bin/forthright"]),
    ],
)
def test_the_next_process_is_started_as_this_one_was(
    monkeypatch: pytest.MonkeyPatch, original: list[str], arguments: list[str], command: list[str]
) -> None:
    monkeypatch.setattr(sys, "orig_argv", original)
    monkeypatch.setattr(sys, "argv", arguments)
    assert own_command() == [sys.executable, *command]


def test_a_bundled_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/forthright/forthright")
    monkeypatch.setattr(sys, "argv", ["forthright", "--practice", "--vault", "v"])
    assert own_command() == ["/opt/forthright/forthright", "--vault", "v"]


@pytest.mark.skipif(sys.platform == "win32", reason="no exec there")
@pytest.mark.parametrize("name", ["vault", "with space", "new\nline", "größe", "\udcff"])
def test_the_folder_travels_by_a_pipe_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    heard: list[list[str]] = []

    def refuse(path: str, words: list[str]) -> None:
        heard.append(words)
        raise OSError

    monkeypatch.setattr("os.execv", refuse)
    closed: list[int] = []
    monkeypatch.setattr("os.close", closed.append)
    start_fresh(tmp_path / name, "1,2,3,4,0,0,100,0", "disk_full")
    (words,) = heard
    assert words[-6:-1] == ["--window", "1,2,3,4,0,0,100,0", "--said", "disk_full", "--vault-from"]
    assert not any(str(tmp_path) in word for word in words)
    writing, reading = closed
    assert reading == int(words[-1])
    monkeypatch.undo()
    os.close(writing)
    assert folder_from(reading) == tmp_path / name


@pytest.mark.skipif(sys.platform == "win32", reason="no exec there")
def test_a_failed_start_leaves_no_pipe_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(path: str, words: list[str]) -> None:
        raise OSError

    monkeypatch.setattr("os.execv", refuse)
    before = len(list(Path("/dev/fd").iterdir()))
    start_fresh(tmp_path, "1,2,3,4,0,0,100,0")
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_no_pipe_no_folder() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    assert folder_from(reading) is None
    assert folder_from(reading) is None
