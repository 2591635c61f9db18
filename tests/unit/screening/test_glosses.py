"""Spanish as the encoder reads it: word for word in English, with who did it."""

from __future__ import annotations

import pytest

from intake.resource_files import resources_folder
from intake.screening.judgement.features import show
from intake.screening.judgement.glosses import Glosses, glosses_of
from intake.screening.judgement.model import SentenceIn

LENS = resources_folder() / "lens"


@pytest.fixture(scope="module")
def glosses() -> Glosses:
    english = (LENS / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return Glosses(glosses_of((LENS / "spanish.tsv").read_text(encoding="utf-8")), frozenset(english))


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("Me pegó con la botella.", "me he hit with the bottle."),
        ("Le pegué con la botella.", "him i hit with the bottle."),
        ("Les pegaron y corrimos.", "them they hit and we ran."),
        ("Yo pegaba, él pegaba.", "i hit, he hit."),
        ("¿Robó el teléfono?", "¿he stole the phone?"),
    ],
)
def test_the_ending_of_a_verb_tells_who_did_it(glosses: Glosses, spanish: str, english: str) -> None:
    assert glosses.read(spanish, "es") == english


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("sin telefono", "without phone"),
        ("SIN TELÉFONO", "without phone"),
        ("pegarme", "hit me"),
        ("pegándole", "hitting him"),
        ("quitarmelo", "take away me it"),
        ("cuchillitos", "knife"),
        ("su\u200br", "south"),
    ],
)
def test_a_word_is_known_without_its_accents_and_with_what_hangs_on_it(
    glosses: Glosses, spanish: str, english: str
) -> None:
    assert glosses.read(spanish, "es") == english


def test_a_letter_with_a_tilde_is_a_letter_of_its_own(glosses: Glosses) -> None:
    assert glosses.read("un año", "es") != glosses.read("un ano", "es")


def test_unknown_words_numbers_and_signs_stay(glosses: Glosses) -> None:
    assert glosses.read("Zxqv 24-B, @zxqv!", "es") == "Zxqv 24-B, @zxqv!"


def test_in_an_english_text_only_what_no_english_word_is_is_read(glosses: Glosses) -> None:
    assert glosses.read("He said once: mi tía trabajó", "en") == "He said once: mi aunt he worked"
    assert glosses.read("He hit me, then he ran.", "en") == "He hit me, then he ran."


def test_the_judge_sees_in_a_spanish_sentence_what_it_sees_in_an_english_one(glosses: Glosses) -> None:
    spanish = show(glosses.told(SentenceIn("Le pegué ayer.", lang="es")))
    english = show(SentenceIn("I hit him yesterday."))
    assert {"wi hit", "whit"} <= set(spanish.words) & set(english.words)
    assert set(show(glosses.told(SentenceIn("Le pegó ayer.", lang="es"))).words) >= {"whe hit", "whit"}
    assert glosses.told(SentenceIn("I hit him.")).english == ""


def test_a_very_long_word_is_left_alone(glosses: Glosses) -> None:
    word = "la" * 50_000
    assert glosses.read(word, "es") == word


@pytest.mark.parametrize("lines", ["casa", "casa\thouse\tmore", "\thouse", "casa\t"])
def test_a_line_that_is_no_gloss_is_a_fault(lines: str) -> None:
    with pytest.raises(ValueError, match="no gloss"):
        glosses_of(lines)


def test_the_shipped_words_are_plain_small_and_sorted() -> None:
    words = glosses_of((LENS / "spanish.tsv").read_text(encoding="utf-8"))
    assert len(words) > 60_000
    assert list(words) == sorted(words)
    for word, english in words.items():
        assert word == word.lower().strip(), word
        assert english == english.lower().strip(), word
        assert english.isascii(), word
        assert len(english.split()) <= 6, word
