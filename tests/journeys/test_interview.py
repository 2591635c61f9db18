"""The interview through its verbs: any order, nothing lost, nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases, start_case
from intake.actions.cases.resume import leave_case, resume_place
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.moves import go_back, go_on, go_to_question, go_to_section, open_interview
from intake.actions.interview.record_answer import NotRecorded, Recorded, clear_answer, record_answer
from intake.actions.protections.assess_case import assess_case
from intake.actions.protections.private_check import close_private_check
from intake.actions.session import OpenVault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.unlock_vault import unlock_vault
from intake.answers.model import AnswerStatus, Text
from intake.clock import FixedClock
from intake.content import Content
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.people import GATES

GIVEN, SKIPPED = AnswerStatus.GIVEN, AnswerStatus.SKIPPED


def opened(session: OpenVault) -> str:
    """A report in which the gates are passed."""
    case_id = start_case(session).id
    for question_id, said in GATES.items():
        record_answer(session, case_id, question_id, GIVEN, said)
    return case_id


def test_nothing_about_what_happened_is_asked_before_the_limits_are_told(session: OpenVault) -> None:
    case_id = start_case(session).id
    page = open_interview(session, case_id)
    states = {line.letter: line.state for line in page.sections}
    assert states["H"] == states["D"] == "locked"
    assert states["C"] == "untouched"
    assert go_to_section(session, case_id, "happened").question is None


def test_once_the_person_goes_on_every_section_is_open_in_any_order(session: OpenVault) -> None:
    case_id = opened(session)
    for section in ("danger", "happened", "when_where", "comfort"):
        page = go_to_section(session, case_id, section)
        assert page.question is not None
        assert page.question.section_id == section


@pytest.mark.parametrize("status", [one for one in AnswerStatus if one is not GIVEN])
def test_the_four_other_answers_are_kept_apart_and_feed_nothing(session: OpenVault, status: AnswerStatus) -> None:
    case_id = opened(session)
    before = assess_case(session, case_id)
    record_answer(session, case_id, "happened.kinds", status, None)
    page = go_to_question(session, case_id, "happened.kinds")
    assert page.question is not None
    assert page.question.answer is not None
    assert page.question.answer.status is status
    assert assess_case(session, case_id) == before


def test_words_that_are_no_answer_change_nothing_and_are_answered_gently(session: OpenVault) -> None:
    case_id = opened(session)
    record_answer(session, case_id, "when_where.day", GIVEN, "2026-11-02")
    for wrong in ("2026-02-31", "2027-01-01", "the other day"):
        answer = record_answer(session, case_id, "when_where.day", GIVEN, wrong)
        assert isinstance(answer, NotRecorded)
        assert wrong not in answer.message
    page = go_to_question(session, case_id, "when_where.day")
    assert page.question is not None
    assert page.question.answer is not None
    assert getattr(page.question.answer.value, "iso", None) == "2026-11-02"


def test_going_back_and_on_meets_the_same_questions(session: OpenVault) -> None:
    case_id = opened(session)
    first = go_to_section(session, case_id, "happened").question
    assert first is not None
    second = go_on(session, case_id, first.id).question
    assert second is not None
    back = go_back(session, case_id, second.id).question
    assert back is not None
    assert back.id == first.id


def test_an_answer_whose_question_is_no_longer_asked_stays_and_feeds_nothing(session: OpenVault) -> None:
    case_id = opened(session)
    record_answer(session, case_id, "happened.kinds", GIVEN, ("robbed",))
    record_answer(session, case_id, "happened.how_taken", GIVEN, "force")
    with_robbery = assess_case(session, case_id)
    record_answer(session, case_id, "happened.kinds", GIVEN, ("hit",))
    assert "happened.how_taken" not in session.answers(session.store.case(case_id))
    assert assess_case(session, case_id) != with_robbery
    record_answer(session, case_id, "happened.kinds", GIVEN, ("robbed",))
    assert assess_case(session, case_id) == with_robbery


def test_an_answer_can_be_taken_back(session: OpenVault) -> None:
    case_id = opened(session)
    record_answer(session, case_id, "comfort.name", GIVEN, "Lena")
    clear_answer(session, case_id, "comfort.name")
    page = go_to_question(session, case_id, "comfort.name")
    assert page.question is not None
    assert page.question.answer is None


def test_the_private_check_settles_cards_and_is_gone_when_it_closes(session: OpenVault) -> None:
    case_id = opened(session)
    before = assess_case(session, case_id)
    told: dict[str, str | tuple[str, ...]] = {
        "private.trade": "read",
        "private.trade_part": ("selling",),
        "private.charged": "no",
    }
    for question_id, said in told.items():
        assert isinstance(record_answer(session, case_id, question_id, GIVEN, said), Recorded)
    assert assess_case(session, case_id) != before
    assert "private.trade" not in session.store.case(case_id).all_answers()
    close_private_check(session, case_id)
    assert assess_case(session, case_id) == before


def test_a_half_typed_private_word_is_never_stored(session: OpenVault) -> None:
    case_id = opened(session)
    keep_draft(session, case_id, "comfort.words", "what I call it")
    assert session.store.drafts(case_id) == {}
    page = go_to_question(session, case_id, "comfort.words")
    assert page.question is not None
    assert page.question.draft == "what I call it"


def test_ten_megabytes_are_not_taken_and_nothing_is_lost(session: OpenVault) -> None:
    case_id = opened(session)
    record_answer(session, case_id, "wishes.not_wanted", GIVEN, "Nobody at home should hear of it.")
    assert isinstance(record_answer(session, case_id, "wishes.not_wanted", GIVEN, "x" * 10_000_000), NotRecorded)
    page = go_to_question(session, case_id, "wishes.not_wanted")
    assert page.question is not None
    assert page.question.answer is not None
    assert page.question.answer.value == Text("Nobody at home should hear of it.")


def test_control_characters_go_and_every_script_stays(session: OpenVault) -> None:
    case_id = opened(session)
    said = "\x00שלום\x07 عليكم e\u0301 ไทย\n第二行"  # noqa: RUF001 - the very letters to keep
    record_answer(session, case_id, "wishes.not_wanted", GIVEN, said)
    kept = session.store.case(case_id).all_answers()["wishes.not_wanted"].value
    assert kept == Text("שלום عليكم é ไทย\n第二行")


def test_locking_in_mid_sentence_comes_back_to_the_same_word(
    vault_folder: Path, content: Content, clock: FixedClock
) -> None:
    session = unlock_vault(vault_folder, bytearray(PASSPHRASE.encode()), content, clock)
    case_id = opened(session)
    go_to_question(session, case_id, "wishes.not_wanted")
    keep_draft(session, case_id, "wishes.not_wanted", "I do not want my sis")
    record_answer(session, case_id, "private.trade", GIVEN, "read")
    lock_vault(session)
    again = unlock_vault(vault_folder, bytearray(PASSPHRASE.encode()), content, clock)
    place = resume_place(again)
    assert place is not None
    assert (place.case_id, place.question_id) == (case_id, "wishes.not_wanted")
    page = open_interview(again, case_id)
    assert page.question is not None
    assert page.question.draft == "I do not want my sis"
    assert "private.trade" not in again.answers(again.store.case(case_id))
    leave_case(again)
    assert resume_place(again) is None
    assert [line.id for line in list_cases(again)] == [case_id]
    lock_vault(again)


def test_a_question_that_is_wholly_skipped_ends_the_interview(session: OpenVault) -> None:
    case_id = opened(session)
    page = go_to_section(session, case_id, "comfort")
    while page.question is not None:
        record_answer(session, case_id, page.question.id, SKIPPED, None)
        page = go_on(session, case_id, page.question.id)
    assert page.is_last
    assert not [line for line in page.sections if line.state == "locked"]
    assert go_back(session, case_id, "").question is not None
