"""One broken file for each mistake an author of a comparison can make, and the words that help to mend it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.actions.content.check import content_faults
from intake.protections.comparison.read import load_comparison
from intake.resource_files import resources_folder

POLICY = "comparison/policies/washington.toml"
ROWS = "comparison/rows/fjp.toml"
QUESTIONS = "comparison/questions.toml"

MISTAKES = [
    (POLICY, "massage = {", "massages = {", "There is no cell for the row 'massage'."),
    (POLICY, "massage = {", "massages = {", "'massages' is not a key known here."),
    (POLICY, 'standing = "covered"', 'standing = "yes"', "'standing' is missing or is not a word known here."),
    (POLICY, 'locator = "four"', 'locator = "five"', "There is no locator 'five' in this file."),
    (POLICY, 'id = "washington"', 'id = "oregon"', "The id 'oregon' is not the name of the file."),
    (POLICY, "place = 5", 'place = "last"', "'place' is missing or is not a number."),
    (POLICY, "read_on = 2026-11-21", "", "'read_on' is missing or is not a day."),
    (POLICY, "caution =", "warning =", "'caution' is missing or is not a text."),
    (ROWS, 'title = "Exceptions"', "", "'title' is missing or is not a text."),
    (ROWS, 'id = "fjp_exceptions"', 'id = "fjp_more"', "There is no cell for the row 'fjp_more'."),
    (QUESTIONS, 'title = "Courts"', "", "'title' is missing or is not a text."),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(resources_folder() / "comparison", tmp_path / "comparison")
    return tmp_path


def broken(root: Path, name: str, mend: Callable[[str], str]) -> list[str]:
    path = root / name
    path.write_text(mend(path.read_text(encoding="utf-8")), encoding="utf-8")
    return [str(problem) for problem in load_comparison(root)[1]]


def test_the_shipped_files_have_no_faults(root: Path) -> None:
    assert load_comparison(root)[1] == []


@pytest.mark.parametrize(("name", "right", "wrong", "said"), MISTAKES, ids=[said for *_, said in MISTAKES])
def test_a_mistake_is_named_with_its_file(root: Path, name: str, right: str, wrong: str, said: str) -> None:
    def mend(text: str) -> str:
        assert right in text
        return text.replace(right, wrong)

    faults = [fault for fault in broken(root, name, mend) if said in fault]
    assert faults
    assert all(fault.startswith("comparison/") for fault in faults)


def test_a_file_that_cannot_be_read_is_named(root: Path) -> None:
    (root / QUESTIONS).unlink()
    assert any("questions.toml" in str(problem) for problem in load_comparison(root)[1])


def test_an_instrument_that_does_not_exist_is_named(tmp_path: Path) -> None:
    whole = tmp_path / "resources"
    shutil.copytree(resources_folder(), whole)
    path = whole / POLICY
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("us-wa-rcw-9a.88.200", "us-wa-rcw-9a"), encoding="utf-8")
    assert any("There is no instrument 'us-wa-rcw-9a'." in str(fault) for fault in content_faults(whole))


def test_adding_a_policy_is_adding_one_file(root: Path) -> None:
    path = root / POLICY
    text = path.read_text(encoding="utf-8").replace('id = "washington"', 'id = "elsewhere"')
    (path.parent / "elsewhere.toml").write_text(text.replace("place = 5", "place = 6"), encoding="utf-8")
    comparison, problems = load_comparison(root)
    assert problems == []
    assert comparison.policies[-1].id == "elsewhere"
