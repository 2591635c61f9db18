"""Where the answers stand that are given anew for each thing that happened and for each person.

Those of the first stand under the id of the question, as if there were only one; those of the second under ``id@2``,
and so on. This module alone knows how. All other code asks by plain ids and is given the answers of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from intake.cases.told_of import LARGEST, Desk, Repeats, ToldOf

_ADDRESS = re.compile(r"(?P<plain>[^@]+)@(?P<number>[2-9]|[1-9][0-9])", re.ASCII)

T = TypeVar("T")


class Asked(Protocol):
    """A question, as far as this module asks."""

    @property
    def id(self) -> str:
        """Its own id."""
        ...

    @property
    def repeats(self) -> Repeats:
        """For what it is asked anew."""
        ...


def address(plain: str, number: int) -> str:
    """Where the answer of this number stands."""
    return plain if number == 1 else f"{plain}@{number}"


def plain_id(question_id: str) -> str:
    """The id of the question; of any other text the text itself."""
    found = _ADDRESS.fullmatch(question_id)
    return found["plain"] if found else question_id


def number_of(question_id: str) -> int:
    """Which one it is about."""
    found = _ADDRESS.fullmatch(question_id)
    return int(found["number"]) if found else 1


def every_address(plain: str) -> Iterable[str]:
    """Wherever an answer to this question could stand."""
    return (address(plain, number) for number in range(1, LARGEST + 1))


def address_on(desk: Desk, question: Asked) -> str:
    """Where the answer to a question stands for what is on the desk."""
    return address(question.id, desk.number(question.repeats))


def seen_from(desk: Desk, told: Mapping[str, T], questions: Iterable[Asked]) -> dict[str, T]:
    """What was told of one thing by one person, by plain ids, with what is told once; nothing of any other."""
    repeats = {question.id: question.repeats for question in questions}
    seen = {}
    for name, value in told.items():
        plain = plain_id(name)
        if number_of(name) == desk.number(repeats.get(plain, Repeats.ONCE)):
            seen[plain] = value
    return seen


def told_of_in(told_of: ToldOf, names: Iterable[str], questions: Iterable[Asked]) -> ToldOf:
    """The same, with every number that an answer is kept under."""
    numbered = [name for name in names if number_of(name) > 1]
    if not numbered:
        return told_of
    repeats = {question.id: question.repeats for question in questions}
    found: dict[Repeats, set[int]] = {one: set() for one in Repeats}
    for name in numbered:
        found[repeats.get(plain_id(name), Repeats.ONCE)].add(number_of(name))
    return told_of.completed(found[Repeats.INCIDENT], found[Repeats.PERSON])
