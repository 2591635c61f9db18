"""T1: without a release that holds today, for this reader and this page, nothing leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from intake.releases.check import check_release
from intake.releases.model import (
    LONGEST_DAYS,
    PRESET_DAYS,
    AgeGroup,
    Method,
    Release,
    Signature,
    SignatureKind,
    SignerRole,
    new_release_id,
)

TODAY = date(2025, 5, 6)
RECIPIENT = "hospital_safe"
INK = Signature(SignatureKind.INK, place_kept="blue folder")
GOOD = Release(
    release_id="a1",
    recipient=RECIPIENT,
    items_released=("date",),
    method=Method.PRINTED_BY_STAFF,
    benefits_explained=True,
    risks_explained=True,
    capacity_check=True,
    starts_on=TODAY,
    expires_on=TODAY + timedelta(days=15),
    signer_role=SignerRole.SELF,
    signature=INK,
    signed_on=TODAY,
)


def checks(release: Release, age: AgeGroup = AgeGroup.ADULT, hashes: frozenset[str] = frozenset()) -> list[str]:
    return [one.check for one in check_release(release, RECIPIENT, TODAY, age, hashes)]


def test_a_whole_release_allows_the_page_on_its_first_and_on_its_last_day() -> None:
    assert checks(GOOD) == []
    assert checks(replace(GOOD, starts_on=TODAY - timedelta(days=3), expires_on=TODAY)) == []


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"release_id": ""}, "release_id"),
        ({"recipient": "da_victim_services"}, "wrong_recipient"),
        ({"signature": None}, "not_signed"),
        ({"signature": Signature(SignatureKind.DRAWN)}, "not_signed"),
        ({"signature": Signature(SignatureKind.DRAWN, strokes=((),))}, "not_signed"),
        ({"signed_on": None}, "signed_on"),
        ({"signed_on": TODAY + timedelta(days=1)}, "signed_on"),
        ({"starts_on": None}, "starts_on"),
        ({"starts_on": TODAY + timedelta(days=1)}, "not_yet_started"),
        ({"expires_on": None}, "expires_on"),
        ({"expires_on": TODAY - timedelta(days=1), "starts_on": TODAY - timedelta(days=9)}, "expired"),
        ({"expires_on": TODAY + timedelta(days=LONGEST_DAYS + 1)}, "too_long"),
        ({"expires_on": TODAY, "starts_on": TODAY + timedelta(days=1)}, "dates_crossed"),
        ({"revoked_on": TODAY}, "revoked"),
        ({"revoked_how": "said so"}, "revoked"),
        ({"event_happened": True}, "event_happened"),
        ({"items_released": ()}, "no_items"),
        ({"method": None}, "method"),
        ({"benefits_explained": False}, "benefits"),
        ({"risks_explained": False}, "risks"),
        ({"capacity_check": False}, "capacity"),
        ({"signer_role": None}, "signer_role"),
        ({"signer_role": SignerRole.MINOR_SELF}, "signer_may_not_sign"),
        ({"signer_role": SignerRole.PARENT_OR_GUARDIAN, "signer_did_not_harm": True}, "signer_may_not_sign"),
        ({"signer_role": SignerRole.CONSERVATOR}, "signer_attestation"),
        ({"signer_did_not_harm": False}, "signer_attestation"),
    ],
)
def test_each_missing_piece_is_named_and_says_what_to_do(change: dict[str, object], check: str) -> None:
    found = check_release(replace(GOOD, **change), RECIPIENT, TODAY, AgeGroup.ADULT)  # type: ignore[arg-type]
    assert check in [one.check for one in found]
    assert all(one.what_to_do.endswith(".") and "!" not in one.what_to_do for one in found)
    assert all(one.message_id == f"refusal.{one.check}" for one in found)


@pytest.mark.parametrize(
    ("age", "allowed"),
    [
        (AgeGroup.ADULT, {SignerRole.SELF, SignerRole.CONSERVATOR}),
        (AgeGroup.MINOR, {SignerRole.MINOR_SELF, SignerRole.PARENT_OR_GUARDIAN}),
        (AgeGroup.UNKNOWN, {SignerRole.SELF}),
    ],
)
def test_only_the_right_person_may_sign(age: AgeGroup, allowed: set[SignerRole]) -> None:
    signed = {role for role in SignerRole if not checks(replace(GOOD, signer_role=role, signer_did_not_harm=True), age)}
    assert signed == allowed


def test_a_page_that_changed_after_signing_is_refused() -> None:
    signed = replace(GOOD, copy_hash_local="aa")
    assert checks(signed, hashes=frozenset({"aa", "bb"})) == []
    assert checks(signed, hashes=frozenset({"bb"})) == ["page_changed"]
    assert checks(signed) == []


def test_a_drawn_signature_counts_when_there_is_a_stroke() -> None:
    drawn = Signature(SignatureKind.DRAWN, strokes=(((0.0, 0.0), (1.0, 2.0)),))
    assert checks(replace(GOOD, signature=drawn)) == []


def test_nothing_personal_is_shown_by_accident() -> None:
    release = replace(GOOD, person_name_or_code="ZEBRA", purpose="ZEBRA", discloser_org="ZEBRA", staff_code="ZEBRA")
    assert "ZEBRA" not in repr(release)
    assert "blue folder" not in repr(INK)


def test_the_periods_offered_are_short() -> None:
    assert max(PRESET_DAYS) <= LONGEST_DAYS
    assert len({new_release_id() for _ in range(50)}) == 50
