"""Words that people hear: what is wrong with them is named, with what to change; the shipped ones pass."""

from __future__ import annotations

import pytest

from intake.questions.model import Audience
from intake.questions.office.model import Words
from intake.questions.office.plain_words import Fault, Part, word_faults
from tests.shipped import shipped_content

CONTENT = shipped_content()
SPANISH = CONTENT.wording("es")
FINE = Words("Do you need a bus pass?", "We have some here.", "They lie in the top drawer.")


def faults(prompt: str, language: str = "en") -> dict[Fault, tuple[str, ...]]:
    why = FINE.why if language == "en" else "Aquí tenemos algunos."
    return {one.fault: one.words for one in word_faults(Words(prompt, why), language=language)}


def test_what_is_shipped_passes_the_same_check_in_both_languages() -> None:
    for one in CONTENT.questions.questions:
        base, labels = f"question.{one.id}", tuple(option.label for option in one.options)
        english = Words(one.prompt, one.why_we_ask, one.help)
        found = word_faults(english, labels, "en", one.audience)
        assert [fault for fault in found if fault.fault is not Fault.TOO_LONG] == [], one.id
        spanish = Words(
            SPANISH.text(f"{base}.prompt", one.prompt),
            SPANISH.text(f"{base}.why", one.why_we_ask),
            SPANISH.text(f"{base}.help", one.help) if one.help else "",
        )
        found = word_faults(spanish, (), "es", one.audience)
        assert [fault for fault in found if fault.fault is not Fault.TOO_LONG] == [], one.id


@pytest.mark.parametrize(
    ("prompt", "fault", "named"),
    [
        ("Why did you go there?", Fault.BLAMES, ("why did you",)),
        ("Were you a victim of an addict?", Fault.JUDGES, ("victim", "addict")),
        ("Tell me now!", Fault.SHOUTS, ()),
        ("  ", Fault.EMPTY, ()),
        ("Have you had any subsequent communication with him?", Fault.HARD_WORDS, ("communication", "subsequent")),
    ],
)
def test_english_words_that_need_a_change_are_named(prompt: str, fault: Fault, named: tuple[str, ...]) -> None:
    assert faults(prompt)[fault] == named


@pytest.mark.parametrize(
    ("prompt", "fault", "named"),
    [
        ("¿Por qué no se fue de ahí?", Fault.BLAMES, ("por qué no",)),
        ("¿Dónde vives tú?", Fault.FAMILIAR, ("tú",)),
        ("¿Le rechazaron ahí?", Fault.JUDGES, ("rechazaron",)),
        (
            "¿Tuvo comunicaciones posteriores con instituciones?",
            Fault.HARD_WORDS,
            ("comunicaciones", "instituciones", "posteriores"),
        ),
    ],
)
def test_spanish_words_that_need_a_change_are_named(prompt: str, fault: Fault, named: tuple[str, ...]) -> None:
    assert faults(prompt, "es")[fault] == named


def test_a_long_sentence_is_told_by_its_number_of_words() -> None:
    long = "Has the person who did all of this ever been near the place where you live or work or see your mom " * 2
    (found,) = word_faults(Words(f"{long.strip()}?", FINE.why))
    assert (found.part, found.fault, found.count) == (Part.PROMPT, Fault.LONG_SENTENCE, 44)


def test_a_name_of_an_office_is_no_hard_word_and_no_judgement() -> None:
    assert faults("Do you want help from the Victim Services Division here?") == {}


def test_labels_and_hints_are_looked_at_too() -> None:
    found = word_faults(Words(FINE.prompt, FINE.why, "Ask the victim!"), ("Yes", "", "Refused"))
    assert [(one.part, one.fault) for one in found] == [
        (Part.HELP, Fault.SHOUTS),
        (Part.HELP, Fault.JUDGES),
        (Part.LABEL, Fault.EMPTY),
        (Part.LABEL, Fault.JUDGES),
    ]


def test_what_staff_alone_read_may_be_harder() -> None:
    words = Words("Is the youth rule of this organisation followed?", "Obligations vary considerably.")
    assert word_faults(words, audience=Audience.STAFF) == ()
    assert word_faults(words)
