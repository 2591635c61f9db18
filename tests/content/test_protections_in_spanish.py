"""The protections in Spanish: nothing missing, nothing claimed beyond the English, and words that anybody can read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from intake.protections.assess import assess
from intake.protections.cards import FindingCard, finding_card
from intake.protections.facts_json import facts_from_json
from intake.protections.load import load_protections
from intake.protections.messages import messages
from intake.wording.catalogue import Wording, load_wording
from tests.content.reading_ease_es import reading_ease, syllables
from tests.content.test_instrument_content import spoken
from tests.content.worked_cases import WorkedCase, every_fact, worked_cases

PROTECTIONS = load_protections()[0]
SPANISH = load_wording("es")
MESSAGES = list(messages(PROTECTIONS))
CASES = worked_cases()
TODAY = date(2026, 11, 21)
SNAPSHOTS = Path(__file__).parent / "spanish_cards"
REWRITE = os.environ.get("FORTHRIGHT_REWRITE") == "1"
EASY_ENOUGH = 65.0
"""From here on the INFLESZ scale says "bastante fácil", primary school: the nearest to seven years of school."""

NEVER = re.compile(
    r"[!¡]|\.\.|\b(t[uú]|tus|te|prostitut\w+|puta|puto|drogadict\w+|ilegal(es)?|indocumentad\w+|supuest\w+|presunt\w+|aleg\w+"
    r"|rechaz\w+|se neg\w+|confes\w+|por qué no|garanti\w+|siempre|a el|de el)\b",
    re.IGNORECASE,
)
KEPT = {
    r"\bas (reported|told)\b": r"según se (informa|cuenta)",
    r"\bothers report\b|\bothers? reports? it\b": r"informan otros|otros informan",
    r"\bas we recall\b": "por lo que recordamos",
    r"\b(have|has|were|was|are) not (read|seen|checked)\b|\bnobody here has\b": r"\bno\b|\bnadie\b",
    r"\bonly\b|\balone\b": r"\b(solo|sola|únic[oa])\b",
    r"\b(?-i:may|can)\b": r"\b(pued|pod)\w+|\btal vez\b",
}
"""What takes a claim back in English, and the words of which one has to stand in the Spanish."""

SNAPSHOT_CASES = (
    "Marisol was robbed at work and plans to tell the police",
    "Noor is both: hurt, and saw a friend hurt",
    "Yasmin was made to sell sex and held by force",
    "Irma's flat was entered and she was blackmailed",
    "Dora's things were broken and her pictures shared",
    "Kamala was stopped for loitering this spring",
    "Alma was raped, told the police, and worries about papers",
    "Edda told federal agents alone",
    "Quilla is 16 and was paid",
    "Gale was hurt in Washington State and asks in San Francisco",
)


def spanish(message_id: str, english: str) -> str:
    return SPANISH.text(message_id, english)


def test_every_text_of_the_protections_has_its_spanish() -> None:
    assert [pair for pair in MESSAGES if not SPANISH.covers(*pair)] == []


def test_places_to_fill_and_numbers_are_those_of_the_english() -> None:
    for message_id, english in MESSAGES:
        said = spanish(message_id, english)
        for what in (r"\{\w+\}", r"\d[\d.]*\d|\d"):
            assert sorted(re.findall(what, said)) == sorted(re.findall(what, english)), message_id
        assert said.endswith((".", "?")) == english.endswith((".", "?")), message_id


def test_no_sentence_blames_alarms_labels_or_promises_too_much() -> None:
    assert [message_id for message_id, english in MESSAGES if NEVER.search(spanish(message_id, english))] == []


@pytest.mark.parametrize(("taken_back", "kept"), KEPT.items())
def test_what_takes_a_claim_back_is_said_as_well(taken_back: str, kept: str) -> None:
    said = [pair for pair in MESSAGES if re.search(taken_back, pair[1], re.IGNORECASE)]
    assert said
    assert [pair[0] for pair in said if not re.search(kept, spanish(*pair), re.IGNORECASE)] == []


def test_what_people_hear_is_as_easy_to_read_as_a_text_for_primary_school() -> None:
    assert [pair[0] for pair in spoken() if reading_ease(spanish(*pair)) < EASY_ENOUGH] == []


def test_the_reason_is_said_alike_wherever_the_english_is_alike() -> None:
    said: dict[str, set[str]] = {}
    for message_id, english in MESSAGES:
        if message_id.startswith("reason."):
            said.setdefault(english, set()).add(spanish(message_id, english))
    assert {english: texts for english, texts in said.items() if len(texts) > 1} == {}


def test_the_short_limits_fit_where_the_english_ones_do() -> None:
    assert [
        tag for tag, words in PROTECTIONS.limits.items() if len(spanish(f"limit.{tag}.short", words.short)) > 36
    ] == []


def cards(case: WorkedCase, wording: Wording) -> list[FindingCard]:
    facts = every_fact(case, facts_from_json(case.facts, PROTECTIONS))
    return [finding_card(one, PROTECTIONS, wording) for one in assess(PROTECTIONS, case.jurisdiction, facts, TODAY)]


def texts(card: object) -> Iterator[str]:
    """Every sentence of a card, in order; ids and tags have no blank in them."""
    if isinstance(card, tuple):
        for part in card:
            yield from texts(part)
    elif is_dataclass(card):
        for place in fields(card):
            yield from texts(getattr(card, place.name))
    elif isinstance(card, str) and " " in card:
        yield card


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_card_is_spanish_to_the_last_word(case: WorkedCase) -> None:
    for english, in_spanish in zip(cards(case, Wording()), cards(case, SPANISH), strict=True):
        assert set(texts(english)) & set(texts(in_spanish)) == set()
        assert not [text for text in texts(in_spanish) if NEVER.search(text)]
        assert re.search(r"Revisado el \d+ de [a-z]+ de \d{4}\.", in_spanish.checked_line)


def as_read(card: FindingCard) -> Iterator[str]:
    yield f"## {card.title}: {card.outcome_word}"
    yield from card.because
    for rule in card.rules:
        yield f"  {rule.title}: {rule.outcome_word}"
        yield from (f"    {reason}" for reason in rule.because)
    yield from (f"? {asked}" for asked in card.settle_words)
    yield f"{card.source_line}\n{card.verification_sentence} {card.checked_line}\n"


@pytest.mark.parametrize("name", SNAPSHOT_CASES)
def test_what_a_person_is_told_reads_as_it_was_read_over(name: str) -> None:
    case = next(case for case in CASES if case.name == name)
    words = "\n".join(line for card in cards(case, SPANISH) for line in as_read(card))
    path = SNAPSHOTS / f"{re.split('[^a-z]', name.lower())[0]}.txt"
    if REWRITE:
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8"), "if the words are meant, run again with FORTHRIGHT_REWRITE=1"


@pytest.mark.parametrize(
    ("word", "count"),
    [("ley", 1), ("quien", 1), ("policía", 4), ("averigüe", 4), ("reúnanse", 4), ("leído", 3), ("aún", 2)],
)
def test_the_measure_counts_syllables_as_spanish_does(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_measure_tells_plain_words_from_the_words_of_a_code() -> None:
    code = (
        "Independientemente de las disposiciones precedentes, la inadmisibilidad probatoria comprenderá declaraciones."
    )
    assert reading_ease("Esto no cubre un cargo. Hable antes con su abogado.") > EASY_ENOUGH > 40 > reading_ease(code)
