"""The shipped instruments: no faults, every example as told, and words that anybody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from intake.conditions.model import SomeRecord
from intake.protections.data_files.condition_checks import leaves
from intake.protections.examples import surprises
from intake.protections.load import load_protections
from intake.protections.messages import messages
from intake.protections.model import Example, Instrument, Verification
from tests.content.reading_grade import reading_grade

PROTECTIONS, PROBLEMS = load_protections()
EXAMPLES = [(instrument, example) for instrument in PROTECTIONS.instruments for example in instrument.examples]
TOP_GRADE = 7.0
READ_TO_PEOPLE = ("reason.", "limit.", "rule.", "protections.", "fact.")
FOR_THE_DESK = re.compile(r"\.(plain_words|what_to_say\.\d|before_you_rely\.\d)$")


def spoken() -> Iterator[tuple[str, str]]:
    for message_id, english in messages(PROTECTIONS):
        if message_id.startswith(READ_TO_PEOPLE) or FOR_THE_DESK.search(message_id):
            yield message_id, english


def test_the_shipped_files_have_no_faults() -> None:
    assert [str(problem) for problem in PROBLEMS] == []


@pytest.mark.parametrize(
    ("instrument", "example"), EXAMPLES, ids=[f"{one.id}: {example.name}" for one, example in EXAMPLES]
)
def test_every_example_comes_out_as_told(instrument: Instrument, example: Example) -> None:
    assert surprises(instrument, example) == ()


def test_what_people_hear_asks_for_no_more_than_seven_years_of_school() -> None:
    assert [message_id for message_id, english in spoken() if reading_grade(english) > TOP_GRADE] == []


def test_no_sentence_blames_alarms_or_labels() -> None:
    never = re.compile(r"!|\b(refused to|why did you|prostitutes?|whore|addict|illegal alien|alleged)\b", re.IGNORECASE)
    assert [message_id for message_id, english in messages(PROTECTIONS) if never.search(english)] == []


@pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)
def test_every_instrument_says_where_it_is_written_and_how_that_was_checked(instrument: Instrument) -> None:
    assert instrument.source.citation
    assert instrument.source.locator
    assert instrument.currency.how
    assert instrument.source.read_on <= instrument.currency.checked_on


@pytest.mark.parametrize(
    "instrument",
    [one for one in PROTECTIONS.instruments if one.verification is not Verification.TEXT_READ],
    ids=lambda one: one.id,
)
def test_what_nobody_has_read_is_told_as_reported(instrument: Instrument) -> None:
    assert "report" in instrument.plain_words or "told it" in instrument.plain_words
    for rule in instrument.promises:
        assert rule.effect.startswith("As reported")
    told = [limit.tag for limit in instrument.limits if limit.when is None]
    assert "text_unverified" in told


def test_nothing_of_the_police_bulletin_is_numbered() -> None:
    bulletin = PROTECTIONS.instrument("us-ca-sf-pd-2017")
    words = " ".join(text for _, text in messages(PROTECTIONS) if "bulletin" in text.lower())
    assert not re.search(r"bulletin\s+(no|number|#)?\.?\s*\d\d", words.lower().replace("bulletin, 17", ""))
    assert not re.search(r"\b\d\d-\d{3}\b", bulletin.source.citation + bulletin.source.locator + words)


def test_both_san_francisco_promises_carry_the_reminder_to_ask_if_they_still_hold() -> None:
    for instrument_id in ("us-ca-sf-da-safety", "us-ca-sf-pd-2017"):
        always = {limit.tag for limit in PROTECTIONS.instrument(instrument_id).limits if limit.when is None}
        assert "currency" in always
        assert PROTECTIONS.instrument(instrument_id).confirm_first


def test_the_list_of_the_district_attorney_is_not_widened() -> None:
    named = {"us-ca-pc-647a", "us-ca-pc-647b", "us-ca-pc-372", "us-ca-pc-653.22"}
    drugs = {"us-ca-drug-possession", "us-ca-drug-sale", "drug-possession", "drug-sale"}
    covered: dict[str, set[str]] = {}
    for rule in PROTECTIONS.instrument("us-ca-sf-da-safety").promises:
        covered[rule.id] = {
            offence
            for leaf in (leaves(rule.applies_when) if rule.applies_when else ())
            for offence in getattr(leaf, "fields", {}).get("offence", ())
        }
    assert covered["B"] == named | drugs
    assert covered["D"] == named


def test_every_message_has_one_meaning() -> None:
    by_id: dict[str, set[str]] = {}
    for message_id, english in messages(PROTECTIONS):
        by_id.setdefault(message_id, set()).add(english)
    several = {message_id for message_id, texts in by_id.items() if len(texts) > 1}
    assert all(message_id == "source" or message_id.startswith("reason.") for message_id in several)


def test_all_limits_of_the_canon_have_their_words() -> None:
    assert len(PROTECTIONS.limits) == 34
    for words in PROTECTIONS.limits.values():
        assert len(words.short) <= 36
        assert words.sentence.endswith((".", "?"))


@pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)
def test_every_instrument_is_due_for_review_within_half_a_year(instrument: Instrument) -> None:
    days = (instrument.review.due_on - instrument.review.on).days
    assert 0 < days <= (92 if instrument.jurisdiction == "us-ca-sf" else 184)
    assert instrument.currency.checked_on <= instrument.review.on


@pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)
def test_what_may_be_said_promises_no_more_than_a_finding(instrument: Instrument) -> None:
    said = " ".join(instrument.what_to_say).lower()
    assert not re.search(r"\b(safe|guarantee\w*|always|no matter|cannot happen|nothing can)\b", said)
    assert re.search(r"\b(not|only|cannot|no|still|alone|ask)\b", said)
    if instrument.verification is not Verification.TEXT_READ:
        assert re.search(r"\b(report|told|heard|not read|not seen)\b", said)


@pytest.mark.parametrize("instrument", PROTECTIONS.instruments, ids=lambda one: one.id)
def test_every_offence_that_a_promise_names_stands_in_the_list_of_its_instrument(instrument: Instrument) -> None:
    conditions = [rule.applies_when for rule in instrument.promises if rule.applies_when]
    named = {
        offence
        for condition in conditions
        for leaf in leaves(condition)
        if isinstance(leaf, SomeRecord)
        for offence in leaf.fields.get("offence", ())
    }
    assert set(instrument.offences_reached) >= {offence for offence in named if offence.startswith("us-")}
