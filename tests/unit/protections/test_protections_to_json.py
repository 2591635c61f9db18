from __future__ import annotations

import json
from datetime import date

from intake.conditions.facts import Facts
from intake.protections.assess import assess
from intake.protections.load import load_protections
from intake.protections.to_json import finding_to_json, instruments_to_json

PROTECTIONS, _ = load_protections()
TODAY = date(2026, 11, 21)


def test_a_finding_has_the_stable_shape() -> None:
    findings = assess(PROTECTIONS, "us-ca-sf", Facts({"warrants": "yes", "role": ("victim",)}), TODAY)
    ids = [finding.instrument for finding in findings]
    assert ids[:2] == ["us-ca-sf-da-safety", "us-ca-sf-pd-2017"]
    assert {"us-ca-pc-647.3", "us-ca-evid-1162"} <= set(ids)
    for finding in findings:
        table = json.loads(json.dumps(finding_to_json(finding, PROTECTIONS)))
        assert list(table) == ["instrument", "outcome", "rules", "mention", "source", "verification", "confirm_first"]
        assert set(table["source"]) == {"citation", "locator"}
        for rule in table["rules"]:
            assert list(rule) == ["rule", "outcome", "because", "missing"]
            assert rule["because"]
            assert "{" not in rule["because"]


def test_a_limited_rule_says_which_limit_it_meets() -> None:
    one = PROTECTIONS.instrument("us-ca-sf-da-safety")
    warranted = next(example for example in one.examples if example.name == "There is a warrant")
    finding = assess(PROTECTIONS, "us-ca-sf", Facts(warranted.facts), TODAY)[0]
    rules = finding_to_json(finding, PROTECTIONS)["rules"]
    assert isinstance(rules, list)
    assert "A warrant still counts." in rules[0]["because"]


def test_every_instrument_is_listed_with_rules_dates_source_and_verification() -> None:
    listed = {str(table["id"]): table for table in instruments_to_json(PROTECTIONS)}
    assert set(listed) == {one.id for one in PROTECTIONS.instruments}
    office = json.loads(json.dumps(listed["us-ca-sf-da-safety"]))
    assert [rule["rule"] for rule in office["rules"]] == list("ABCDEFGH")
    assert office["in_force_from"] == "2018-01-11"
    assert office["in_force_until"] is None
    assert office["verification"] == "text_read"
    assert office["currency"]["status"] == "unconfirmed"
    assert office["source"]["read_on"] == "2026-11-21"
