"""The page for a person, for every instrument, in English and Spanish: plain, whole, on one sheet, and never too sure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from intake.actions.protections.handout import make_handout
from intake.errors import Defect
from intake.export.handout_pdf import handout_pdf
from intake.protections.handout.page import BULLET, Handout
from intake.protections.handout.whom_to_call import load_whom_to_call
from intake.protections.handout.words import messages
from intake.protections.library.words import messages as library_messages
from intake.protections.messages import messages as protection_messages
from intake.protections.model import CurrencyStatus, Instrument, Kind, Verification
from intake.protections.own.confirming import messages as own_messages
from intake.protections.try_words import messages as try_messages
from tests.content.reading_grade import reading_grade
from tests.content.spanish_ease import reading_ease
from tests.shipped import shipped_content

CONTENT = shipped_content()
PROTECTIONS = CONTENT.protections
PROMISED = [one for one in PROTECTIONS.instruments if one.kind is not Kind.MODEL]
BOTH = [pytest.param(one, language, id=f"{one.id} {language}") for one in PROMISED for language in ("en", "es")]
TOP_GRADE, LEAST_EASE = 7.0, 65.0


def page_of(instrument: Instrument, language: str = "en") -> Handout:
    return make_handout(instrument, PROTECTIONS, CONTENT.whom_to_call, CONTENT.wording(language))


def read_by_people(page: Handout) -> str:
    """Everything but the line of the source: names of laws are as they are."""
    return " ".join((page.caution, page.lead, *page.promises, *page.stops, *page.headings.values()))


def test_spanish_says_every_text_that_a_page_can_show() -> None:
    spanish = CONTENT.wording("es")
    for message_id, english in messages(PROTECTIONS, CONTENT.whom_to_call):
        assert spanish.covers(message_id, english), message_id


def test_spanish_says_every_card_reason_and_limit_as_well() -> None:
    spanish = CONTENT.wording("es")
    every = (*protection_messages(PROTECTIONS), *library_messages(), *try_messages(), *own_messages())
    for message_id, english in every:
        assert spanish.covers(message_id, english), f"{message_id}: {english}"


def test_every_place_that_a_text_is_filled_in_stands_in_spanish_too() -> None:
    spanish = CONTENT.wording("es")
    for message_id, english in (*protection_messages(PROTECTIONS), *library_messages()):
        places = re.findall(r"\{\w+\}", english)
        assert sorted(re.findall(r"\{\w+\}", spanish.text(message_id, english))) == sorted(places), message_id


@pytest.mark.parametrize(
    ("message_id", "english"), list(messages(PROTECTIONS, CONTENT.whom_to_call)), ids=lambda text: text[:50]
)
def test_each_english_sentence_asks_for_no_more_than_seven_years_of_school(message_id: str, english: str) -> None:
    if message_id.startswith(("handout.", "library.", "rule.", "limit.")) and message_id != "handout.whom":
        assert reading_grade(english) <= TOP_GRADE


@pytest.mark.parametrize("instrument", PROMISED, ids=lambda one: one.id)
def test_each_page_is_plain_as_a_whole_in_both_languages(instrument: Instrument) -> None:
    assert reading_grade(read_by_people(page_of(instrument))) <= TOP_GRADE
    assert reading_ease(read_by_people(page_of(instrument, "es"))) >= LEAST_EASE


@pytest.mark.parametrize(("instrument", "language"), BOTH)
def test_each_page_fits_on_one_sheet_and_reads_back_as_written(instrument: Instrument, language: str) -> None:
    assert handout_pdf(page_of(instrument, language)).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("instrument", PROMISED, ids=lambda one: one.id)
def test_what_nobody_has_read_or_confirmed_says_so_before_anything_else(instrument: Instrument) -> None:
    page = page_of(instrument)
    if instrument.verification is not Verification.TEXT_READ:
        assert page.caution.startswith("We have not read the exact words.")
        assert page.headings["promises"] == "What it is said to promise"
    elif instrument.currency.status is not CurrencyStatus.CONFIRMED:
        assert page.caution == "We could not confirm that this still holds. Ask before you rely on it."
    else:
        assert page.caution == ""
    assert page.texts().index(page.caution or page.lead) < page.texts().index(f"{BULLET} {page.promises[0]}")


@pytest.mark.parametrize("instrument", PROMISED, ids=lambda one: one.id)
def test_each_page_says_every_limit_that_the_rule_can_come_with(instrument: Instrument) -> None:
    said = " ".join((page_of(instrument).caution, *page_of(instrument).stops))
    tags = {limit.tag for limit in (*instrument.limits, *(one for rule in instrument.rules for one in rule.limits))}
    reworded = {"not_on_list", "immigration_lawyer", "text_unverified", "currency"}
    for tag in tags - reworded:
        assert PROTECTIONS.limits[tag].sentence in said
    if "not_on_list" in tags:
        assert "Only some crimes are on its list." in said
    assert "What happened is not on this list" not in said


@pytest.mark.parametrize(("instrument", "language"), BOTH)
def test_no_page_holds_a_number_to_call_or_names_this_program(instrument: Instrument, language: str) -> None:
    page = page_of(instrument, language)
    assert page.call
    assert not any(letter.isdigit() for name in page.call for letter in name)
    assert "forthright" not in " ".join(page.texts()).casefold()


@pytest.mark.parametrize(
    "model", [one for one in PROTECTIONS.instruments if one.kind is Kind.MODEL], ids=lambda m: m.id
)
def test_a_model_has_no_page_for_a_person(model: Instrument) -> None:
    with pytest.raises(Defect, match="a model has no page for a person"):
        page_of(model)


def test_whom_to_call_is_of_the_nearest_place() -> None:
    near = CONTENT.whom_to_call.near
    assert any("San Francisco" in name for name in near("us-ca-sf", PROTECTIONS))
    assert near("us-ca-alameda", PROTECTIONS) == near("us-ca", PROTECTIONS)
    assert near("us-nowhere", PROTECTIONS) == near("us", PROTECTIONS)


def test_a_number_or_a_misspelt_key_in_the_list_of_whom_to_call_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "handouts").mkdir()
    file = tmp_path / "handouts" / "here.toml"
    file.write_text('[us]\ncall = ["A lawyer, 555 0100"]\n\n[us-ca]\ncalls = ["A lawyer"]\n', encoding="utf-8")
    _, problems = load_whom_to_call(tmp_path)
    assert [str(problem) for problem in problems] == [
        "handouts/here.toml:1: 'A lawyer, 555 0100' holds a number. Leave numbers out: they are written by hand.",
        "handouts/here.toml:5: 'calls' is not a key known here. Mend its spelling or take it out.",
    ]
