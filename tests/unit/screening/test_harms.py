"""What is said of a mark: whole, plain, in both languages, and never more than the words that may stand in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.actions.content.check import content_faults
from intake.actions.screening.harm_words import harm_words, messages, text_language
from intake.resource_files import resources_folder
from intake.screening.harms import load_harms
from intake.screening.judgement.model import CATEGORIES
from intake.screening.spans import UNREAD
from intake.wording.catalogue import Wording, load_wording
from tests.content.reading_ease_es import reading_ease
from tests.content.reading_grade import reading_grade

HARMS, PROBLEMS = load_harms()
SPANISH = load_wording("es")
MESSAGES = [
    *((name, text) for harm in HARMS.kinds.values() for name, text in messages(harm).items()),
    ("harm.doer.named", HARMS.doer_named),
    ("harm.doer.meant", HARMS.other_meant),
]
OWN_CONDUCT = ("weapon", "force-or-theft", "record", "immigration", "benefits", "hiv", "children", "false-id", UNREAD)


def test_every_kind_of_mark_is_explained() -> None:
    assert not PROBLEMS
    assert set(HARMS.kinds) == {*CATEGORIES, UNREAD}


@pytest.mark.parametrize(("name", "english"), MESSAGES, ids=[name for name, _ in MESSAGES])
def test_each_sentence_is_easy_to_read_in_both_languages(name: str, english: str) -> None:
    assert reading_grade(english) <= 7
    assert SPANISH.covers(name, english)
    assert reading_ease(SPANISH.text(name, english)) >= 65


@pytest.mark.parametrize("kind", OWN_CONDUCT)
def test_where_nothing_true_and_neutral_can_be_said_no_words_are_offered(kind: str) -> None:
    assert HARMS.kinds[kind].wordings == ()


def test_words_that_name_a_witness_or_a_substance_say_when_they_are_true() -> None:
    assert "said yes" in HARMS.kinds["third-party"].wordings[0].when
    assert "with no yes" in HARMS.kinds["drugs"].wordings[0].words


def test_force_by_the_reporter_sends_to_a_lawyer_first() -> None:
    words = harm_words(HARMS, "force-or-theft", Wording(), Wording())
    assert words.comes_first == "Talk with a lawyer before you talk with the police."


def test_the_card_speaks_the_language_of_the_desk_and_offers_words_in_that_of_the_text() -> None:
    words = harm_words(HARMS, "drugs", Wording(), SPANISH)
    assert words.touches == "Using or having drugs"
    assert words.offered[0].words == "alguien le dio una sustancia a quien reporta, sin su acuerdo"
    assert words.offered[0].when == "This is what happened."
    assert words.other_named == "(esto lo hizo la otra persona)"


def test_what_somebody_is_or_has_is_no_deed() -> None:
    words = harm_words(HARMS, "immigration", Wording(), Wording())
    assert (words.is_deed, words.other_named) == (False, "(this is about the other person)")


def test_a_text_in_a_language_without_words_of_ours_gets_those_of_the_desk() -> None:
    assert text_language("vi", lambda: ("en", "es"), "es") == "es"
    assert text_language("en", lambda: ("en", "es"), "es") == "en"


def test_a_mark_that_nobody_explained_is_shown_as_one_we_cannot_read() -> None:
    words = harm_words(HARMS, "of the future", Wording(), Wording())
    assert words.touches == "Letters that this check cannot read"


def test_offered_words_speak_of_no_trade_and_name_no_exchange() -> None:
    never = ("client", "customer", "date", "work", "session", "escort", "paid", "price", "booking", "massage")
    offered = [one.words for harm in HARMS.kinds.values() for one in harm.wordings]
    assert not [words for words in offered for word in never if word in words.split()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(resources_folder(), tmp_path / "resources")
    return tmp_path / "resources"


def faults(root: Path) -> str:
    return "\n".join(str(one) for one in load_harms(root)[1])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('category = "drugs"', 'category = "love"', "'love' is no kind of mark."),
        ('category = "drugs"', 'category = "hiv"', "'hiv' is not the name of the file."),
        ('id = "given"', "", "'id' is missing in number 1 of 'wordings'."),
        ("touches = ", "touchs = ", "'touches' is missing here."),
        ("who_decides = true", 'who_decides = "yes"', "'who_decides' takes true or false."),
        (
            "[[wordings]]",
            '[[wordings]]\nid = "given"\nwords = "x"\nwhen = "x"\n[[wordings]]',
            "Two wordings are called 'given'.",
        ),
    ],
)
def test_a_broken_file_is_told_with_its_cure(root: Path, old: str, new: str, said: str) -> None:
    file = root / "harms" / "drugs.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert said in faults(root)


@pytest.mark.parametrize(
    ("name", "said"),
    [("weapon.toml", "Nobody says what 'weapon' touches."), ("doer.toml", "The words for the doer are missing.")],
)
def test_a_missing_file_is_told(root: Path, name: str, said: str) -> None:
    (root / "harms" / name).unlink()
    assert said in faults(root)


def test_a_question_that_does_not_exist_is_told_by_the_check_of_all_data(root: Path) -> None:
    file = root / "harms" / "identifying.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("comfort.name", "comfort.nome"), encoding="utf-8")
    assert "There is no question 'comfort.nome'." in "\n".join(str(one) for one in content_faults(root))
