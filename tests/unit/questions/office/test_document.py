"""The file that desks hand to each other: what it may hold, and what is said of one that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from intake.questions.office.document import MOST_BYTES, read_changes, schema_text, write_changes
from intake.questions.office.file_faults import SAID, FileFault, file_problem, in_words, messages
from intake.questions.office.model import OfficeChanges, OwnChoice, OwnQuestion, Words
from intake.resource_files import resources_folder
from intake.wording.catalogue import languages, load_wording
from tests.unit.questions.office.days import DAY

OWN = OwnQuestion(
    "help.own_a1",
    "single_choice",
    {"en": Words("Do you need a bus pass?", "We have some.")},
    (OwnChoice("a", {"en": "Yes"}), OwnChoice("b", {"en": "No"})),
)
TABLE = json.loads(write_changes(OfficeChanges(own=(OWN,)), DAY))


def said_of(change: Callable[[dict[str, object]], object]) -> str:
    table = json.loads(json.dumps(TABLE))
    change(table)
    return "\n".join(map(str, read_changes("questions.json", json.dumps(table).encode()).problems))


def test_the_schema_is_that_of_the_form() -> None:
    path = resources_folder() / "schemas" / "interview-changes.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda table: table.update(kind="recipe"), "holds no changes of the interview. Choose a file"),
        (lambda table: table.update(version=2), "A newer version of the program wrote this file."),
        (lambda table: table.update(dated="yesterday"), "At 'dated' this has another form"),
        (lambda table: table.update(extra=1), "At the top this has another form"),
        (lambda table: table["own"][0].update(kind="body_map"), "At 'own[0].kind' this has another form"),
        (lambda table: table["own"][0].update(id="help.break_sign"), "At 'own[0].id'"),
        (lambda table: table["own"][0].update(recipients=["police"]), "At 'own[0]'"),
        (lambda table: table["own"][0]["words"]["en"].update(prompt="x" * 241), "is too long"),
        (lambda table: table["own"].append(table["own"][0]), "Number 2 of 'own' has the id of another."),
        (lambda table: table["own"][0].update(choices=[]), "Number 1 of 'own' has too few choices."),
        (lambda table: table["own"][0].update(kind="long_text"), "is no choice and has choices."),
        (lambda table: table["own"][0]["choices"][1].update(id="a"), "Two choices of number 1 of 'own'"),
        (lambda table: table["own"][0]["choices"][1].update(labels={"es": "No"}), "in other languages"),
        (lambda table: table.update(own=table["own"] * 61), "At 'own' this has another form than it should, or is too"),
        (lambda table: table.update(hidden=["../../etc"]), "At 'hidden[0]'"),
    ],
)
def test_each_fault_is_told_with_its_place_and_never_with_what_stands_there(
    change: Callable[[dict[str, object]], object], words: str
) -> None:
    said = said_of(change)
    assert words in said
    assert "etc" not in said
    assert "xxx" not in said


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    (problem,) = read_changes("questions.json", b" " * (MOST_BYTES + 1)).problems
    assert str(problem) == "questions.json:1: This file is larger than 512 kB. Take out what nobody needs."


@pytest.mark.parametrize("fault", FileFault)
def test_each_fault_is_told_in_every_language_with_its_places_filled(fault: FileFault) -> None:
    filled = {"most": "512", "place": "own[0].kind", "number": "7", "fewest": "2", "question": "comfort.name"}
    for language in languages():
        wording = load_wording(language)
        assert all(wording.covers(name, english) for name, english in messages(fault).items())
        said = in_words(file_problem("questions.json", fault, **filled), wording)
        assert "{" not in said
        assert len(said) > 20
        assert ("7" in said) is ("{number}" in "".join(SAID[fault]))
        assert ("own[0].kind" in said) is ("{place}" in "".join(SAID[fault]))
    english, spanish = (in_words(file_problem("q", fault, **filled), load_wording(code)) for code in ("en", "es"))
    assert english != spanish


def test_what_nobody_can_see_is_taken_out_of_words() -> None:
    table = json.loads(json.dumps(TABLE))
    table["own"][0]["words"]["en"]["prompt"] = "  Do you\u0007 need a bus pass?\u0000 "
    found = read_changes("questions.json", json.dumps(table).encode())
    assert found.changes.own[0].words["en"].prompt == "Do you need a bus pass?"
