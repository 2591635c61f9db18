from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.resource_files import resources_folder
from intake.screening.examples import pack_surprises
from intake.screening.judgement.model import CATEGORIES
from intake.screening.packs import load_word_packs
from intake.screening.patterns import NotAPhrase, read_phrase

GOOD = """category = "drugs"
language = "en"
dated = 2026-11-21
reviewer = "nobody yet"
always = ["zorp*"]
[examples]
marked = ["I had zorps."]
left = ["It rained."]
"""


def test_every_shipped_pack_is_whole_and_does_what_its_examples_say() -> None:
    packs, problems = load_word_packs()
    assert not problems
    assert not [str(one) for one in pack_surprises(packs)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_english_and_spanish_have_a_pack_for_every_harm(language: str) -> None:
    packs, _ = load_word_packs()
    assert {pack.category for pack in packs.packs if pack.language == language} == set(CATEGORIES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("word_packs", "details"):
        shutil.copytree(resources_folder() / name, tmp_path / name)
    return tmp_path


def faults(root: Path, text: str) -> str:
    (root / "word_packs" / "en" / "own.toml").write_text(text, encoding="utf-8")
    return "\n".join(str(one) for one in load_word_packs(root)[1])


def test_one_more_pack_is_one_more_file(root: Path) -> None:
    assert not faults(root, GOOD)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("dated = 2026-11-21", "", "It is not said how old these words are."),
        ('"drugs"', '"love"', "'love' is no kind of harm."),
        ('"en"', '"es"', "'es' is not the name of the folder."),
        ('["zorp*"]', "[]", "The pack holds no words."),
        ('"zorp*"', '"(zorp"', "A bracket is open."),
        ('"zorp*"', '"z*"', "A star follows fewer than two letters."),
        ('"zorp*"', '".. zorp"', "A gap stands at an end."),
        ('"zorp*"', '"<who> zorp"', "There is no list 'who'."),
        ('marked = ["I had zorps."]', "", "A pack shows what it marks and what it leaves."),
    ],
)
def test_a_fault_is_named_in_plain_words(root: Path, old: str, new: str, said: str) -> None:
    assert said in faults(root, GOOD.replace(old, new))


def test_a_phrase_cannot_grow_without_bound() -> None:
    with pytest.raises(NotAPhrase, match="more than 2000 readings"):
        read_phrase("(a b|c d|e f|g h)" * 8, {})
