"""A page by order is possible only when it was noted, both were told, and it names nothing that never leaves so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from intake.releases.check import check_clock, check_items
from intake.releases.legal_request import BroughtBy, LegalRequest, RequestKind, check_legal_request
from intake.releases.model import Release

TODAY = date(2026, 5, 6)
ALLOWED = {"acts", "date"}
GOOD = LegalRequest(
    request_id="q",
    kind=RequestKind.COURT_ORDER,
    brought_by=BroughtBy.COURT,
    received_on=TODAY - timedelta(days=2),
    answer_due=TODAY + timedelta(days=5),
    lawyer_told_on=TODAY - timedelta(days=1),
    person_told_on=TODAY,
    lawyer_says_answer=True,
    items=("acts",),
)


def test_a_request_of_which_both_know_may_be_answered() -> None:
    assert check_legal_request(GOOD, ALLOWED, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "check", "words"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, "request_received_on", "still ahead"),
        ({"lawyer_told_on": None}, "lawyer_not_told", "Tell your lawyer first"),
        ({"lawyer_told_on": TODAY - timedelta(days=9)}, "lawyer_not_told", "Tell your lawyer first"),
        ({"person_told_on": None}, "person_not_told", "Tell the person first"),
        ({"person_told_on": TODAY + timedelta(days=1)}, "person_not_told", "Tell the person first"),
        ({"lawyer_says_answer": False}, "lawyer_has_not_agreed", "Wait until your lawyer"),
        ({"items": ()}, "nothing_ordered", "Choose what the order names"),
        ({"items": ("acts", "narrative")}, "never_by_order", "never leaves by this way"),
    ],
)
def test_each_missing_step_is_named_with_what_to_do(change: dict[str, object], check: str, words: str) -> None:
    found = check_legal_request(replace(GOOD, **change), ALLOWED, TODAY)  # type: ignore[arg-type]
    assert [one.what_to_do for one in found if one.check == check and words in one.what_to_do]


def test_a_clock_that_was_set_back_is_noticed_to_the_day() -> None:
    assert check_clock(TODAY, None) == ()
    assert check_clock(TODAY, TODAY) == ()
    (refusal,) = check_clock(TODAY, TODAY + timedelta(days=1))
    assert refusal.check == "clock_back"
    assert refusal.what_to_do.endswith("Set its day right first.")


def test_a_release_may_name_only_what_its_recipient_may_be_told() -> None:
    release = Release(release_id="r", items_released=("acts",))
    assert check_items(release, ALLOWED) == ()
    (refusal,) = check_items(replace(release, items_released=("acts", "legal_name")), ALLOWED)
    assert refusal.check == "item_not_for_recipient"
    assert "Take it off" in refusal.what_to_do
