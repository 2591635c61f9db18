from __future__ import annotations

import pytest

from intake.conditions.evaluate import evaluate
from intake.conditions.facts import Facts
from intake.conditions.model import Includes, Is, Truth
from intake.conditions.parse import NotACondition, parse_condition

OUTSIDE = parse_condition({"fact": "exposures", "some": {"charged": ["no"]}, "but_not": {"offence": ["a", "b"]}})


def judged(*records: dict[str, str]) -> Truth:
    return evaluate(OUTSIDE, Facts({"exposures": records})).truth


def test_a_record_with_a_ruled_out_value_does_not_match() -> None:
    assert judged({"offence": "a", "charged": "no"}) is Truth.NO


def test_a_record_with_any_other_value_matches() -> None:
    assert judged({"offence": "a", "charged": "no"}, {"offence": "c", "charged": "no"}) is Truth.YES


def test_a_record_whose_value_is_unknown_cannot_be_judged() -> None:
    assert judged({"charged": "no"}) is Truth.CANNOT_TELL
    assert judged({"offence": "unknown", "charged": "no"}) is Truth.CANNOT_TELL


def test_an_empty_some_with_but_not_asks_for_any_record_outside_the_list() -> None:
    anything = parse_condition({"fact": "exposures", "some": {}, "but_not": {"offence": ["a"]}})
    assert evaluate(anything, Facts({"exposures": ()})).truth is Truth.NO
    assert evaluate(anything, Facts({"exposures": ({"offence": "z"},)})).truth is Truth.YES


def test_but_not_stands_only_beside_some() -> None:
    with pytest.raises(NotACondition, match="but_not"):
        parse_condition({"fact": "role", "is": "x", "but_not": {"offence": ["a"]}})
    with pytest.raises(NotACondition, match="table of fields"):
        parse_condition({"fact": "exposures", "some": {}, "but_not": ["a"]})


def test_unsettled_stands_only_beside_values() -> None:
    with pytest.raises(NotACondition, match="unsettled"):
        parse_condition({"fact": "place", "within": "us", "unsettled": ["x"]})


def test_a_sentence_for_the_unsettled_is_kept() -> None:
    read = parse_condition(
        {"fact": "crimes", "includes_any": ["a"], "unsettled": ["b"], "because": {"unsettled": "Open."}}
    )
    assert isinstance(read, Includes)
    assert read.reasons.unsettled == "Open."
    single = parse_condition({"fact": "role", "is": "a", "because": {"yes": "Yes."}})
    assert isinstance(single, Is)
    assert single.reasons.unsettled == ""
