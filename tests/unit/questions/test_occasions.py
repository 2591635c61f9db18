"""Answers about several things and people: where they stand, and that none is ever taken for another's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.cases.told_of import FIRST, LARGEST, MOST, Desk, Repeats, ToldOf
from intake.conditions.facts import Facts
from intake.questions.joined_facts import joined
from intake.questions.occasions import address, every_address, number_of, plain_id, seen_from, told_of_in
from tests.shipped import shipped_content


@dataclass(frozen=True)
class Asked:
    id: str
    repeats: Repeats


QUESTIONS = (Asked("a.once", Repeats.ONCE), Asked("b.thing", Repeats.INCIDENT), Asked("c.who", Repeats.PERSON))
IDS = st.sampled_from([one.id for one in QUESTIONS])
NUMBERS = st.integers(1, LARGEST)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("thing"), st.integers(0, 4)),
        st.tuples(st.just("person"), st.integers(0, 4)),
        st.tuples(st.just("no_thing"), st.integers(1, 6)),
        st.tuples(st.just("no_person"), st.integers(1, 6)),
    ),
    max_size=30,
)


@given(IDS, NUMBERS)
def test_an_address_says_which_question_and_which_one(plain: str, number: int) -> None:
    written = address(plain, number)
    assert (plain_id(written), number_of(written)) == (plain, number)
    assert written in set(every_address(plain))


@pytest.mark.parametrize("odd", ["b.thing@1", "b.thing@0", "b.thing@02", "b.thing@100", "b.thing@", "@2", "b@x", ""])
def test_what_is_no_address_is_taken_as_it_stands(odd: str) -> None:
    assert (plain_id(odd), number_of(odd)) == (odd, 1)


@given(st.dictionaries(st.tuples(IDS, NUMBERS), st.integers()), NUMBERS, NUMBERS)
def test_one_is_seen_without_anything_of_another(told: dict[tuple[str, int], int], thing: int, who: int) -> None:
    kept = {address(plain, number): said for (plain, number), said in told.items()}
    wanted = {"a.once": 1, "b.thing": thing, "c.who": who}
    seen = seen_from(Desk(thing, who), kept, QUESTIONS)
    assert seen == {plain: said for (plain, number), said in told.items() if wanted[plain] == number}


@given(STEPS)
def test_whatever_is_added_and_taken_back_no_number_comes_twice(steps: list[tuple[str, int]]) -> None:
    told = ToldOf()
    gone: set[tuple[Repeats, int]] = set()
    for what, number in steps:
        before = {(one, n) for one in Repeats for n in told.numbers(one)}
        told = {
            "thing": lambda told=told, number=number: told.with_incident(number),
            "person": lambda told=told, number=number: told.with_person(number),
            "no_thing": lambda told=told, number=number: told.without_incident(number),
            "no_person": lambda told=told, number=number: told.without_person(number),
        }[what]()
        after = {(one, n) for one in Repeats for n in told.numbers(one)}
        gone |= before - after
        assert not after & gone, "what was kept under it would be about somebody else"
        assert told.desk in tuple(told.pairs())
        assert all(told.done_by.values())
        assert 1 <= len(told.incidents) <= MOST


def test_a_report_from_before_tells_of_one_thing_by_one_person() -> None:
    assert ToldOf().desk == FIRST
    assert tuple(ToldOf().pairs()) == (FIRST,)
    assert told_of_in(ToldOf(), ("a.once", "b.thing", "time_limit.neck"), QUESTIONS) == ToldOf()


def test_answers_are_found_though_the_note_of_them_was_lost() -> None:
    told = told_of_in(ToldOf(), ("b.thing@3", "c.who@2"), QUESTIONS)
    assert told.incidents == (1, 3)
    assert 2 in told.persons
    assert told.done_by[3] != told.done_by[1], "nobody said that the same person did both"


def test_one_question_is_found_by_all_its_addresses_and_one_that_is_asked_once_by_none() -> None:
    questions = shipped_content().questions
    assert questions.question("happened.kinds@2") is questions.question("happened.kinds")
    for unknown in ("setup.role@2", "happened.kinds@1", "happened.nothing@2"):
        with pytest.raises(KeyError):
            questions.question(unknown)
    assert not [one.id for one in questions.questions if "@" in one.id]


LISTS = st.dictionaries(st.sampled_from("xyz"), st.lists(st.sampled_from("abc"), unique=True).map(tuple))
SINGLES = st.dictionaries(st.sampled_from("pqr"), st.sampled_from(["yes", "no", "unknown"]))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    values: dict[str, str | tuple[str, ...]] = {**draw(LISTS), **draw(SINGLES)}
    unfinished = frozenset(draw(st.sets(st.sampled_from("xyz"))))
    counted = {name: frozenset(draw(st.sets(st.sampled_from("abc")))) for name in unfinished if draw(st.booleans())}
    return Facts(values, unfinished, counted)


@given(st.lists(facts(), min_size=1, max_size=3))
def test_where_several_did_it_no_more_is_known_than_of_each(of_each: list[Facts]) -> None:
    both = joined(of_each)
    for name in "pqr":
        known = both.one(name)
        assert known is None or all(one.one(name) == known for one in of_each)
    for name in "xyz":
        said: Iterable[str] = {word for one in of_each for word in one.many(name) or ()}
        assert set(both.many(name) or ()) == set(said)
        for word in "abc":
            may_come = any(one.could_gain(name, (word,)) for one in of_each)
            assert not may_come or both.could_gain(name, (word,))
