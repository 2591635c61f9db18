"""What a report tells of: one thing or several that happened, and who did which of them. Numbers, never words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST = 9
"""So many things, and so many people, may stand in one report."""

LARGEST = 99
"""No number goes beyond; none is given twice."""


class Repeats(StrEnum):
    """For what a question is asked anew: once in a report, for each thing that happened, for each who did it."""

    ONCE = "once"
    INCIDENT = "incident"
    PERSON = "person"

    @property
    def is_asked_anew(self) -> bool:
        """Whether there may be several answers."""
        return self is not Repeats.ONCE


@dataclass(frozen=True, slots=True)
class Desk:
    """What is talked about: one thing that happened, and one of those who did it."""

    incident: int = 1
    person: int = 1

    def number(self, repeats: Repeats) -> int:
        """The number of the one that such a question is about."""
        return {Repeats.ONCE: 1, Repeats.INCIDENT: self.incident, Repeats.PERSON: self.person}[repeats]


FIRST = Desk()
_ONE_BY_ONE: Mapping[int, tuple[int, ...]] = {1: (1,)}


@dataclass(frozen=True, slots=True)
class ToldOf:
    """``done_by``: for each thing that happened who did it, both in the order of telling. ``desk``: what is at hand.

    A number is never given twice, so that nothing kept under it can come to be about something else.
    """

    done_by: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: dict(_ONE_BY_ONE))
    desk: Desk = FIRST
    highest: Desk = FIRST

    @property
    def incidents(self) -> tuple[int, ...]:
        """Every thing that happened."""
        return tuple(self.done_by)

    @property
    def persons(self) -> tuple[int, ...]:
        """Everybody who did something, each once."""
        return tuple(dict.fromkeys(person for persons in self.done_by.values() for person in persons))

    def numbers(self, repeats: Repeats) -> tuple[int, ...]:
        """Every number that a question may be asked for."""
        return {Repeats.ONCE: (1,), Repeats.INCIDENT: self.incidents, Repeats.PERSON: self.persons}[repeats]

    def pairs(self) -> Iterator[Desk]:
        """Each thing with each of those who did it."""
        return (Desk(incident, person) for incident, persons in self.done_by.items() for person in persons)

    def desk_for(self, repeats: Repeats, number: int) -> Desk:
        """The desk with this one on it; as it is when there is no such one."""
        if repeats is Repeats.INCIDENT and number in self.done_by:
            persons = self.done_by[number]
            return Desk(number, self.desk.person if self.desk.person in persons else persons[0])
        if repeats is Repeats.PERSON:
            here = sorted(self.pairs(), key=lambda pair: pair.incident != self.desk.incident)
            return next((pair for pair in here if pair.person == number), self.desk)
        return self.desk

    def at(self, desk: Desk) -> ToldOf:
        """The same with another one on the desk."""
        return replace(self, desk=desk)

    def may_grow(self, repeats: Repeats) -> bool:
        """Whether one more may be told of."""
        return len(self.numbers(repeats)) < MOST and max(self.highest.incident, self.highest.person) < LARGEST - 1

    def with_incident(self, done_by: int = 0) -> ToldOf:
        """Something else happened, at the hands of ``done_by``; 0: of somebody new, or of nobody knows whom yet."""
        if not self.may_grow(Repeats.INCIDENT):
            return self
        incident = self.highest.incident + 1
        person = done_by if done_by in self.persons else self.highest.person + 1
        return _grown(self, {**self.done_by, incident: (person,)}, Desk(incident, person))

    def with_person(self, known: int = 0, instead_of: Iterable[int] = ()) -> ToldOf:
        """One more did the thing on the desk: ``known`` from another one, or somebody new (0).

        ``instead_of`` are those of this one of whom nothing was said; they only kept the place.
        """
        person = known if known in self.persons else self.highest.person + 1
        left = tuple(one for one in self.done_by[self.desk.incident] if one not in set(instead_of))
        persons = tuple(dict.fromkeys((*left, person)))
        if person not in self.persons and not self.may_grow(Repeats.PERSON):
            return self
        return _grown(self, {**self.done_by, self.desk.incident: persons}, Desk(self.desk.incident, person))

    def without_incident(self, number: int) -> ToldOf:
        """One thing less; the last one stays."""
        left = {one: persons for one, persons in self.done_by.items() if one != number}
        return _settled(self, left) if left else self

    def without_person(self, number: int) -> ToldOf:
        """One person less; what only they did is now done by nobody knows whom."""
        left = {one: tuple(who for who in persons if who != number) for one, persons in self.done_by.items()}
        told = self
        for incident, persons in left.items():
            if not persons:
                told = replace(told, highest=Desk(told.highest.incident, told.highest.person + 1))
                left[incident] = (told.highest.person,)
        return _settled(told, left)

    def completed(self, incidents: Iterable[int], persons: Iterable[int]) -> ToldOf:
        """With all that answers are kept for, should the note of it be lost: nobody is said to have done what."""
        told = self
        for incident in sorted({*incidents} - {*self.incidents}):
            person = max(told.highest.person, *told.persons) + 1
            told = _grown(told, {**told.done_by, incident: (person,)}, told.desk)
        for person in sorted({*persons} - {*told.persons}):
            first = told.incidents[0]
            told = _grown(told, {**told.done_by, first: (*told.done_by[first], person)}, told.desk)
        return told


def _settled(told: ToldOf, done_by: Mapping[int, tuple[int, ...]]) -> ToldOf:
    """With fewer of them; what was on the desk stays there if it is still told of."""
    incident = told.desk.incident if told.desk.incident in done_by else next(iter(done_by))
    persons = done_by[incident]
    return _grown(told, done_by, Desk(incident, told.desk.person if told.desk.person in persons else persons[0]))


def _grown(told: ToldOf, done_by: Mapping[int, tuple[int, ...]], desk: Desk) -> ToldOf:
    persons = [person for group in done_by.values() for person in group]
    highest = Desk(max(told.highest.incident, *done_by), max(told.highest.person, *persons))
    return ToldOf(done_by, desk, highest)
