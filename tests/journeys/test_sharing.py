"""What may leave, what left, and how it ends: on the real core, with an invented person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake.actions.cases.cases import list_cases
from intake.actions.compelled.answer_order import NotYet, OrderAnswered, answer_order, order_items, ordered_text
from intake.actions.compelled.legal_requests import legal_requests, note_request, note_told
from intake.actions.erasing.erase_narrative import erase_narrative
from intake.actions.erasing.legal_hold import release_hold, set_hold
from intake.actions.erasing.what_cannot_be_reached import what_cannot_be_reached
from intake.actions.interview.record_answer import Recorded, record_answer
from intake.actions.ledger.own_page import own_page_text, save_own_page
from intake.actions.ledger.who_has_what import who_has_what
from intake.actions.referral.choose_lines import keep_lines, lines_of_page
from intake.actions.referral.half_form import HalfForm, keep_form, kept_form
from intake.actions.referral.own_words import allow_own_words
from intake.actions.referral.save_summary import Refused, Saved, save_summary
from intake.actions.referral.sign_release import NotSigned, event_has_happened, revoke_release, sign_release
from intake.actions.session import OpenVault
from intake.actions.vault.practise import open_practice
from intake.answers.model import Answer, AnswerStatus, Text
from intake.cases.model import CasePart
from intake.content import Content
from intake.errors import Defect, Mishap
from intake.export.pdf_pages import page_texts
from intake.referral.frames import FrameUse, OwnWords
from intake.releases.legal_request import BroughtBy, RequestKind
from intake.releases.model import CopyChoice
from tests.journeys.sharing_people import HOSPITAL, TODAY, form_for, moment, seen_page, sign
from tests.shipped import shipped_content


@pytest.fixture
def desk(content: Content) -> OpenVault:
    return open_practice(content, moment(TODAY))


@pytest.fixture
def case_id(desk: OpenVault) -> str:
    return list_cases(desk)[0].id


def reasons(outcome: object) -> str:
    assert isinstance(outcome, Refused | NotSigned | NotYet), outcome
    return " ".join(outcome.reasons)


def test_nothing_leaves_after_the_event_in_the_permission_has_come(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    release = sign(desk, case_id, HOSPITAL, event="the exam")
    assert isinstance(save_summary(desk, case_id, release.id, tmp_path), Saved)
    assert event_has_happened(desk, case_id, release.id).state == "over"
    assert "ended with the event" in reasons(save_summary(desk, case_id, release.id, tmp_path))
    assert event_has_happened(desk, case_id, release.id).state == "over"  # twice changes nothing
    assert [entry.action for entry in desk.store.log_entries()].count("release_ended") == 1


def test_a_permission_without_an_event_has_none_that_could_come(desk: OpenVault, case_id: str) -> None:
    with pytest.raises(Defect):
        event_has_happened(desk, case_id, sign(desk, case_id, HOSPITAL).id)


def test_an_ended_permission_does_not_come_to_life_when_the_clock_is_set_back(
    desk: OpenVault, case_id: str, tmp_path: Path
) -> None:
    release = sign(desk, case_id, HOSPITAL)
    desk.clock = moment(TODAY + timedelta(days=16))
    assert "has ended" in reasons(save_summary(desk, case_id, release.id, tmp_path))
    desk.store.put_hold(case_id, desk.clock.today())  # something is noted on the later day
    desk.clock = moment(TODAY + timedelta(days=3))
    assert "Set its day right first" in reasons(save_summary(desk, case_id, release.id, tmp_path))
    page = seen_page(desk, case_id, "da_victim_services")
    assert "Set its day right first" in reasons(sign_release(desk, case_id, form_for(page)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"items": frozenset({"acts", "legal_name"})}, "never told"),
        ({"signer_role": "minor_self"}, "may not sign"),
        ({"signer_did_not_harm": False}, "caused harm"),
        ({"capacity_confirmed": False}, "decide freely"),
        ({"alternatives": ()}, "other ways"),
        ({"purpose": " "}, "what the page is for"),
        ({"page_hash": "0" * 64}, "page has changed"),
        ({"method": ""}, "how the page gets there"),
    ],
)
def test_a_form_that_is_not_whole_is_not_recorded_and_says_why(
    desk: OpenVault, case_id: str, change: dict[str, object], words: str
) -> None:
    form = form_for(seen_page(desk, case_id, HOSPITAL), "", **change)
    assert words in reasons(sign_release(desk, case_id, form))
    assert desk.store.releases(case_id) == ()


def test_every_release_holds_what_never_leaves_and_the_risk_that_was_read(desk: OpenVault, case_id: str) -> None:
    sign(desk, case_id, HOSPITAL)
    (release,) = desk.store.releases(case_id)
    assert release.items_never_released.startswith("What stays here, in every case")
    assert "call the police" in release.risks_words
    assert release.copy_choice is CopyChoice.CARD


def test_a_form_half_filled_in_is_kept_and_nothing_of_it_is_left_after_signing(desk: OpenVault, case_id: str) -> None:
    half = HalfForm(purpose="1", recipient_person="Dr. Zebra", ticked=("risks",), items=("acts",), days=7)
    keep_form(desk, case_id, HOSPITAL, half)
    assert kept_form(desk, case_id, HOSPITAL) == half
    assert kept_form(desk, case_id, "da_victim_services") is None
    assert desk.store.drafts(case_id) == {}  # it is no draft of an answer
    sign(desk, case_id, HOSPITAL)
    assert kept_form(desk, case_id, HOSPITAL) is None


def test_the_page_says_the_chosen_sentences_in_their_order_and_then_the_answers_again(
    desk: OpenVault, case_id: str
) -> None:
    before = seen_page(desk, case_id, HOSPITAL).text
    hit, neck = FrameUse("injuries.touched", {"parts": ("face",)}), FrameUse("injuries.pain", {"parts": ("neck",)})
    slots = {name: desk.content.referral.frames[name].slots for name in ("injuries.touched", "injuries.pain")}
    hit = replace(hit, slots={next(iter(slots["injuries.touched"])): ("face",)})
    neck = replace(neck, slots={next(iter(slots["injuries.pain"])): ("neck",)})
    kept = keep_lines(desk, case_id, HOSPITAL, (neck, hit, neck))
    assert [one.line for one in kept.lines] == [neck, hit]
    page = seen_page(desk, case_id, HOSPITAL).text
    assert page.index("pain in the neck") < page.index("reporter's face")
    assert "hoarse" not in page
    assert not keep_lines(desk, case_id, HOSPITAL, ()).is_proposed
    assert "pain in the neck" not in seen_page(desk, case_id, HOSPITAL).text
    assert keep_lines(desk, case_id, HOSPITAL, None).is_proposed
    assert seen_page(desk, case_id, HOSPITAL).text == before


def test_sentences_changed_after_signing_stop_the_page(desk: OpenVault, case_id: str, tmp_path: Path) -> None:
    release = sign(desk, case_id, HOSPITAL)
    lines = tuple(one.line for one in lines_of_page(desk, case_id, HOSPITAL).lines)
    keep_lines(desk, case_id, HOSPITAL, lines[1:])
    assert "has changed since it was signed" in reasons(save_summary(desk, case_id, release.id, tmp_path))
    keep_lines(desk, case_id, HOSPITAL, None)
    assert isinstance(save_summary(desk, case_id, release.id, tmp_path), Saved)


def test_own_words_are_off_until_allowed_and_then_held(desk: OpenVault, case_id: str) -> None:
    own = OwnWords("the zebra line")
    with pytest.raises(Defect):
        keep_lines(desk, case_id, HOSPITAL, (own,))
    allow_own_words(desk, True)
    with pytest.raises(Defect):
        keep_lines(desk, case_id, HOSPITAL, (OwnWords("x" * 161),))
    keep_lines(desk, case_id, HOSPITAL, (own,))
    page = seen_page(desk, case_id, HOSPITAL)
    assert "zebra" not in page.text
    assert [(str(one.because), one.line) for one in page.held] == [("own_words", own)]
    allow_own_words(desk, False)
    keep_lines(desk, case_id, HOSPITAL, (own,))  # one that stands there already may stay
    with pytest.raises(Defect):
        keep_lines(desk, case_id, HOSPITAL, (own, OwnWords("one more")))


def test_a_sentence_with_a_gap_from_no_list_is_not_kept(desk: OpenVault, case_id: str) -> None:
    for use in (FrameUse("injuries.pain", {}), FrameUse("no.such", {}), FrameUse("acts.hit", {"x": ("y",)})):
        with pytest.raises(Defect):
            keep_lines(desk, case_id, HOSPITAL, (use,))


def test_the_ledger_says_who_has_what_until_when_and_which_file(desk: OpenVault, case_id: str, tmp_path: Path) -> None:
    assert who_has_what(desk, case_id).is_empty
    release = sign(desk, case_id, HOSPITAL)
    saved = save_summary(desk, case_id, release.id, tmp_path)
    assert isinstance(saved, Saved)
    (shared,) = who_has_what(desk, case_id).shared
    assert shared.release.recipient_name == "Hospital exam team"
    assert shared.release.expires_on == TODAY + timedelta(days=15)
    assert [file.sha256 for file in shared.files] == [saved.sha256]
    assert "What the other person did" in shared.items
    revoke_release(desk, case_id, release.id, "spoken")
    assert who_has_what(desk, case_id).shared[0].release.state == "revoked"


@pytest.mark.parametrize(
    ("language", "until", "office"),
    [("en", "until December 6", "An office that you chose"), ("es", "hasta el 6 de diciembre", "Una oficina")],
)
def test_the_persons_own_page_names_no_report_and_an_office_only_when_they_want_it(
    desk: OpenVault, case_id: str, tmp_path: Path, language: str, until: str, office: str
) -> None:
    release = sign(desk, case_id, HOSPITAL)
    name = desk.content.wording(language).text(
        "recipient.hospital_safe.name", desk.content.referral.recipients[HOSPITAL].name
    )
    for named, shown, hidden in ((frozenset(), office, name), (frozenset({release.id}), name, office)):
        saved = save_own_page(desk, case_id, language, named, tmp_path)
        assert isinstance(saved, Saved)
        (text,) = page_texts((tmp_path / saved.file_name).read_bytes())
        flat = " ".join(text.split())
        assert until in flat
        assert shown in flat
        assert hidden not in flat
        assert desk.store.case(case_id).label not in flat
        assert saved.file_name.startswith("Summary-")
    assert "hospital" not in own_page_text(desk, case_id, language, frozenset()).casefold()


def keep_until(desk: OpenVault, case_id: str, day: str) -> None:
    for question_id, said in (("leaving.keep", "keep_until"), ("leaving.keep_until", day)):
        done = record_answer(desk, case_id, question_id, AnswerStatus.GIVEN, said)
        assert isinstance(done, Recorded), done


@pytest.mark.parametrize(
    ("language", "last_day"),
    [
        ("en", "It is kept here, locked, until January 15, 2027. Then this desk is asked to erase it."),
        ("es", "Se guarda aquí, con llave, hasta el 15 de enero de 2027."),
    ],
)
def test_the_last_day_of_a_report_stands_on_the_persons_own_page_if_there_is_one(
    desk: OpenVault, case_id: str, tmp_path: Path, language: str, last_day: str
) -> None:
    before = own_page_text(desk, case_id, language, frozenset())
    assert "2027" not in before
    keep_until(desk, case_id, "2027-01-15")
    saved = save_own_page(desk, case_id, language, frozenset(), tmp_path)
    assert isinstance(saved, Saved)
    (text,) = page_texts((tmp_path / saved.file_name).read_bytes())
    assert last_day in " ".join(text.split())
    set_hold(desk, case_id)
    assert own_page_text(desk, case_id, language, frozenset()) == before, "a report on hold stays beyond that day"
    release_hold(desk, case_id)
    record_answer(desk, case_id, "leaving.keep", AnswerStatus.GIVEN, "facts_only")
    assert own_page_text(desk, case_id, language, frozenset()) == before


@settings(max_examples=12, deadline=None)
@given(acts=st.lists(st.sampled_from(["sign", "back", "happened"]), max_size=14), is_kept_until=st.booleans())
@example(acts=["sign"] * 14, is_kept_until=False)
@example(acts=["sign"] * 14, is_kept_until=True)
def test_the_persons_page_is_one_sheet_whatever_was_signed_and_taken_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str], is_kept_until: bool
) -> None:
    # taken as a fixture, all of the content would be written out for each example
    desk = open_practice(shipped_content(), moment(TODAY))
    case_id = list_cases(desk)[0].id
    for act in acts:
        if act == "sign":
            sign(desk, case_id, HOSPITAL, event="the exam")
        elif releases := desk.store.releases(case_id):
            (revoke_release if act == "back" else _happened)(desk, case_id, releases[-1].release_id, "spoken")
    if is_kept_until:
        keep_until(desk, case_id, "2027-09-30")
    folder = tmp_path_factory.mktemp("own")
    for language in ("en", "es"):
        saved = save_own_page(desk, case_id, language, frozenset(), folder)
        assert isinstance(saved, Saved), saved


def _happened(desk: OpenVault, case_id: str, release_id: str, how: str) -> None:
    del how
    event_has_happened(desk, case_id, release_id)


def noted(desk: OpenVault, case_id: str) -> str:
    due = TODAY + timedelta(days=9)
    return note_request(desk, case_id, RequestKind.SUBPOENA, BroughtBy.OTHER_LAWYER, TODAY, due).request_id


def test_a_noted_request_puts_the_report_on_hold_and_outlives_the_words(desk: OpenVault, case_id: str) -> None:
    request_id = noted(desk, case_id)
    label = desk.store.case(case_id).label
    with pytest.raises(Mishap, match="legal_hold"):
        erase_narrative(desk, case_id, label)
    release_hold(desk, case_id)
    keep_form(desk, case_id, HOSPITAL, HalfForm(recipient_person="Dr. Zebra"))
    erase_narrative(desk, case_id, label)
    assert kept_form(desk, case_id, HOSPITAL) is None
    assert [one.request_id for one in legal_requests(desk, case_id)] == [request_id]


def test_days_that_cannot_be_right_are_not_noted(desk: OpenVault, case_id: str) -> None:
    ahead = TODAY + timedelta(days=1)
    with pytest.raises(Mishap, match="request_days"):
        note_request(desk, case_id, RequestKind.LETTER, BroughtBy.POLICE, ahead, ahead)
    request_id = noted(desk, case_id)
    with pytest.raises(Mishap, match="request_days"):
        note_told(desk, case_id, request_id, lawyer_on=ahead, person_on=None, lawyer_says_answer=False)
    assert legal_requests(desk, case_id)[0].lawyer_told_on is None


def test_nothing_goes_out_by_order_before_both_were_told(desk: OpenVault, case_id: str, tmp_path: Path) -> None:
    request_id = noted(desk, case_id)
    for lawyer, person, agrees in ((None, TODAY, True), (TODAY, None, True), (TODAY, TODAY, False)):
        note_told(desk, case_id, request_id, lawyer_on=lawyer, person_on=person, lawyer_says_answer=agrees)
        assert reasons(answer_order(desk, case_id, request_id, frozenset({"acts"}), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_an_order_gets_only_what_it_names_under_words_of_its_own(desk: OpenVault, case_id: str, tmp_path: Path) -> None:
    request_id = noted(desk, case_id)
    note_told(desk, case_id, request_id, lawyer_on=TODAY, person_on=TODAY, lawyer_says_answer=True)
    assert "never leaves" in reasons(answer_order(desk, case_id, request_id, frozenset({"legal_name"}), tmp_path))
    done = answer_order(desk, case_id, request_id, frozenset({"acts"}), tmp_path)
    assert isinstance(done, OrderAnswered)
    (text,) = page_texts((tmp_path / done.file_name).read_bytes())
    flat = " ".join(text.split())
    assert "As ordered" in flat
    assert "permission" not in flat.casefold()
    assert "pain in the neck" not in flat
    (request,) = who_has_what(desk, case_id).requests
    assert (request.answered_on, request.sha256) == (TODAY, done.request.sha256)
    assert "order_answered" in {entry.action for entry in desk.store.log_entries()}
    assert [one.recipient_name for one in what_cannot_be_reached(desk, case_id).pages] == ["A court order"]
    assert desk.store.releases(case_id) == ()


@pytest.mark.parametrize("number", range(4))
def test_every_case_and_every_choice_of_items_gives_one_page_for_the_court(desk: OpenVault, number: int) -> None:
    case_id = list_cases(desk)[number].id
    request_id = noted(desk, case_id)
    everything = [item.id for item in order_items(desk)]
    for items in (frozenset(), frozenset(everything), *(frozenset({one}) for one in everything)):
        text = ordered_text(desk, case_id, request_id, items)
        assert isinstance(text, str), text
        assert text.count("\n") >= 30


def test_nothing_walled_off_leaves_by_an_order_that_names_everything(desk: OpenVault, case_id: str) -> None:
    items = frozenset(item.id for item in order_items(desk))
    assert not items & {"legal_name", "contact_direct", "aggressor_identifiers"}
    walled_off = [one for one in desk.content.questions.questions if one.part is CasePart.WALLED_OFF]
    assert len(walled_off) > 20
    for one in walled_off:
        answer = Answer(AnswerStatus.GIVEN, Text("zebramark"))
        desk.store.put_answer(case_id, one.id, one.part, answer, "en", "f", desk.clock.now())
    text = ordered_text(desk, case_id, noted(desk, case_id), items)
    assert isinstance(text, str)
    assert "zebramark" not in text.casefold()
