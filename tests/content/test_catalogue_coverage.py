"""Every item of the catalogue is asked somewhere, or done by a named part of the program, and nowhere twice by chance."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from intake.questions.model import Fate
from intake.resource_files import resources_folder
from tests.shipped import shipped_content

CONTENT = shipped_content()
ROOT = Path(__file__).parents[2]
ITEMS_BY_SECTION = {
    "A": 7, "B": 7, "C": 8, "D": 7, "E": 7, "F": 5, "G": 5, "H": 20, "I": 5, "J": 12, "K": 5,
    "L": 7, "M": 5, "N": 3, "O": 8, "P": 5, "Q": 9, "R": 10, "S": 10, "T": 5, "U": 7, "V": 4,
}  # fmt: skip
CATALOGUE = [f"{letter}{number}" for letter, count in ITEMS_BY_SECTION.items() for number in range(1, count + 1)]
ASKED = {one.catalogue for one in CONTENT.questions.questions}
COUNTED = {one.catalogue for one in CONTENT.counted.questions}
ELSEWHERE: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (resources_folder() / "catalogue_elsewhere.toml").read_text(encoding="utf-8")
)
IN_MEMORY_ONLY = {"C1", "D6", "F4", "G5", "K5", "O7", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "T1"}
SHORT_VISIT = set("ABCDEFMORT")


def test_the_catalogue_has_161_items_in_22_sections() -> None:
    assert (len(CATALOGUE), len(ITEMS_BY_SECTION)) == (161, 22)


@pytest.mark.parametrize("item", CATALOGUE)
def test_each_item_is_asked_counted_or_done_elsewhere(item: str) -> None:
    assert (item in ASKED) + (item in COUNTED) + (item in ELSEWHERE) == 1


def test_no_question_names_an_item_that_the_catalogue_does_not_have() -> None:
    assert set(CATALOGUE) >= ASKED
    assert {item for item in COUNTED if not item.startswith("U.M")} <= set(CATALOGUE)


@pytest.mark.parametrize("item", ELSEWHERE)
def test_what_is_done_elsewhere_is_done_by_a_file_that_exists(item: str) -> None:
    assert (ROOT / ELSEWHERE[item]["file"]).is_file()
    assert ELSEWHERE[item]["words"].endswith(".")


def test_what_the_catalogue_keeps_in_memory_is_not_saved() -> None:
    saved = {one.catalogue for one in CONTENT.questions.questions if one.fate is not Fate.NOT_SAVED}
    assert saved & IN_MEMORY_ONLY == set()


def test_what_is_counted_is_never_saved_with_a_report_and_never_leaves() -> None:
    assert {one.fate for one in CONTENT.counted.questions} == {Fate.NOT_SAVED}
    assert not {one.id for one in CONTENT.counted.questions} & {one.id for one in CONTENT.questions.questions}


def test_the_sections_stand_in_the_order_of_the_catalogue_and_the_short_ones_are_marked() -> None:
    letters = [section.letter for section in CONTENT.questions.sections]
    assert letters == sorted(letters) == [letter for letter in ITEMS_BY_SECTION if letter not in "UV"]
    assert {section.letter for section in CONTENT.questions.sections if section.visit == "short"} == SHORT_VISIT
