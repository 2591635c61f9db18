from __future__ import annotations

import pytest

from intake.conditions.facts import Facts
from intake.protections.facts_json import facts_from_json
from intake.protections.load import load_protections

PROTECTIONS, _ = load_protections()


def complaints(table: object) -> tuple[str, ...]:
    found = facts_from_json(table, PROTECTIONS)
    assert not isinstance(found, Facts)
    return found


def test_every_fact_of_the_design_is_taken() -> None:
    table = {
        "role": ["victim", "witness", "victim"],
        "age_group": "adult",
        "crimes": ["robbery"],
        "involvement": [],
        "exposures": [
            {"offence": "us-ca-pc-653.22", "class": "misdemeanor", "charged": "no", "related": "other"},
            {"offence": "us-ny-penal-230.00"},
        ],
        "reporting": "planned",
        "reporting_to": ["sf_pd", "emergency_call"],
        "incident_place": "us-ca-sf",
        "reporting_place": "us-ca-alameda",
        "incident_on": "2024-05",
        "reported_on": "2024-05-31",
        "truthful": "yes",
        "warrants": "no",
        "prior_drug_convictions": "unknown",
        "perpetrator_is_buyer": "yes",
        "perpetrator_is_officer": "no",
        "willing_to_testify": "unknown",
        "seeking_emergency_help": "no",
        "immigration_question": "no",
        "seeks_record_relief": "no",
    }
    found = facts_from_json(table, PROTECTIONS)
    assert isinstance(found, Facts)
    assert set(found.values) == set(table) == set(PROTECTIONS.facts)
    assert found.many("role") == ("victim", "witness")
    assert found.many("involvement") == ()
    assert found.one("prior_drug_convictions") is None


def test_no_facts_at_all_are_fine() -> None:
    assert facts_from_json({}, PROTECTIONS) == Facts({})


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"rolle": ["victim"]}, "no fact called 'rolle'. Did you mean 'role'?"),
        ({"My name is": "x"}, "One fact has a name unknown here."),
        ({"role": "victim"}, "'role' takes a list of words"),
        ({"role": ["victm"]}, "'role' has no such value. Did you mean 'victim'?"),
        ({"role": [3]}, "'role' takes one of these words in quotes"),
        ({"reporting": ["planned"]}, "'reporting' takes one of these words in quotes: planned, made, none."),
        ({"truthful": True}, "'truthful' takes one of these words in quotes: yes, no, unknown."),
        ({"incident_place": "us-tx"}, "'incident_place' has no such value."),
        ({"incident_on": "2026-02-31"}, "'incident_on' takes a day, month or year that exists"),
        ({"incident_on": "31.5.2024"}, "'incident_on' takes a day"),
        ({"incident_on": 2024}, "'incident_on' takes a day"),
        ({"exposures": {"offence": "theft"}}, "'exposures' takes a list of tables"),
        ({"exposures": ["theft"]}, "'exposures' takes a list of tables, each with: offence, class, charged, related."),
        ({"exposures": [{"class": "felony"}]}, "A record of 'exposures' has no 'offence'."),
        ({"exposures": [{"offence": "A b"}]}, "'exposures.offence' takes an id of small letters"),
        ({"exposures": [{"offence": "theft", "charge": "no"}]}, "a field unknown here. Did you mean 'charged'?"),
        ({"exposures": [{"offence": "theft", "charged": "maybe"}]}, "'exposures.charged' has no such value."),
        ([], "'facts' is a table"),
        (None, "'facts' is a table"),
    ],
)
def test_a_complaint_says_what_to_mend(table: object, words: str) -> None:
    assert words in complaints(table)[0]


def test_all_complaints_come_at_once_and_repeat_no_answer() -> None:
    found = complaints({"crimes": ["he hit me at home"], "incident_on": "on my birthday", "truthful": "yes"})
    assert len(found) == 2
    assert not any("home" in text or "birthday" in text for text in found)
