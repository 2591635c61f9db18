"""Which totals may be told, so that nobody in them can be picked out.

The floor is the California Health and Human Services Data De-Identification Guidelines, 4.4 (cells of 1 to 10 are not
told, nor what would give them away). For the people here more is held back: tables of fewer than 30 people, zeros,
and answers that all are alike. Numbers come in steps of five, and only once a year has been over for three months, so
that nobody can watch a number grow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.questions.counting.totals import MET, Counts, Totals
from intake.questions.model import Question, Questions

FEWEST_PEOPLE = 30
FEWEST_ALIKE = 11
STEP = 5
MONTHS_TO_WAIT = 3


@dataclass(frozen=True, slots=True)
class ToldCell:
    """One answer; ``about`` is None where too few gave it, or where it would give another away."""

    option: str
    about: int | None


@dataclass(frozen=True, slots=True)
class ToldTable:
    """One question in one year. Without ``cells`` nothing may be told of it but that it was asked."""

    year: int
    question: str
    about: int | None
    cells: tuple[ToldCell, ...] = ()


def may_be_told(year: int, today: date) -> bool:
    """Whether this year has been over for long enough."""
    return today >= date(year + 1, 1 + MONTHS_TO_WAIT, 1)


def told_tables(totals: Totals, questions: Questions, today: date) -> tuple[ToldTable, ...]:
    """Every table of every year that is over, the newest year first. Private sections are never told."""
    private = {section.id for section in questions.sections if section.private}
    return tuple(
        _table(year, question, totals.years[year])
        for year in sorted(totals.years, reverse=True)
        if may_be_told(year, today)
        for question in questions.questions
        if question.section not in private and question.id in totals.years[year]
    )


def _table(year: int, question: Question, counts: Counts) -> ToldTable:
    cells = counts[question.id]
    people = cells.get(MET, 0)
    numbers = {option.id: cells.get(option.id, 0) for option in question.options}
    hidden = _hidden(numbers, people)
    if people < FEWEST_PEOPLE or hidden == set(numbers):
        return ToldTable(year, question.id, None)
    told = tuple(ToldCell(option, None if option in hidden else _near(count)) for option, count in numbers.items())
    return ToldTable(year, question.id, _near(people), told)


def _hidden(numbers: dict[str, int], people: int) -> set[str]:
    """The options that are not told: too few, everybody, and the next smallest while one could be worked out."""
    hidden = {option for option, count in numbers.items() if count < FEWEST_ALIKE or people - count < FEWEST_ALIKE}
    in_order = sorted(numbers, key=lambda option: (numbers[option], option))
    for option in in_order:
        if not hidden or (len(hidden) > 1 and sum(numbers[one] for one in hidden) >= FEWEST_ALIKE):
            break
        hidden.add(option)
    return hidden


def _near(count: int) -> int:
    return STEP * round(count / STEP)
