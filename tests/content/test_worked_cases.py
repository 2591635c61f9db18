"""What the law says of invented people, worked out by hand from its text, and held against the program."""

from __future__ import annotations

from datetime import date

import pytest

from intake.protections.assess import assess
from intake.protections.facts_json import facts_from_json
from intake.protections.findings import Finding
from intake.protections.load import load_protections
from intake.protections.model import Verification
from tests.content.worked_cases import Expected, WorkedCase, differences, every_fact, worked_cases

PROTECTIONS = load_protections()[0]
CASES = worked_cases()
EXPECTED = [(case, expected) for case in CASES for expected in case.expected]
TODAY = date(2026, 11, 21)
INSTRUMENT_IDS = [
    "us-ca-sf-da-safety",
    "us-ca-sf-pd-2017",
    "us-ca-pc-647.3",
    "us-ca-evid-1162",
    "us-ca-evid-1161",
    "us-ca-evid-782.1",
    "us-ca-evid-351.4",
    "us-ca-pc-236.14",
    "us-ca-pc-236.23",
    "us-ca-pc-236.24",
    "us-ca-sb-357",
    "us-ca-sb-1322",
    "us-ca-pc-679.10",
    "us-ca-gov-7284.6",
    "us-8-usc-1367",
    "us-wa-rcw-9a.88.200",
    "us-dc-22-2701",
    "model-fjp-2025",
    "model-ghjp",
]


def findings(case: WorkedCase) -> dict[str, Finding]:
    facts = every_fact(case, facts_from_json(case.facts, PROTECTIONS))
    return {one.instrument: one for one in assess(PROTECTIONS, case.jurisdiction, facts, TODAY)}


@pytest.mark.parametrize(
    ("case", "expected"), EXPECTED, ids=[f"{case.name} [{expected.instrument}]" for case, expected in EXPECTED]
)
def test_a_person_is_told_what_the_law_says(case: WorkedCase, expected: Expected) -> None:
    finding = findings(case).get(expected.instrument)
    assert finding is not None, f"{expected.instrument} is not judged in {case.jurisdiction}"
    assert list(differences(expected, finding)) == [], expected.why


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_nothing_is_claimed_beyond_what_was_read(case: WorkedCase) -> None:
    for finding in findings(case).values():
        if finding.verification is not Verification.TEXT_READ:
            assert "text_unverified" in finding.mention, finding.instrument
            assert finding.confirm_first, finding.instrument
        assert finding.outcome not in case.never, finding.instrument
        assert all(rule.outcome not in case.never for rule in finding.rules), finding.instrument
        if finding.outcome == "needs_info":
            assert any(rule.missing or rule.because for rule in finding.rules), finding.instrument


@pytest.mark.parametrize("case", [case for case in CASES if case.instruments_absent], ids=lambda case: case.name)
def test_the_law_of_another_place_is_left_out(case: WorkedCase) -> None:
    assert not set(case.instruments_absent) & set(findings(case))


def test_every_limit_is_asked_for_by_some_case() -> None:
    asked = {tag for _, expected in EXPECTED for tag in expected.mention}
    assert set(PROTECTIONS.limits) - asked == set()


def test_every_instrument_is_judged_by_some_case() -> None:
    assert set(INSTRUMENT_IDS) - {expected.instrument for _, expected in EXPECTED} == set()
    assert {one.id for one in PROTECTIONS.instruments} == set(INSTRUMENT_IDS)  # the law of other places is on hold


def test_every_promise_of_the_district_attorney_is_seen_both_kept_and_not_kept() -> None:
    seen: dict[str, set[str]] = {}
    for _, expected in EXPECTED:
        if expected.instrument == "us-ca-sf-da-safety":
            for rule, outcomes in expected.rules.items():
                if len(outcomes) == 1:
                    seen.setdefault(rule, set()).update(outcomes)
    for rule in "ABCDEF":
        assert {"applies", "does_not_apply", "needs_info"} <= seen[rule], rule


def test_there_are_many_cases_each_of_one_person() -> None:
    names = [case.name for case in CASES]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


def test_a_case_names_only_words_that_exist_and_says_why() -> None:
    for case, expected in EXPECTED:
        assert expected.why, case.name
        assert set(expected.mention) | set(expected.not_mention) <= set(PROTECTIONS.limits), case.name
        assert set(expected.missing) <= set(PROTECTIONS.facts), case.name
