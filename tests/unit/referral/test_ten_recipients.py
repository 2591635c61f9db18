"""Every reader in turn: what the page starts with, what it can say, and what makes it stay here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import ShareableView
from intake.referral.fields import CONTACT_LINE, NAME_TO_USE, REF, SAME_FOR_EVERYBODY
from intake.referral.frames import FrameUse, Typed
from intake.referral.inference_check import inspect_page
from intake.referral.page import Page
from intake.referral.sentences import fits, sentence
from tests.unit.referral.pages import (
    EVERY_ITEM,
    LANGUAGES,
    RECIPIENTS,
    TERMS,
    agreed_to,
    composed,
    content,
    dated,
    full_view,
    half_view,
    page_of,
    questions,
    rows,
    view,
    wording,
)

NOBODY = ShareableView()
TO_POLICE = ("police_special_victims", "police_oversight")


def all_of(page: Page) -> str:
    return " ".join(page.texts())


def test_ten_readers_are_shipped() -> None:
    assert set(content().recipients) == set(RECIPIENTS)
    assert len(RECIPIENTS) == 10


@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_every_field_that_a_reader_may_hear_can_be_said(recipient_id: str) -> None:
    fixed = {REF, NAME_TO_USE, CONTACT_LINE}
    sayable = {frame.field for frame in content().frames_for(recipient_id)}
    assert set(content().recipients[recipient_id].fields) - fixed <= sayable


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("recipient_id", RECIPIENTS)
def test_the_four_ways_of_not_answering_make_the_same_page(recipient_id: str, language: str) -> None:
    pages = {
        page_of(ShareableView(dict.fromkeys(full_view().answers, Answer(status))), recipient_id, language).texts()
        for status in AnswerStatus
        if status is not AnswerStatus.GIVEN
    }
    assert pages == {page_of(NOBODY, recipient_id, language).texts()}


# how well did you know them? -> the only words that are true of it
TRUE_WORDS = {
    "not_at_all": "a person the reporter had not met before",
    "met_before": "a person the reporter had met before",
    "knows_name": "a person the reporter knows by a first name",
    "partner_or_ex": "a person known to the reporter",
    "family": "a person known to the reporter",
    "boss_or_landlord": "a person known to the reporter",
    "officer": "a person the reporter understood to be an officer",
    "other": "a person",
}


@pytest.mark.parametrize("recipient_id", [one for one in RECIPIENTS if "how_known" in content().recipients[one].fields])
@pytest.mark.parametrize("option", [one.id for one in questions().question("other_person.known").options])
def test_the_words_for_the_other_person_are_true_of_every_answer(recipient_id: str, option: str) -> None:
    page = page_of(view(other_person__known=option), recipient_id)
    assert f"The report is about {TRUE_WORDS[option]}." in all_of(page)
    for value in content().slot_lists["relations"].values:
        listed = FrameUse("other_person.relation", {"relation": (value.id,)})
        done = composed(view(other_person__known=option), recipient_id, fact_list=(listed,))
        assert (done.page is not None) == (value.label == TRUE_WORDS[option])


def test_a_closer_tie_is_said_only_when_somebody_picks_it_and_it_is_true() -> None:
    partner = FrameUse("relation.tie", {"tie": ("partner",)})
    known = view(other_person__known="partner_or_ex")
    assert partner not in page_of(known).uses()
    assert partner in page_of(known, fact_list=(partner,)).uses()
    for said in (view(other_person__known="family"), view(other_person__known="not_at_all")):
        assert [one.check for one in composed(said, fact_list=(partner,)).refusals] == ["not_true"]


# --- the notice for everybody

DAY = "2025-05-08"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_says_nothing_of_the_person_who_reported(language: str) -> None:
    page = page_of(full_view(), "community_alert", language, report_number="230 123 456")
    assert [line.id for line in page.head] == ["for", "prepared_by", "permission_ends"]
    assert not any(word in all_of(page) for word in (TERMS.ref, TERMS.name_to_use, "230 123 456"))
    fields = {content().frames[use.frame_id].field for use in page.uses()}
    about_them = {"aggressor_description", "aggressor_identifiers"}
    told = {"role", "event_type", "date", "time", "place", "acts", "force"} | about_them
    assert fields <= told


def test_a_notice_is_marked_as_not_verified_and_names_a_week_and_no_day() -> None:
    page = page_of(dated(DAY), "community_alert")
    assert page.title == "Safety notice"
    assert rows(page)["reported"].startswith("Not verified.")
    assert page.closing.startswith("Not verified.")
    assert rows(page)["when_where"] == "It happened in the week of May 5, 2025."
    assert composed(NOBODY, "community_alert", fact_list=(FrameUse("when.day", {"day": (DAY,)}),)).held


def test_a_week_is_named_by_its_first_day() -> None:
    for iso, is_one in (("2025-05-05", True), (DAY, False), ("2025-05", False)):
        assert fits(FrameUse("when.week", {"week": (iso,)}), content()) is is_one
    assert "week" not in all_of(page_of(dated("2025-05"), "community_alert"))


# --- the person's own copy


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_persons_own_page_is_a_card_with_numbers_until_they_tick_a_fact(language: str) -> None:
    plain = content().recipients["reporter_copy"].from_the_start()
    assert plain == SAME_FOR_EVERYBODY
    cards = {
        page_of(seen, "reporter_copy", language, items=items, report_number="230 123 456").texts()
        for seen in (NOBODY, half_view(), full_view())
        for items in (plain, plain | {NAME_TO_USE}, frozenset({"household"}))
    }
    assert len(cards) == 1
    card = " ".join(cards.pop())
    assert all(number in card for number in ("911", "988", "211", TERMS.prepared_by))
    assert not any(word in card for word in (TERMS.ref, TERMS.name_to_use, "230 123 456", "2025"))


def test_the_fuller_copy_says_only_what_was_ticked_and_where_to_keep_it() -> None:
    page = page_of(full_view(), "reporter_copy", items=frozenset({"acts"}))
    assert {content().frames[use.frame_id].field for use in page.uses()} == {"acts"}
    assert "Keep it where nobody looks" in all_of(page)
    assert "safe place" in content().recipients["reporter_copy"].prompt


# --- shelter, legal help, police


def test_a_shelter_hears_no_event_and_no_day_and_is_asked_to_confirm_nothing() -> None:
    page = page_of(full_view(), "shelter")
    fields = {content().frames[use.frame_id].field for use in page.uses()}
    assert not fields & {"event_type", "date", "time", "place", "acts"}
    assert "Please do not confirm to anyone that this person is here." in all_of(page)


def test_legal_help_is_one_page_with_a_deadline_that_says_not_what_for() -> None:
    deadline = FrameUse("help.deadline", {"day": ("2025-06-01",)})
    page = page_of(NOBODY, "legal_help", fact_list=(deadline,))
    assert rows(page)["help"] == (
        "The reporter asks for a private talk with a lawyer about options after a crime. "
        "There is a deadline, so please call by June 1, 2025."
    )


def test_every_page_for_the_police_comes_with_the_same_reminder_of_a_lawyer() -> None:
    prompted = {one.id for one in content().recipients.values() if "lawyer" in one.prompt}
    assert prompted == set(TO_POLICE)


OFFICER = view(other_person__official="police")
MISSION = FrameUse("officer.unit", {"unit": ("mission_station",)})


@pytest.mark.parametrize(
    "seen",
    [OFFICER, view(other_person__known="officer"), view(happened__kinds=("officer",)), NOBODY],
    ids=["official", "known", "kind", "only in the list"],
)
@pytest.mark.parametrize("recipient_id", TO_POLICE)
def test_a_report_about_an_officer_never_goes_to_their_own_station(recipient_id: str, seen: ShareableView) -> None:
    own = composed(seen, recipient_id, fact_list=(MISSION,), goes_to="SFPD Mission Police Station, desk 2")
    assert own.page is None
    assert [one.check for one in own.refusals] == ["own_unit"]
    assert "Choose an office outside it" in own.refusals[0].what_to_do
    assert composed(seen, recipient_id, fact_list=(MISSION,), goes_to="Complaints office").page is not None


@pytest.mark.parametrize("recipient_id", TO_POLICE)
def test_a_station_is_a_doubt_while_nobody_noted_where_the_officer_serves(recipient_id: str) -> None:
    for place in ("Taraval Station", "the precinct on Vallejo"):
        assert [one.check for one in composed(OFFICER, recipient_id, goes_to=place).refusals] == ["own_unit"]
    assert composed(OFFICER, recipient_id, goes_to="").page is not None
    assert composed(view(other_person__official="no"), recipient_id, goes_to="Taraval Station").page is not None
    assert composed(OFFICER, recipient_id, fact_list=(MISSION,), goes_to="Taraval Station").page is not None


def test_the_unit_that_a_page_is_made_for_is_compared_too() -> None:
    special = FrameUse("officer.unit", {"unit": ("special_victims",)})
    assert [one.check for one in composed(OFFICER, TO_POLICE[0], fact_list=(special,)).refusals] == ["own_unit"]
    assert composed(OFFICER, TO_POLICE[1], fact_list=(special,)).page is not None
    assert composed(OFFICER, TO_POLICE[1], fact_list=(special,), goes_to="Special Victims Unit").page is None
    named = replace(
        OFFICER,
        answers={**OFFICER.answers, "other_person.name": Answer(AnswerStatus.GIVEN, Text("Mission Station, ZEBRA"))},
    )
    refused = composed(named, TO_POLICE[1], goes_to="Mission Station")
    assert [one.check for one in refused.refusals] == ["own_unit"]
    assert "ZEBRA" not in repr(refused) + refused.refusals[0].what_to_do


# --- numbers of a narrow shape

SHAPES = {
    Typed.PLATE: (("8ABC123", "AB 123", "7"), ("ABC", "8ABC1234567", "8abc123", "8A-", "he 12", "")),
    Typed.PHONE: (("(415) 555-0134", "+1 415 555 0134"), ("555", "call me", "415 555 O134", "")),
    Typed.BADGE: (("1234", "A 12"), ("12345678", "Officer 12", "12a", "")),
}
SLOTS = {
    Typed.PLATE: ("car.plate", "plate"),
    Typed.PHONE: ("online.number", "number"),
    Typed.BADGE: ("officer.badge", "badge"),
}


@pytest.mark.parametrize("kind", [kind for kind in Typed if not kind.is_words])
def test_a_number_has_its_shape_or_does_not_leave(kind: Typed) -> None:
    frame, slot = SLOTS[kind]
    right, wrong = SHAPES[kind]
    for text in right:
        use = FrameUse(frame, {slot: (text,)})
        page = page_of(
            NOBODY, "police_oversight" if kind is Typed.BADGE else "police_special_victims", fact_list=(use,)
        )
        assert text in all_of(page)
        recipient = content().recipients[page.recipient_id]
        assert inspect_page(page, recipient, TERMS, content(), wording("en"), agreed_to((use,))).refusals == ()
        assert text not in repr(use)
    for text in wrong:
        assert not fits(FrameUse(frame, {slot: (text,)}), content())


def test_no_answer_ever_puts_a_typed_number_on_a_page() -> None:
    typed = {frame.id for frame in content().frames.values() if any(slot.typed for slot in frame.slots.values())}
    assert typed
    for recipient_id in RECIPIENTS:
        assert not typed & {use.frame_id for use in page_of(full_view(), recipient_id, items=EVERY_ITEM).uses()}


def test_a_plate_that_spells_a_harmful_word_is_stopped() -> None:
    use = FrameUse("car.plate", {"plate": ("SPA 1",)})
    page = page_of(NOBODY, "police_special_victims", fact_list=(use,))
    assert sentence(use, content(), wording("en")) in all_of(page)
    recipient = content().recipients["police_special_victims"]
    refused = inspect_page(page, recipient, TERMS, content(), wording("en"), agreed_to((use,))).refusals
    assert [one.check for one in refused] == ["never_word"]


def test_a_page_never_says_both_that_a_report_was_made_and_that_none_was() -> None:
    both = all_of(page_of(view(reported__yet=("no", "police"))))
    assert "A report has already been made to the police." in both
    assert "No report had been made" not in both
    assert "No report had been made" in all_of(page_of(view(reported__yet=("no",))))
