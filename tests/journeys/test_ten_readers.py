"""At the desk: the reminder before the police, the person's own copy, and an officer's own station."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.actions.cases.cases import start_case
from intake.actions.interview.record_answer import record_answer
from intake.actions.referral.preview import preview_page
from intake.actions.referral.recipients import list_recipients
from intake.actions.referral.sign_release import NotSigned, ReleaseLine, sign_release
from intake.actions.session import OpenVault
from intake.answers.model import AnswerStatus
from intake.referral.fields import RECIPIENT_IDS
from tests.journeys.people import LENA
from tests.journeys.taking_down import take_down
from tests.journeys.test_six_people import form


def test_the_ten_places_stand_in_the_order_of_the_matrix(session: OpenVault) -> None:
    assert tuple(line.id for line in list_recipients(session)) == RECIPIENT_IDS


def test_only_the_page_that_the_person_reads_begins_in_the_language_of_the_talk(session: OpenVault) -> None:
    session.language = "es"
    begins = {line.id: line.page_language for line in list_recipients(session)}
    assert begins == dict.fromkeys(RECIPIENT_IDS, "en") | {"reporter_copy": "es"}


@pytest.mark.parametrize("recipient_id", ["police_special_victims", "police_oversight"])
def test_the_reminder_of_a_lawyer_comes_with_every_page_for_the_police(session: OpenVault, recipient_id: str) -> None:
    reminders = set()
    for case_id in (start_case(session).id, take_down(session, LENA)):
        shown = preview_page(session, case_id, recipient_id, None, "code", 15, "en")
        reminders.add(shown.warnings[0])
        other = preview_page(session, case_id, "da_victim_services", None, "code", 15, "en")
        assert not reminders & set(other.warnings)
    assert len(reminders) == 1
    assert "lawyer" in reminders.pop()


def test_the_own_copy_starts_as_a_card_and_grows_by_what_is_ticked(session: OpenVault) -> None:
    case_id = take_down(session, LENA)
    card = preview_page(session, case_id, "reporter_copy", None, "code", 15, "en")
    assert "988" in card.text
    assert "The person" not in card.text
    assert {row.field_ids for row in card.rows if row.is_on} == {("contact_line",)}
    assert all(row.is_empty for row in card.rows)
    assert "acts" in {name for row in card.rows for name in row.field_ids if row.needs_tick}
    assert "safe place" in card.warnings[0]
    fuller = preview_page(session, case_id, "reporter_copy", frozenset({"acts"}), "code", 15, "en")
    assert "The person took" in fuller.text
    assert "988" not in fuller.text


def test_a_page_about_an_officer_is_not_signed_for_a_desk_at_a_station(session: OpenVault) -> None:
    case_id = take_down(session, LENA)
    record_answer(session, case_id, "other_person.official", AnswerStatus.GIVEN, "police")
    shown = preview_page(session, case_id, "police_oversight", None, "code", 15, "en")
    asked = form(shown, LENA, recipient_id="police_oversight", name_choice="code")
    at_a_station = sign_release(session, case_id, replace(asked, recipient_person="Desk at Mission Station"))
    assert isinstance(at_a_station, NotSigned)
    assert "Choose an office outside it" in at_a_station.reasons[0]
    elsewhere = replace(asked, recipient_person="Complaints desk")
    assert isinstance(sign_release(session, case_id, elsewhere), ReleaseLine)
