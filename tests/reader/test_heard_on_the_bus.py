"""Once with everything real: the program under Xvfb, and a reader that knows it from the accessibility bus alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).with_name("read_screen.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SCREEN_AND_BUS = ("xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "dbus-run-session", "--")
PATIENCE_S = 400
Heard = Mapping[str, Any]
_CONTROLS = {"push button", "radio button", "check box", "text", "combo box", "list", "list item", "table"}


def what_is_missing() -> str:
    """The reason why there is no bus to listen to here; "" when there is one."""
    missing = [tool for tool in ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON) if shutil.which(tool) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    known = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"], capture_output=True, check=False
    )
    return "" if known.returncode == 0 else "AT-SPI for Python is not installed (gir1.2-atspi-2.0, python3-gi)"


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    """What a reader is told, from New report to a setting of the desk."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    home = str(tmp_path_factory.mktemp("home"))
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "AT_SPI", "XDG_"))
    }
    done = subprocess.run(
        [*SCREEN_AND_BUS, SYSTEM_PYTHON, "-W", "ignore", str(READER), sys.executable],
        env={**kept, "HOME": home, "PYTHONPATH": "."},
        cwd=READER.parent.parent.parent,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: Heard = json.loads(done.stdout.splitlines()[-1])
    return found


def names(nodes: list[dict[str, Any]], *roles: str) -> list[str]:
    return [node["name"] for node in nodes if node["role"] in roles]


def test_home_is_told_with_what_can_be_done_there(heard: Heard) -> None:
    assert heard["title"] == "Forthright"
    assert "New report" in names(heard["today"], "push button")
    assert names(heard["today"], "list") == ["Reports"]
    assert len(names(heard["today"], "list item")) >= 3


def test_everything_that_can_be_worked_has_a_name_and_an_action(heard: Heard) -> None:
    for place in ("today", "question", "next_question", "desk"):
        for node in heard[place]:
            if node["focusable"]:
                assert node["role"] in _CONTROLS, node
                assert node["name"], node
                assert node["actions"] or node["role"] == "list item" or not node["enabled"], node


def test_a_question_is_read_from_its_words_to_its_answers_to_the_four_ways_around_it(heard: Heard) -> None:
    told = [node["name"] for node in heard["question"]]
    order = ["What is your role today?", "Advocate with a training certificate", "I don\u2019t know", "Go on"]
    assert [told.index(one) for one in order] == sorted(told.index(one) for one in order)
    assert heard["is_chosen"], "a choice that was made by an action of the reader is told as chosen"


def test_the_next_question_follows(heard: Heard) -> None:
    assert "Which rules bind this program?" in names(heard["next_question"], "label")
    assert "VAWA" in names(heard["next_question"], "check box")


def test_where_one_is_is_a_word_and_what_changed_is_said(heard: Heard) -> None:
    assert "Desk: you are here" in names(heard["desk"], "push button")
    assert "Kept. This time counts from now on." in heard["said"]
