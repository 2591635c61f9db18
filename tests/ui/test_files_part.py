"""A file in a folder is taken in by a press alone, and a folder without one says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.accessible_names import nameless
from ui.saving import files_part
from ui.saving.files_part import FilesPart


@pytest.fixture
def part(qtbot: QtBot) -> FilesPart:
    part = FilesPart()
    qtbot.addWidget(part)
    part.ask_for_file()
    part.activateWindow()
    with qtbot.waitActive(part):
        pass
    return part


def look_in(part: FilesPart, folder: Path) -> None:
    assert part.picker is not None
    part.picker.go(folder)
    part.picker.chosen.emit(folder)
    QApplication.processEvents()


def test_an_arrow_key_moves_among_the_files_and_a_press_takes_one_in(part: FilesPart, tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml", "c.toml", "d.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    taken: list[Path] = []
    part.file_chosen.connect(taken.append)
    look_in(part, tmp_path)
    assert nameless(part) == []
    first = part.files.first()
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    second = QApplication.focusWidget()
    assert second is not None
    assert second.accessibleName() == "b.toml"
    assert taken == []
    assert part.isVisible()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert taken == [tmp_path / "b.toml"]
    assert part.isHidden()


def test_the_files_of_another_folder_come_instead(part: FilesPart, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.toml").write_text("", encoding="utf-8")
        look_in(part, tmp_path / name)
    first = part.files.first()
    assert first is not None
    assert first.accessibleName() == "two.toml"


def test_a_folder_without_a_fitting_file_is_seen_and_heard(
    part: FilesPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(files_part, "announce", lambda _widget, words: said.append(words))
    look_in(part, tmp_path)
    assert not part.none_there.isHidden()
    assert said == [part.none_there.text()]
    assert part.files.isHidden()
