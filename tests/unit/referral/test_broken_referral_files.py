"""Every fault of a data file is found in one go and told in plain words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.questions.model import Questions
from intake.referral.content import load_referral_content
from intake.referral.frames_against_questions import frames_against_questions
from intake.resource_files import resources_folder
from tests.unit.referral.pages import content, questions


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("frames", "slot_lists", "recipients", "templates"):
        shutil.copytree(resources_folder() / name, tmp_path / name)
    return tmp_path


def faults(root: Path) -> list[str]:
    return [str(problem) for problem in load_referral_content(root)[1]]


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_files_have_no_faults(root: Path) -> None:
    assert faults(root) == []
    assert frames_against_questions(content(), questions()) == []


TAKEN, DA, WORDS = "frames/acts/taken.toml", "recipients/da_victim_services.toml", "templates/page_words.toml"


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        (TAKEN, 'id = "acts.taken"', 'id = "acts.grabbed"', "does not follow from the path"),
        (TAKEN, "{things}", "{objects}", "gaps of the sentence"),
        (TAKEN, 'list = "belongings"', 'list = "riches"', "no slot list 'riches'"),
        (TAKEN, 'list = "belongings"', 'date = "hour"', "no such precision"),
        (TAKEN, "many = true", "few = true", "'few' is not a word that a slot knows"),
        (TAKEN, '"personal_papers"', '"passports"', "'passports' is no value"),
        (TAKEN, "slots.things = {", "slots.others = {", "does not fill every slot"),
        (TAKEN, 'question = "happened.taken", ', "", "not clear what fills"),
        (TAKEN, "known = true", "guessed = true", "A comparison names"),
        (TAKEN, 'field = "acts"', 'field = "deeds"', "'deeds' is not a field"),
        (TAKEN, 'field = "acts"', 'field = "household"', "never told anything of the field 'household'"),
        (TAKEN, '"police_special_victims"', '"the_press"', "'the_press' is not a recipient"),
        (TAKEN, "order = ", 'order = "', "TOML"),
        (TAKEN, "order = 70", 'order = "first"', "'order' takes a whole number"),
        (TAKEN, "order = 70", "order = 70\nnotes = 1", "'notes' is not a known key"),
        (DA, 'id = "da_victim_services"', 'id = "da"', "is not the name of the file"),
        (DA, 'acts = "always"', 'acts = "sometimes"', "neither always nor if_ticked"),
        (DA, 'acts = "always"', 'deeds = "always"', "'deeds' is not a field"),
        (DA, "max_facts = 1", "max_facts = 0", "whole number above zero"),
        (DA, 'fields = ["help_asked"]', 'fields = ["losses"]', "never told here"),
        (DA, 'fields = ["help_asked"]', "fields = []", "speaks of nothing"),
        ("slot_lists/how_often.toml", 'id = "more_than_once"', 'id = "once"', "stands here twice"),
        ("slot_lists/how_often.toml", 'id = "how_often"', 'id = "hair"', "two lists 'hair'"),
        (WORDS, "closing = ", "parting = ", "'closing' is missing"),
        ("templates/never_words.toml", "in_a_name = [", "in_a_title = [", "not a known key"),
    ],
)
def test_a_fault_is_found_and_explained(root: Path, name: str, old: str, new: str, words: str) -> None:
    change(root, name, old, new)
    found = faults(root)
    assert any(words in fault for fault in found), found


def test_several_faults_are_told_together(root: Path) -> None:
    (root / "slot_lists" / "hair.toml").write_text('id = "hair"\n', encoding="utf-8")
    (root / "recipients" / "nobody.toml").write_text('id = "nobody"\n', encoding="utf-8")
    (root / "frames" / "acts" / "empty.toml").write_text(
        'id = "acts.empty"\n[slots]\nx = 1\n[[say]]\n', encoding="utf-8"
    )
    (root / "templates" / "never_words.toml").write_text("on_a_page = []\n", encoding="utf-8")
    found = "\n".join(faults(root))
    for words in (
        "The list is empty",
        "This recipient has no rows",
        "No purpose is offered",
        "Nobody may be told this",
        "The slot 'x' is not a table",
        "would always speak",
        "A list of words is empty",
    ):
        assert words in found


def test_a_file_that_is_missing_or_no_toml_is_a_fault_and_no_crash(root: Path) -> None:
    for name in ("slot_lists/hair.toml", DA, TAKEN, WORDS, "templates/never_words.toml"):
        (root / name).write_text("this is not toml", encoding="utf-8")
    assert sum("TOML" in fault for fault in faults(root)) == 5


def test_a_frame_may_only_look_at_questions_whose_answers_may_leave() -> None:
    none = frames_against_questions(content(), Questions((), ()))
    assert any("there is no such question" in problem.what for problem in none)
