"""Conditions: what is unknown never turns into yes or no by default."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.conditions.evaluate import evaluate, missing
from intake.conditions.facts import Facts
from intake.conditions.model import (
    AllOf,
    AnyOf,
    Before,
    Condition,
    Includes,
    Is,
    Known,
    Not,
    OnOrAfter,
    SomeRecord,
    Truth,
    Within,
)
from intake.conditions.parse import NotACondition, parse_condition

YES, NO, CANNOT_TELL = Truth.YES, Truth.NO, Truth.CANNOT_TELL
ROLE = Includes("role", ("victim", "witness"))
NAMES = ("a", "b", "c")
leaves = st.sampled_from([Is(name, ("x",)) for name in NAMES])
trees: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
values = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["x", "y"]))


@given(trees, values)
def test_a_verdict_without_all_answers_still_stands_when_the_rest_is_answered(
    tree: Condition, known: dict[str, str]
) -> None:
    verdict = evaluate(tree, Facts(known)).truth
    if verdict is not CANNOT_TELL:
        for rest in ("x", "y"):
            full = dict.fromkeys(NAMES, rest) | known
            assert evaluate(tree, Facts(full)).truth is verdict


@given(trees, values)
def test_cannot_tell_names_what_would_settle_it_and_only_that(tree: Condition, known: dict[str, str]) -> None:
    step = evaluate(tree, Facts(known))
    names = missing(step)
    assert bool(names) == (step.truth is CANNOT_TELL)
    assert not set(names) & set(known)


@given(trees, values)
def test_not_is_a_mirror(tree: Condition, known: dict[str, str]) -> None:
    opposite = {YES: NO, NO: YES, CANNOT_TELL: CANNOT_TELL}
    assert evaluate(Not(tree), Facts(known)).truth is opposite[evaluate(tree, Facts(known)).truth]


def test_an_empty_list_is_known_and_an_absent_one_is_not() -> None:
    assert evaluate(ROLE, Facts({"role": ()})).truth is NO
    assert evaluate(ROLE, Facts()).truth is CANNOT_TELL
    assert evaluate(ROLE, Facts({"role": ("witness",)})).truth is YES


def test_a_list_that_may_still_grow_is_never_a_no() -> None:
    growing = Facts({"role": ()}, unfinished=frozenset({"role"}))
    assert evaluate(ROLE, growing).truth is CANNOT_TELL


def test_an_unsettled_value_is_cannot_tell_unless_a_settled_one_stands_beside_it() -> None:
    crimes = Includes("crimes", ("robbery",), unsettled=("other_violent",))
    assert evaluate(crimes, Facts({"crimes": ("other_violent",)})).truth is CANNOT_TELL
    assert evaluate(crimes, Facts({"crimes": ("other_violent", "robbery")})).truth is YES


@pytest.mark.parametrize(
    ("place", "truth"),
    [
        ("us-ca-sf", YES),
        ("us-ca", CANNOT_TELL),
        ("us", CANNOT_TELL),
        ("us-wa", NO),
        ("us-ca-sfx", NO),
        ("unknown", CANNOT_TELL),
    ],
)
def test_a_wider_place_cannot_be_judged(place: str, truth: Truth) -> None:
    assert evaluate(Within("incident_place", "us-ca-sf"), Facts({"incident_place": place})).truth is truth


@pytest.mark.parametrize(
    ("iso", "truth"),
    [("2022-12-31", YES), ("2023-01-01", NO), ("2022", YES), ("2023", NO), ("2022-12", YES), ("2023-01", NO)],
)
def test_an_approximate_date_is_judged_by_its_whole_span(iso: str, truth: Truth) -> None:
    assert evaluate(Before("on", date(2023, 1, 1)), Facts({"on": iso})).truth is truth


def test_a_span_that_straddles_the_day_cannot_be_judged() -> None:
    mid_year = date(2023, 6, 1)
    assert evaluate(Before("on", mid_year), Facts({"on": "2023"})).truth is CANNOT_TELL
    assert evaluate(OnOrAfter("on", mid_year), Facts({"on": "2023"})).truth is CANNOT_TELL


def test_a_record_matches_in_every_field_and_an_unknown_field_leaves_it_open() -> None:
    some = SomeRecord("exposures", {"offence": ("a",), "charged": ("no",)})
    assert evaluate(some, Facts({"exposures": ({"offence": "a", "charged": "no"},)})).truth is YES
    assert evaluate(some, Facts({"exposures": ({"offence": "a", "charged": "unknown"},)})).truth is CANNOT_TELL
    assert evaluate(some, Facts({"exposures": ({"offence": "a"},)})).truth is CANNOT_TELL
    assert evaluate(some, Facts({"exposures": ({"offence": "b"},)})).truth is NO
    assert evaluate(some, Facts({"exposures": ()})).truth is NO
    assert evaluate(some, Facts()).truth is CANNOT_TELL


def test_known_asks_only_whether_anything_is_known() -> None:
    assert evaluate(Known("role"), Facts({"role": ()})).truth is YES
    assert evaluate(Known("role"), Facts({"role": "unknown"})).truth is NO


def test_the_trace_lists_every_comparison_in_reading_order() -> None:
    step = evaluate(AllOf((ROLE, Not(Known("x")))), Facts({"role": ("victim",)}))
    role, unknown = step.parts
    assert (role.truth, role.values) == (YES, ("victim",))
    assert (unknown.truth, unknown.parts[0].truth) == (YES, NO)


def test_a_table_becomes_the_condition_it_says() -> None:
    table = {
        "all": [
            {"fact": "role", "includes_any": ["victim"], "unsettled": ["other"], "because": {"yes": "So."}},
            {"any": [{"fact": "d", "before": date(2023, 1, 1)}, {"not": {"question": "q", "is": "no"}}]},
            {"fact": "p", "within": "us-ca"},
            {"fact": "e", "some": {"offence": ["a"]}},
            {"fact": "k", "known": True},
            {"fact": "o", "is_one_of": ["x", "y"]},
            {"fact": "d", "on_or_after": date(2020, 1, 1)},
        ]
    }
    parsed = parse_condition(table)
    assert isinstance(parsed, AllOf)
    assert [type(part) for part in parsed.parts] == [Includes, AnyOf, Within, SomeRecord, Known, Is, OnOrAfter]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("role", "A condition is a table"),
        ({"fact": "role"}, "one of is, is_one_of"),
        ({"fact": "a", "question": "b", "is": "c"}, "one fact or question"),
        ({"fact": "a", "is": 3}, "The value of 'is'"),
        ({"fact": "a", "is": "x", "code": "1"}, "'code' is not a word"),
        ({"all": {}}, "'all' takes a list"),
        ({"fact": "a", "includes_any": [1]}, "a list of words in quotes"),
        ({"fact": "a", "is": "x", "because": {"yes": 1}}, "'because' is a table of sentences"),
    ],
)
def test_what_is_no_condition_is_said_in_plain_words(table: object, words: str) -> None:
    with pytest.raises(NotACondition, match=words.replace("(", r"\(")):
        parse_condition(table)
