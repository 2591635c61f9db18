"""What is done at the desk besides the interview: a vault made, practice, the office, the words of a permission."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.actions.cases.cases import list_cases
from intake.actions.interview.keep_draft import keep_draft
from intake.actions.interview.moves import go_back, go_to_question, open_interview
from intake.actions.protections.assess_case import assess_case
from intake.actions.referral.preview import preview_page
from intake.actions.referral.recipients import list_recipients
from intake.actions.referral.release_words import release_words
from intake.actions.referral.sign_release import (
    DrawnSignature,
    NotSigned,
    ReleaseLine,
    find_release,
    list_releases,
    revoke_release,
    sign_release,
)
from intake.actions.session import OpenVault
from intake.actions.vault.create_vault import create_vault
from intake.actions.vault.lock_vault import lock_vault
from intake.actions.vault.office import Office, read_office, save_office
from intake.actions.vault.passphrases import passphrase_strength, suggest_passphrase
from intake.actions.vault.practise import open_practice
from intake.actions.vault.unlock_vault import unlock_vault, vault_exists
from intake.clock import FixedClock, MachineClock
from intake.content import Content
from intake.errors import Defect, Mishap
from intake.vault.keys import KdfCost
from intake.vault.memory_vault import create_memory_vault
from tests.journeys.conftest import PASSPHRASE
from tests.journeys.people import LENA, MAI
from tests.journeys.taking_down import take_down
from tests.journeys.test_six_people import form, look


def test_a_vault_is_made_closed_and_opened_again(
    tmp_path: Path, content: Content, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.vault.vault_folder.DEFAULT_COST", KdfCost(64, 1, 1))
    folder = tmp_path / "vault"
    assert not vault_exists(folder)
    lock_vault(create_vault(folder, bytearray(PASSPHRASE.encode()), content, clock))
    assert vault_exists(folder)
    lock_vault(unlock_vault(folder, bytearray(PASSPHRASE.encode()), content, clock))


def test_a_passphrase_that_can_be_guessed_makes_no_vault(tmp_path: Path, content: Content, clock: FixedClock) -> None:
    with pytest.raises(Mishap) as caught:
        create_vault(tmp_path / "vault", bytearray(b"correct horse"), content, clock)
    assert caught.value.code == "weak_passphrase"
    assert caught.value.what_happened == "This passphrase could be guessed."
    assert list(tmp_path.iterdir()) == []


def test_a_suggested_passphrase_is_strong_enough_and_never_the_same() -> None:
    first, second = suggest_passphrase(), suggest_passphrase()
    assert first != second
    assert passphrase_strength(first).good_enough
    assert passphrase_strength("password1").words == "Not strong enough yet"


def test_practice_opens_four_reports_of_different_kinds(content: Content) -> None:
    session = open_practice(content, MachineClock())
    assert session.is_practice
    assert repr(session) == "OpenVault()"
    cases = list_cases(session)
    kinds = {str(session.store.case(line.id).all_answers()["happened.kinds"]) for line in cases}
    panels = {assess_case(session, line.id) for line in cases}
    assert len(cases) == len(panels) == 4
    assert kinds
    for line in cases:
        page = open_interview(session, line.id)
        assert page.question is not None
        assert page.question.answer is not None
        assert len(list_recipients(session)) >= 2
        for recipient in list_recipients(session):
            preview = preview_page(session, line.id, recipient.id, None, "name", 15, "en")
            assert preview.image_rgb
            assert preview.problems == ()
    lock_vault(session)


def test_the_invented_reports_have_the_same_labels_in_the_same_order_each_time(content: Content) -> None:
    orders = set()
    for _ in range(3):
        session = open_practice(content, MachineClock())
        orders.add(tuple(line.label for line in list_cases(session)))
        lock_vault(session)
    assert orders == {("B-14", "F-26", "M-35", "R-58")}


def test_one_of_the_invented_reports_tells_of_two_things_and_two_people(content: Content) -> None:
    session = open_practice(content, MachineClock())
    line = next(one for one in list_cases(session) if one.label == "M-35")
    case = session.store.case(line.id)
    told_of = session.told_of(case)
    assert [(pair.incident, pair.person) for pair in told_of.pairs()] == [(1, 1), (2, 1), (2, 2)]
    assert case.all_answers()["happened.kinds"] != case.all_answers()["happened.kinds@2"]
    assert case.all_answers()["other_person.known"] != case.all_answers()["other_person.known@2"]
    page = open_interview(session, line.id)
    assert page.question is not None
    assert page.question.id == "happened.threats@2"
    assert page.about is not None
    assert [one.words for one in page.about.several] == ["At the hotel", "By the store"]
    person = go_to_question(session, line.id, "other_person.known@2").about
    assert person is not None
    assert [one.words for one in person.several] == ["The first person", "The driver"]
    second = assess_case(session, line.id)
    go_to_question(session, line.id, "happened.kinds")
    first = assess_case(session, line.id)
    assert (first.about, second.about) == ("At the hotel", "By the store")
    lock_vault(session)


def test_without_a_name_of_the_office_there_is_no_page_yet(content: Content, clock: FixedClock) -> None:
    session = OpenVault(create_memory_vault(), content, clock)
    case = take_down(session, LENA)
    assert preview_page(session, case, LENA.recipient, None, "code", 15, "en").programme_missing
    with pytest.raises(Mishap) as caught:
        save_office(session, Office("Escort Outreach", "415 555 0134"))
    assert caught.value.code == "office_name"
    assert read_office(session) == Office()
    save_office(session, Office("  Harbor   Program ", "415 555 0134"))
    assert read_office(session).prepared_by == "Harbor Program, 415 555 0134"
    assert not preview_page(session, case, LENA.recipient, None, "code", 15, "en").programme_missing
    lock_vault(session)


def test_a_name_that_says_too_much_makes_no_page_and_says_what_to_do(session: OpenVault) -> None:
    from intake.actions.interview.record_answer import record_answer
    from intake.answers.model import AnswerStatus

    case = take_down(session, LENA)
    record_answer(session, case, "comfort.name", AnswerStatus.GIVEN, "Lena who works on Capp Street")
    preview = preview_page(session, case, LENA.recipient, None, "name", 15, "en")
    assert preview.image_rgb == b""
    assert "Use the name alone" in preview.problems[0]
    refused = sign_release(session, case, form(preview, LENA))
    assert isinstance(refused, NotSigned)
    assert "Use the name alone" in refused.reasons[0]


def test_the_words_of_a_permission_are_all_there(session: OpenVault) -> None:
    words = release_words(session, "hospital_safe")
    assert words.final_question.endswith("?")
    assert len(words.method_choices) == 4
    assert {choice.id for choice in words.signer_choices} >= {"self", "minor_self"}
    assert all((words.never_released, words.redisclosure, words.not_required, words.right_to_revoke, words.risk))


def test_a_drawn_signature_signs_and_a_revoked_one_stays_revoked(session: OpenVault) -> None:
    case = take_down(session, MAI)
    preview = look(session, case, MAI)
    done = sign_release(session, case, form(preview, MAI, signature=DrawnSignature((((1, 1), (9, 9)),))))
    assert isinstance(done, ReleaseLine)
    assert done.state == "valid"
    first = revoke_release(session, case, done.id, "spoken")
    again = revoke_release(session, case, done.id, "written")
    assert first == again
    assert [line.state for line in list_releases(session, case)] == ["revoked"]
    with pytest.raises(Defect):
        find_release(session, case, "no such release")
    with pytest.raises(Defect):
        sign_release(session, case, form(preview, MAI, days=400))


def test_drafts_come_and_go_and_the_first_question_stays_the_first(session: OpenVault) -> None:
    case = take_down(session, LENA)
    keep_draft(session, case, "comfort.words", "half")
    keep_draft(session, case, "comfort.words", "")
    page = go_to_question(session, case, "comfort.words")
    assert page.question is not None
    assert page.question.draft is None
    first = open_interview(session, case)
    while first.has_back and first.question is not None:
        first = go_back(session, case, first.question.id)
    assert first.question is not None
    assert go_back(session, case, first.question.id).question == first.question
    hidden = go_to_question(session, case, "happened.filmed")
    assert hidden.question is not None
    assert hidden.question.section_id == "happened"
