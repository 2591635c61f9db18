from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.hardening import Arguments, foreign_settings, read_arguments
from ui.main import main

ROOT = Path(__file__).parent.parent.parent


def test_the_command_line_knows_two_words(tmp_path: Path) -> None:
    assert read_arguments([]) == Arguments()
    assert read_arguments(["--practice"]) == Arguments(is_practice=True)
    assert read_arguments(["--vault", str(tmp_path)]) == Arguments(vault=tmp_path)


@pytest.mark.parametrize("words", [["-platform", "vnc"], ["--vault"], ["-stylesheet", "x"], ["file.txt"]])
def test_anything_else_is_refused_in_one_line(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["forthright", *words])
    assert main() == 2
    assert capsys.readouterr().err == "Usage: forthright [--practice] [--vault FOLDER]\n"


def test_the_place_of_the_vault_never_shows_in_a_repr(tmp_path: Path) -> None:
    assert str(tmp_path) not in repr(Arguments(vault=tmp_path))


def test_foreign_qt_settings_go_and_those_people_need_stay() -> None:
    environment = dict.fromkeys(
        ["QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "QT_ACCESSIBILITY", "QT_SCALE_FACTOR", "QSG_INFO", "HOME"], "x"
    )
    assert foreign_settings(environment, is_checkout=False) == ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "QSG_INFO")
    assert foreign_settings(environment, is_checkout=True) == ("QT_PLUGIN_PATH", "QSG_INFO")


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
import ui.main
from ui.app import ForthrightApp

class Leaving(ForthrightApp):
    def __init__(self, words):
        super().__init__(words)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(50)

    def look(self):
        for window in self.topLevelWidgets():
            navigator = getattr(window, "navigator", None)
            if navigator is not None and navigator.wish and navigator.wish.name == WANTED:
                self.timer.stop()
                window.close()

ui.app.ForthrightApp = Leaving
sys.exit(ui.main.main())
"""


@pytest.mark.parametrize(("words", "screen"), [([], "unlock"), (["--practice"], "today")])
def test_the_real_program_starts_and_leaves_calmly_and_writes_nothing(
    tmp_path: Path, words: list[str], screen: str
) -> None:
    environment = os.environ | {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    for name in [name for name in environment if name.startswith("XDG_")]:
        del environment[name]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("WANTED", repr(screen)), *words],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    left = [path for path in tmp_path.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert left == []
