"""The single data files, each with one mistake, and what is held against what across files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.actions.content.check import content_faults
from intake.content import load_content
from intake.errors import BrokenContent
from intake.resource_files import resources_folder
from tests.shipped import shipped_content


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    copy = tmp_path / "resources"
    shutil.copytree(resources_folder(), copy, ignore=shutil.ignore_patterns("fonts", "icons"))
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(root: Path) -> str:
    return "\n".join(str(fault) for fault in content_faults(root))


def test_the_shipped_files_are_without_fault(resources: Path) -> None:
    assert faults(resources) == ""
    assert load_content(resources).fingerprint == shipped_content().fingerprint


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("field_names.toml", 'place = "', 'plaze = "', "The field 'place' has no name."),
        ("field_names.toml", 'place = "', 'plaze = "', "'plaze' is not a field."),
        ("release_words.toml", "redisclosure = ", "redisclosed = ", "The words of 'redisclosure' are missing."),
        ("release_words.toml", "redisclosure = ", "redisclosed = ", "'redisclosed' is not known here."),
        ("release_words.toml", "[signers]", "[signed]", "The choices 'signers' are missing."),
        ("release_words.toml", "hand_carried = ", "by_pigeon = ", "'by_pigeon' is no choice of 'methods'."),
        ("release_words.toml", "[methods]", "[methods", "not valid TOML"),
        ("questions/when_where/day.toml", 'fact = "incident_on"', 'fact = "incident_in"', "'incident_in' is not known"),
        ("frames/acts/taken.toml", "happened.taken", "happened.stolen", "there is no such question"),
        ("frames/acts/taken.toml", "happened.taken", "wishes.help_today", "which never leaves"),
    ],
)
def test_one_mistake_is_named_with_file_and_cure(resources: Path, file: str, old: str, new: str, words: str) -> None:
    change(resources / file, old, new)
    told = faults(resources)
    assert words in told
    assert file.rsplit("/", 1)[-1].removesuffix(".toml") in told
    with pytest.raises(BrokenContent):
        load_content(resources)


def test_a_file_that_is_gone_is_said(resources: Path) -> None:
    (resources / "field_names.toml").unlink()
    (resources / "release_words.toml").unlink()
    told = faults(resources)
    assert told.count("This file cannot be read") == 2
    assert "Put it back in its place." in told


def test_an_example_that_comes_out_otherwise_is_a_fault_of_its_file(resources: Path) -> None:
    path = resources / "instruments" / "us-ca" / "us-ca-evid-1162.toml"
    change(path, 'outcome = "applies"', 'outcome = "does_not_apply"')
    assert "comes out otherwise" in faults(resources)


def test_every_fault_of_every_file_is_told_at_once(resources: Path) -> None:
    change(resources / "field_names.toml", 'place = "', 'plaze = "')
    change(resources / "questions" / "when_where" / "day.toml", "prompt = ", "promt = ")
    told = faults(resources)
    assert "field_names.toml" in told
    assert "questions/when_where/day.toml" in told


def test_a_weights_file_of_the_lens_that_is_not_the_shipped_one_is_named(resources: Path) -> None:
    with (resources / "lens" / "encoder.bin").open("ab") as file:
        file.write(b"0")
    assert "lens/encoder.bin:1: This file is not the one that card.toml describes" in faults(resources)
