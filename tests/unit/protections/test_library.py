"""The library: every instrument as a page, found by words, apart from what is no law, and honest about its age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from intake.actions.protections.library import find_in_library, read_library
from intake.protections.library.card import instrument_card
from intake.protections.model import Kind
from intake.wording.catalogue import Wording
from tests.shipped import shipped_content

CONTENT = shipped_content()
TODAY = date(2026, 11, 21)
CARDS = read_library(CONTENT.protections, Wording(), TODAY)
DA = CONTENT.protections.instrument("us-ca-sf-da-safety")


def found(words: str) -> list[str]:
    return [card.instrument for shelf in find_in_library(CARDS, words) for card in shelf.cards]


def test_with_no_words_every_instrument_stands_on_one_shelf() -> None:
    assert sorted(found("")) == sorted(one.id for one in CONTENT.protections.instruments)
    assert sorted(found("   ")) == sorted(found(""))


def test_a_title_a_citation_plain_words_an_offence_and_a_place_all_lead_there() -> None:
    assert found("condoms are not used") == ["us-ca-evid-782.1"]
    assert found("chapter 141") == ["us-ca-evid-782.1", "us-ca-pc-647.3"]
    assert "us-wa-rcw-9a.88.200" in found("emergency washington")
    assert "us-ca-sf-da-safety" in found("holding drugs")
    assert set(found("san francisco")) >= {"us-ca-sf-da-safety", "us-ca-sf-pd-2017"}


def test_every_word_counts_and_size_and_accents_do_not() -> None:
    assert found("ARREST police BULLETIN") == ["us-ca-sf-pd-2017"]
    assert found("arrest zebra") == []
    spanish = read_library(CONTENT.protections, CONTENT.wording("es"), TODAY)
    assert find_in_library(spanish, "policia") == find_in_library(spanish, "policía")


def test_what_is_no_law_stands_apart_as_the_last_and_is_marked() -> None:
    *places, models = find_in_library(CARDS, "")
    assert models.is_model
    assert not any(shelf.is_model for shelf in places)
    assert {card.instrument for card in models.cards} == {
        one.id for one in CONTENT.protections.instruments if one.kind is Kind.MODEL
    }
    assert all(card.kind == "A model or a guide, not law" for card in models.cards)


def test_a_review_that_is_past_due_is_said_from_its_day_on_as_beside_the_interview() -> None:
    before = instrument_card(DA, CONTENT.protections, Wording(), DA.review.due_on - timedelta(days=1))
    on_the_day = instrument_card(DA, CONTENT.protections, Wording(), DA.review.due_on)
    assert not before.is_past_due
    assert before.due_line == "Due to be gone over again by February 21, 2027."
    assert on_the_day.is_past_due
    assert on_the_day.due_line.startswith("Should have been gone over again by February 21, 2027.")


def test_a_clock_that_was_set_back_is_said_in_the_library_too() -> None:
    behind = instrument_card(DA, CONTENT.protections, Wording(), DA.review.on - timedelta(days=2))
    assert not behind.is_past_due
    assert "The clock of this computer says an earlier day." in behind.due_line


def test_that_no_lawyer_has_looked_is_said_and_so_is_the_one_who_has() -> None:
    assert instrument_card(DA, CONTENT.protections, Wording(), TODAY).lawyer_line == "No lawyer has looked at this yet."
    seen = replace(DA, review=replace(DA.review, lawyer="A. Lawyer, 2027"))
    assert "A. Lawyer" in instrument_card(seen, CONTENT.protections, Wording(), TODAY).lawyer_line


def test_a_card_never_says_what_only_a_case_can_say() -> None:
    for card in CARDS:
        sentences = [limit.sentence for limit in card.limits]
        assert "What happened is not on this list of crimes." not in sentences
        if not card.is_read:
            assert any("not been able to read the exact words" in sentence for sentence in sentences)
            assert card.headings["promises"] == "What it is said to promise"


def test_an_offence_that_nobody_has_named_stands_for_itself() -> None:
    county = replace(DA, offences_reached=("us-ca-elsewhere-1",))
    assert instrument_card(county, CONTENT.protections, Wording(), TODAY).offences == ("us-ca-elsewhere-1",)
