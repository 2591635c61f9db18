"""Counted and forgotten: totals that nobody can be picked out of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies

from intake.answers.model import Choice, Choices, Text
from intake.errors import Defect
from intake.questions.counting.tell import FEWEST_ALIKE, STEP, may_be_told, told_tables
from intake.questions.counting.totals import MET, Totals, totals_from_json
from intake.questions.model import Questions, Section
from tests.unit.questions.invented import question

ASKED = question("later.arrested", ("no", "yes", "not_known"))
POOLED = question("pooled.papers", ("no", "yes"))
SHEET = Questions((Section("later", "U", "Later"), Section("pooled", "U5", "Papers", private=True)), (ASKED, POOLED))
YEAR, OVER = 2025, date(2026, 4, 1)


def totals(people: int | None = None, **cells: int) -> Totals:
    return Totals({YEAR: {ASKED.id: {MET: sum(cells.values()) if people is None else people, **cells}}})


def told(**cells: int) -> dict[str, int | None]:
    (table,) = told_tables(totals(**cells), SHEET, OVER)
    return {cell.option: cell.about for cell in table.cells}


def test_each_answer_adds_one_and_nothing_tells_them_apart() -> None:
    some = Totals().with_one_more(2026, {"later.arrested": Choice("no")})
    more = some.with_one_more(2026, {"later.arrested": Choice("yes"), "people.words": Choices(("a", "b"))})
    assert more.years == {
        2026: {"later.arrested": {MET: 2, "no": 1, "yes": 1}, "people.words": {MET: 1, "a": 1, "b": 1}}
    }
    other_way = Totals().with_one_more(2026, {"people.words": Choices(("a", "b")), "later.arrested": Choice("yes")})
    assert other_way.with_one_more(2026, {"later.arrested": Choice("no")}).to_json() == more.to_json()


def test_words_are_never_counted() -> None:
    with pytest.raises(Defect, match="only choices"):
        Totals().with_one_more(2026, {"later.arrested": Text("ZEBRA")})


@pytest.mark.parametrize("broken", ["", "[]", '{"x": {}}', '{"2026": []}', '{"2026": {"a": {"b": "c"}}}'])
def test_broken_totals_are_our_mistake(broken: str) -> None:
    with pytest.raises(Defect):
        totals_from_json(broken)


def test_a_running_year_and_the_three_months_after_it_tell_nothing() -> None:
    full = totals(no=40, yes=20, not_known=15)
    assert not may_be_told(YEAR, date(2025, 12, 31))
    assert not may_be_told(YEAR, date(2026, 3, 31))
    assert told_tables(full, SHEET, date(2026, 3, 31)) == ()
    assert len(told_tables(full, SHEET, OVER)) == 1


def test_numbers_come_in_steps_of_five() -> None:
    assert told(no=41, yes=23, not_known=16) == {"no": 40, "yes": 25, "not_known": 15}


def test_a_table_of_fewer_than_thirty_people_tells_nothing() -> None:
    (table,) = told_tables(totals(no=15, yes=14), SHEET, OVER)
    assert (table.about, table.cells) == (None, ())


def test_when_all_said_the_same_nothing_is_told() -> None:
    (table,) = told_tables(totals(no=60), SHEET, OVER)
    assert table.cells == ()


def test_a_small_cell_takes_a_second_one_with_it() -> None:
    assert told(no=60, yes=14, not_known=3) == {"no": 60, "yes": None, "not_known": None}
    assert told(no=60, yes=0, not_known=30) == {"no": 60, "yes": None, "not_known": None}


def test_counts_about_papers_are_never_told_here() -> None:
    full = Totals({YEAR: {POOLED.id: {MET: 100, "no": 50, "yes": 50}}})
    assert told_tables(full, SHEET, OVER) == ()


cells = strategies.integers(0, 90)


@given(cells, cells, cells)
def test_no_told_number_stands_for_few_people_and_none_can_be_worked_out(no: int, yes: int, not_known: int) -> None:
    real = {"no": no, "yes": yes, "not_known": not_known}
    for table in told_tables(totals(**real), SHEET, OVER):
        for cell in table.cells:
            assert cell.about is None or (real[cell.option] >= FEWEST_ALIKE and cell.about % STEP == 0)
        hidden = [cell.option for cell in table.cells if cell.about is None]
        assert not hidden or (len(hidden) > 1 and sum(real[one] for one in hidden) >= FEWEST_ALIKE)


@given(strategies.lists(strategies.sampled_from(("no", "yes", "not_known")), max_size=12))
def test_totals_read_back_as_they_were_written(said: list[str]) -> None:
    counted = Totals()
    for option in said:
        counted = counted.with_one_more(2026, {"later.arrested": Choice(option)})
    assert totals_from_json(counted.to_json()).years == counted.years
