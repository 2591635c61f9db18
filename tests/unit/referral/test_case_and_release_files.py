"""CASE.json and RELEASE.json: lenient where it harms nobody, and nothing walled off gets past the door."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import msgspec
import pytest

from intake.answers.model import Answer, AnswerStatus, Choice, Choices, Text
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
        ({"answers": "\ud800"}, "answers"),
        ({"fact_list": "\ud800"}, "fact_list"),
        ({"evidence": "\ud800"}, "evidence"),
    ],
)
def test_an_unusable_place_is_named_without_what_stands_there(document: object, place: str) -> None:
    with pytest.raises(Mishap) as caught:
        read(document)
    assert caught.value.code == "unusable_case_file"
    assert place in caught.value.what_happened
    assert "ZEBRA" not in caught.value.what_happened + repr(caught.value.__cause__)


def nested(depth: int) -> object:
    inner: object = "ZEBRA"
    for _ in range(depth):
        inner = [inner]
    return inner


def test_words_are_kept_for_the_last_look_however_deep_they_lie() -> None:
    case = read({"answers": {"no.such": {"status": "given", "value": nested(5000)}}})
    assert case.kept_apart["no.such"].value == Text("ZEBRA")


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


@pytest.mark.parametrize(
    "ticked", [True, "yes", "Yes.", "Talked about it", "[x]", "Sí", {"ticked": True, "text": "x"}, {"done": "y"}, 1]
)
def test_a_tick_may_be_written_in_several_ways(ticked: object) -> None:
    assert release(risks_explained=ticked).risks_explained


NOT_A_YES: list[object] = [False, "no", "", None, {"ticked": False, "text": "x"}, {}, 0, "False", {"text": "x"}]
NOT_A_YES += ["not yet", "n", "No.", "never", "refused", "declined", "pending", "off", "-", "N/A", "unknown", "[ ]"]
NOT_A_YES += ["No, she did not agree", "yes, but", ["no"], [False], ["yes"], {"value": False}, {"ticked": "n"}, 2, -1]
NOT_A_YES += [{"ticked": True, "done": False}, {"ticked": {"ticked": True}}, {"place_kept": "folder"}]


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("The unit sees it and may call you back", True),
        ({"text": "Somebody else in the office may see the page"}, True),
        ("The person did not want to hear of it", False),
        ("We didn't get to it today, sorry", False),
        ({"ticked": False, "text": "The unit sees it and may call you back"}, False),
        ("to be explained", False),
    ],
)
def test_what_was_said_of_the_risks_counts_in_words_too(said: object, counts: bool) -> None:
    assert release(risks_explained=said).risks_explained is counts
    assert not release(capacity_check=said, signature=said).capacity_check
    assert release(signature=said).signature is None


@pytest.mark.parametrize("not_ticked", NOT_A_YES, ids=str)
def test_what_is_no_plain_yes_counts_as_not_done(not_ticked: object) -> None:
    read = release(
        risks_explained=not_ticked,
        benefits_explained=not_ticked,
        capacity_check=not_ticked,
        signature=not_ticked,
        signer_did_not_harm=not_ticked,
    )
    ticks = (read.risks_explained, read.benefits_explained, read.capacity_check, read.signer_did_not_harm)
    assert not any(ticks)
    assert read.signature is None


@pytest.mark.parametrize(
    "signed",
    [
        True,
        "signed",
        "ink",
        "Ink on printout",
        "drawn on screen",
        {"signed": True},
        {"signed": "yes", "by": "R."},
        {"kind": "ink"},
        {"kind": "ink", "place_kept": "folder"},
        {"kind": "drawn", "strokes": [[[1, 2]]]},
    ],
    ids=str,
)
def test_a_signature_is_ink_a_stroke_or_a_plain_yes(signed: object) -> None:
    assert release(signature=signed).signature is not None


NO_STROKES: tuple[object, ...] = ([], "no", [[]], [["no"]], [[[]]], 1)


@pytest.mark.parametrize(
    "unsigned",
    [
        "R.",
        "unsigned",
        {"kind": "ink", "signed": False},
        {"kind": "none"},
        {"kind": ["ink"]},
        {"kind": "drawn"},
        *({"kind": "drawn", "strokes": strokes} for strokes in NO_STROKES),
    ],
    ids=str,
)
def test_what_may_be_no_signature_is_none(unsigned: object) -> None:
    assert release(signature=unsigned).signature is None


def test_of_two_words_on_who_did_harm_both_have_to_be_a_yes() -> None:
    assert release(signer_did_not_harm=True, signer_attestation="no").signer_did_not_harm is False
    assert release(signer_did_not_harm=True, signer_attestation="yes").signer_did_not_harm is True


@pytest.mark.parametrize(
    ("written", "happened"),
    [
        (None, False),
        (False, False),
        ("", False),
        ("no", False),
        ({"ticked": False}, False),
        (True, True),
        ("last Friday", True),
        ({"ticked": "yes"}, True),
        (["exam"], True),
    ],
)
def test_an_event_that_ends_the_release_counts_unless_a_plain_no_stands_there(written: object, happened: bool) -> None:
    assert release(event_happened=written).event_happened is happened


@pytest.mark.parametrize("fingerprint", [["a" * 64], {"sha256": "a" * 64}, 123, True, False, []], ids=str)
def test_a_fingerprint_of_the_page_that_is_no_text_makes_the_file_unusable(fingerprint: object) -> None:
    with pytest.raises(Mishap, match="unusable_release_file"):
        release(copy_hash_local=fingerprint)
    assert release(copy_hash_local=None).copy_hash_local == ""
    assert release(copy_hash_local="a" * 64).copy_hash_local == "a" * 64


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


@pytest.mark.parametrize(
    "taken_back",
    [
        {"revoked_on": {"ticked": False, "day": "2020-01-01"}},
        {"revoked_on": "no"},
        {"revoked_on": ["2020-01-01"]},
        {"revoked_how": ["phone"]},
        {"revoked_how": "by phone"},
        {"revoked_how": True},
    ],
    ids=str,
)
def test_whatever_stands_where_a_release_is_taken_back_takes_it_back(taken_back: dict[str, object]) -> None:
    assert release(**taken_back).revoked_how


@pytest.mark.parametrize("empty", [None, False, "", " ", {}, []], ids=str)
def test_an_empty_place_takes_nothing_back(empty: object) -> None:
    read = release(revoked_on=empty, revoked_how=empty)
    assert (read.revoked_on, read.revoked_how) == (None, "")


def test_a_day_with_words_behind_it_is_no_day() -> None:
    assert release(expires_on="2026-11-28x revoked").expires_on is None
    assert release(signed_on="2026-11-28 not signed").signed_on is None


def test_a_release_file_that_is_no_table_cannot_be_used() -> None:
    with pytest.raises(Mishap, match="unusable_release_file"):
        read_release(["ZEBRA"], content(), questions())


@pytest.mark.parametrize("name", sorted(SCHEMA_FILES))
def test_the_schemas_are_those_of_the_forms(name: str) -> None:
    assert (resources_folder() / "schemas" / name).read_text(encoding="utf-8") == schema_text(name)


def test_the_schemas_name_every_field_of_a_release() -> None:
    fields = set(json.loads(schema_text("release.schema.json"))["$defs"]["ReleaseDocument"]["properties"])
    assert set(Release.__dataclass_fields__) - {"case_id", "risks_words", "false_alarm_reason"} <= fields


def test_the_forms_never_show_what_they_hold() -> None:
    case = msgspec.convert({"id": "ZEBRA", "answers": {"x": {"status": "given", "value": "ZEBRA"}}}, CaseDocument)
    paper = msgspec.convert({"release_id": "ZEBRA"}, ReleaseDocument)
    assert "ZEBRA" not in repr(case) + repr(case.answers) + repr(paper)


def test_tables_in_tables_are_followed_to_their_end_for_the_last_look() -> None:
    deep: object = ["ZEBRA", {"status": "said", "value": "HORSE"}]
    for _ in range(900):
        deep = {"more": deep}
    assert read({"answers": {"no.such": deep}}).kept_apart["no.such"].value == Text("ZEBRA HORSE")
