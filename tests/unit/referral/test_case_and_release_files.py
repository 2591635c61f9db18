"""CASE.json and RELEASE.json: lenient where it harms nobody, and nothing walled off gets past the door."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import msgspec
import pytest

from intake.answers.model import Answer, AnswerStatus, Choice, Choices
from intake.cases.model import CasePart
from intake.clock import FixedClock
from intake.errors import Mishap
from intake.questions import kinds
from intake.referral.case_file import CaseFile, read_case
from intake.referral.documents import SCHEMA_FILES, CaseDocument, ReleaseDocument, schema_text
from intake.referral.frames import FrameUse, OwnWords
from intake.referral.release_file import read_release
from intake.releases.model import Method, Release, SignerRole
from intake.resource_files import resources_folder
from tests.unit.referral.pages import content, questions

CLOCK = FixedClock(datetime(2025, 5, 6, tzinfo=UTC))


def read(document: object) -> CaseFile:
    return read_case(document, questions(), kinds.discover(), CLOCK)


def answers(**given: object) -> dict[str, object]:
    return {"answers": {name.replace("__", "."): {"status": "given", "value": value} for name, value in given.items()}}


def test_answers_are_read_by_the_kind_of_their_question() -> None:
    case = read(answers(happened__taken=["keys", "phone"], limits__adult="yes", reported__number=" 230 123 456 "))
    shareable = case.case.answers[CasePart.SHAREABLE]
    assert shareable["happened.taken"].value == Choices(("phone", "keys"))
    assert shareable["limits.adult"].value == Choice("yes")
    assert case.report_number() == "230 123 456"


def test_walled_off_and_unknown_answers_are_gone_before_anything_looks_at_them() -> None:
    walled = [one.id for one in questions().questions if one.part is CasePart.WALLED_OFF]
    document = {"answers": {**{name: ["ZEBRA", 3] for name in walled}, "no.such": "ZEBRA"}, "more": "ZEBRA"}
    case = read(document)
    assert set(case.case.answers) == {CasePart.SHAREABLE, CasePart.IDENTIFYING}
    assert case.case.all_answers() == {}
    assert "ZEBRA" not in repr(case)


@pytest.mark.parametrize("status", ["declined", "not_known", "skipped", "later"])
def test_the_four_other_answers_have_no_value_even_if_the_file_gives_one(status: str) -> None:
    case = read({"answers": {"limits.adult": {"status": status, "value": "yes"}}})
    assert case.case.answers[CasePart.SHAREABLE]["limits.adult"] == Answer(AnswerStatus(status))


def test_an_evidence_list_counts_as_ticked_and_only_its_kinds_are_read() -> None:
    case = read({**answers(evidence__kinds=["clothes"]), "evidence": [{"kind": "video", "where": "ZEBRA"}]})
    assert case.case.answers[CasePart.SHAREABLE]["evidence.kinds"].value == Choices(("clothes", "video"))
    assert read({"evidence": [{"kind": "ZEBRA"}]}).case.all_answers() == {}


def test_a_list_of_facts_keeps_frames_and_own_words_apart() -> None:
    case = read({"fact_list": [{"frame": "acts.moved", "slots": {"way": "by_car"}}, "my own words"]})
    assert case.fact_list == (FrameUse("acts.moved", {"way": ("by_car",)}), OwnWords("my own words"))
    assert read({"fact_list": []}).fact_list is None
    assert read({}).fact_list is None


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (["ZEBRA"], "the whole file"),
        ({"answers": ["ZEBRA"]}, "answers"),
        ({"answers": {"limits.adult": "ZEBRA"}}, "limits.adult"),
        ({"answers": {"limits.adult": {"status": "ZEBRA"}}}, "limits.adult"),
        (answers(limits__adult="ZEBRA"), "limits.adult"),
        (answers(happened__taken="ZEBRA"), "happened.taken"),
        (answers(when_where__day="ZEBRA"), "when_where.day"),
        ({"fact_list": [{"slots": "ZEBRA"}]}, "fact_list"),
        ({"evidence": ["ZEBRA"]}, "evidence"),
    ],
)
def test_an_unusable_place_is_named_without_what_stands_there(document: object, place: str) -> None:
    with pytest.raises(Mishap) as caught:
        read(document)
    assert caught.value.code == "unusable_case_file"
    assert place in caught.value.what_happened
    assert "ZEBRA" not in caught.value.what_happened + repr(caught.value.__cause__)


def release(**fields: object) -> Release:
    return read_release({"release_id": "a1", **fields}, content(), questions())


@pytest.mark.parametrize(
    "named",
    [
        {"recipient": "hospital_safe"},
        {"recipient_id": "hospital_safe"},
        {"recipient_org": "hospital_safe"},
        {"recipient_org": "Hospital exam team"},
        {"recipient_org": "General Hospital", "recipient_unit": "hospital_safe"},
    ],
)
def test_the_recipient_may_be_named_in_several_places(named: dict[str, object]) -> None:
    assert release(**named).recipient == "hospital_safe"


def test_a_recipient_that_is_not_one_is_none_at_all() -> None:
    assert release(recipient="da_victim_services", recipient_org="hospital_safe").recipient == "da_victim_services"
    assert release(recipient="somebody", recipient_org="hospital_safe").recipient == ""
    assert release(recipient_org="somebody").recipient == ""


def test_items_may_be_fields_questions_or_frames_and_unknown_ones_are_passed_over() -> None:
    named = release(items_released=["Event type", "happened.taken", "when.day", "gold", 7])
    assert named.items_released == ("event_type", "date", "acts")
    assert release(items_released=["date"], person_name_or_code="Rosa").items_released == ("name_to_use", "date")
    assert release(items_released=[], person_name_or_code="Rosa").items_released == ()
    assert release().items_released == ()


@pytest.mark.parametrize("ticked", [True, "yes", "Talked about it", {"ticked": True, "text": "x"}, {"text": "x"}, 1])
def test_a_tick_may_be_written_in_several_ways(ticked: object) -> None:
    assert release(risks_explained=ticked).risks_explained


@pytest.mark.parametrize("not_ticked", [False, "no", "", None, {"ticked": False, "text": "x"}, {}, 0, "False"])
def test_what_is_not_ticked_counts_as_not_done(not_ticked: object) -> None:
    assert not release(risks_explained=not_ticked).risks_explained
    assert release(signature=not_ticked).signature is None


def test_a_signature_is_whatever_stands_there_and_a_drawn_one_needs_a_stroke() -> None:
    assert release(signature="R.").signature is not None
    assert release(signature={"kind": "ink"}).signature is not None
    assert release(signature={"kind": "drawn", "strokes": [[[1, 2]]]}).signature is not None
    assert release(signature={"kind": "drawn", "strokes": []}).signature is None


@pytest.mark.parametrize(
    ("written", "method"),
    [
        ("hand_carried", Method.HAND_CARRIED),
        ("hand-carried by person", Method.HAND_CARRIED),
        ("printed by staff", Method.PRINTED_BY_STAFF),
        ("encrypted file", Method.ENCRYPTED_FILE),
        ("read by phone", Method.READ_BY_PHONE),
        ("pigeon", None),
        ("", None),
    ],
)
def test_the_way_it_gets_there_is_one_of_four(written: str, method: Method | None) -> None:
    assert release(method=written).method is method


def test_roles_days_and_attestations_are_read_and_odd_ones_count_as_missing() -> None:
    whole = release(
        signer_role="minor self", starts_on="2025-05-01T10:00:00", expires_on="soon", signer_attestation="no"
    )
    assert whole.signer_role is SignerRole.MINOR_SELF
    assert whole.starts_on == date(2025, 5, 1)
    assert whole.expires_on is None
    assert whole.signer_did_not_harm is False
    assert release(signer_role="neighbor").signer_role is None
    assert release().signer_did_not_harm is None
    assert release(discloser_org={"name": "Harbor Desk", "phone": "415 555 0134"}).discloser_org.endswith("0134")


def test_a_revocation_counts_even_if_its_day_cannot_be_read() -> None:
    assert release(revoked_on="last week").revoked_how == "noted"
    assert release(revoked_on=None).revoked_how == ""
    assert release(revoked_on="2025-05-02").revoked_on == date(2025, 5, 2)


def test_a_release_file_that_is_no_table_cannot_be_used() -> None:
    with pytest.raises(Mishap, match="unusable_release_file"):
        read_release(["ZEBRA"], content(), questions())


@pytest.mark.parametrize("name", sorted(SCHEMA_FILES))
def test_the_schemas_are_those_of_the_forms(name: str) -> None:
    assert (resources_folder() / "schemas" / name).read_text(encoding="utf-8") == schema_text(name)


def test_the_schemas_name_every_field_of_a_release() -> None:
    fields = set(json.loads(schema_text("release.schema.json"))["$defs"]["ReleaseDocument"]["properties"])
    assert (
        set(Release.__dataclass_fields__) - {"case_id", "benefits_words", "risks_words", "false_alarm_reason"} <= fields
    )


def test_the_forms_never_show_what_they_hold() -> None:
    case = msgspec.convert({"id": "ZEBRA", "answers": {"x": {"status": "given", "value": "ZEBRA"}}}, CaseDocument)
    paper = msgspec.convert({"release_id": "ZEBRA"}, ReleaseDocument)
    assert "ZEBRA" not in repr(case) + repr(case.answers) + repr(paper)
