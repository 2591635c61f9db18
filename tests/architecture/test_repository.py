"""What must be true of the repository as a whole."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LOCKS = sorted(ROOT.glob("requirements/*.txt"))
# letters that look like Latin ones and are not; a homoglyph in source can hide a change from a reviewer
LOOK_ALIKE = re.compile(r"[\u0400-\u04ff\u0370-\u03ff\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", ["runtime.txt", "development.txt"])
def test_every_requirement_is_pinned_with_hashes_and_without_an_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert all("==" in line for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index-url" not in text


def test_pyside_is_a_version_that_does_not_abort_on_this_python() -> None:
    text = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    assert re.search(r"^pyside6-essentials==6\.11\.", text, re.MULTILINE)


@pytest.mark.parametrize("script", ["run", "test", ".ci/run"])
def test_the_scripts_are_posix_shell_and_executable(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/bin/sh\n")
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0


def test_no_look_alike_letters_in_source() -> None:
    for path in [*ROOT.glob("intake/**/*.py"), *ROOT.glob("ui/**/*.py")]:
        found = LOOK_ALIKE.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.name}: {unicodedata.name(found.group())}"


def test_every_product_module_says_what_it_is_for() -> None:
    for path in [*ROOT.glob("intake/**/*.py"), *ROOT.glob("ui/**/*.py")]:
        assert path.read_text(encoding="utf-8").startswith('"""'), path
