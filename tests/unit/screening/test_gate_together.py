"""What tells more only because words stand together: held, while the line beside it, a word apart, may leave."""

from __future__ import annotations

import importlib
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from intake.actions.screening.open_lens import open_gate, shipped_lens
from intake.resource_files import resources_folder
from intake.screening.gate.gate import Gate, Why
from intake.screening.gate.together import Together
from intake.screening.gate.words import GateLists, GateWords
from intake.screening.patterns import read_phrase
from tests.judges import Judging, gate_answer
from tests.shipped import shipped_content

sys.path.insert(0, str(Path(__file__).parents[3] / "packaging" / "lens"))  # scripts beside the package
own_sentences = importlib.import_module("own_sentences").own_sentences

EVERY_VALUE = 1000
POINTING_ELSEWHERE = ("the one", "the cup", "first name", "doing this", "lo que", "el tiempo", "por si")
"""Held in what somebody types, where nobody knows what they point at."""


@pytest.fixture(scope="module")
def gate() -> Gate:
    return open_gate(shipped_content(), replace(shipped_lens(shipped_content()), judge=Judging(0.0)))


def words_of(gate: Gate, language: str) -> GateWords:
    words = GateLists(gate.lens.packs.folding).of(language)
    assert words is not None
    return words


@pytest.mark.parametrize(
    ("held", "leaves"),
    [
        ("The person let go after a bite to the hand.", "The person let go after an hour in the car."),
        ("The person stopped when the lamp hit his face.", "The person stopped when the neighbors came."),
        ("The person's arm was cut with the scissors.", "The person cut the reporter's arm with the scissors."),
        ("The person then fell bleeding.", "The reporter fell, bleeding, on the stairs."),
        ("The person slapped the reporter back.", "The person slapped the reporter on the back."),
        ("The person's wallet is in the reporter's bag.", "The person's knife was on the reporter's neck."),
        (
            "The person took the knife out of the reporter's hand.",
            "The person took the phone out of the reporter's hand.",
        ),
        ("The person left the room without paying.", "The person left the room without a word."),
        ("The person answered a post and came to the hotel.", "The person came to the hotel with two others."),
        ("The person hit the reporter over a bag of powder.", "The person hit the reporter over the head."),
        ("The person waited at 24 Hill Street.", "The person waited at the corner of the street."),
        ("The person kicked in the door of room 214.", "The person kicked in the door of the room."),
        ("La persona la solto por la mordida en el brazo.", "La persona la amenazo en la calle."),
        ("La persona la golpeó por no pagar la mota.", "La persona la golpeó por no abrir la puerta."),
        ("La persona le dio 200 pesos y la golpeó.", "La persona le quitó 200 pesos y la golpeó."),
        ("La persona la puso con otros hombres.", "La persona llegó con otros hombres."),
    ],
)
def test_a_line_is_held_for_what_its_words_tell_together(gate: Gate, held: str, leaves: str) -> None:
    answer = gate_answer(gate, held)
    assert (answer.passes, answer.why) == (False, Why.TELLS_MORE)
    assert answer.words
    assert gate_answer(gate, leaves).why is Why.READS_AS_FRAME


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The person hit Mark and the reporter.", ["Mark"]),
        ("The person pulled June by the hair.", ["June"]),
        ("La persona golpeó a Rosa en la cara.", ["Rosa"]),
        ("It happened in June.", []),
        ("The person left marks on the reporter's neck.", []),
        ("The person hit the reporter on 3 May.", []),
        ("La persona llevaba una camisa rosa.", []),
    ],
)
def test_an_everyday_word_with_a_capital_inside_a_line_is_a_name(gate: Gate, text: str, names: list[str]) -> None:
    answer = gate_answer(gate, text)
    assert [text[start:end] for start, end in answer.words] == names
    assert answer.passes is not bool(names)


def test_she_may_be_either_of_the_two(gate: Gate) -> None:
    assert gate_answer(gate, "La persona la atacó y ella sacó las tijeras.").why is Why.REPORTER_DOES
    assert gate_answer(gate, "La persona la atacó y ella gritó.").passes


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_phrase_holds_what_our_own_pages_say(gate: Gate, language: str) -> None:
    together = words_of(gate, language).never_together
    said = [one.text for one in own_sentences(EVERY_VALUE) if one.lang == language]
    assert len(said) > 500
    for text in said:
        words = [one.text for one in gate.said(text, 0, len(text)).words]
        assert " ".join(words[place] for place in sorted(together.places(words))) in {"", *POINTING_ELSEWHERE}, text


def test_a_phrase_that_cannot_be_read_is_told(gate: Gate, tmp_path: Path) -> None:
    shipped = (resources_folder() / "gate" / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "gate").mkdir()
    (tmp_path / "gate" / "en.toml").write_text(shipped.replace('"third man"', '"third (man"'), encoding="utf-8")
    (problem,) = GateLists(gate.lens.packs.folding, tmp_path).problems()
    assert "The phrase 'third (man' cannot be read. A bracket is open." in str(problem)
    assert "gate/en.toml" in str(problem)


def test_nought_stands_for_any_number() -> None:
    together = Together(read_phrase("room 0", {}))
    assert together.places(["in", "room", "214"]) == {1, 2}
    assert not together.places(["in", "room", "two"])
    assert not Together().places(["room", "214"])
