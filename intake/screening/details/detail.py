"""A detail by which somebody can be found, and the words of the languages beside which one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol


class Whose(Enum):
    """When a detail is taken for the reporter's own, or for that of somebody close.

    ``UNLESS_OTHERS``: always, where the other person is not plainly meant; ``GUESSED``: likewise, and less surely;
    ``ONLY_OWN``: only beside a word for the reporter.
    """

    UNLESS_OTHERS = "unless_others"
    GUESSED = "guessed"
    ONLY_OWN = "only_own"


class Detail(NamedTuple):
    """Where in the text as typed a detail stands."""

    start: int
    end: int
    whose: Whose

    def __repr__(self) -> str:
        return f"Detail(start={self.start}, end={self.end})"


class Finder(Protocol):
    """Finds the details of one kind, in linear time."""

    def find(self, text: str, numbers: Sequence[int]) -> Iterator[Detail]:
        """Each of them. ``numbers``: where the runs of digits begin."""
        ...


@dataclass(frozen=True, slots=True)
class DetailWords:
    """The words of all languages, in small letters without accents, as ``resources/details`` holds them.

    ``streets`` follow the name of a street, ``small_streets`` tell one in small letters too, ``streets_before`` stand
    before it, ``units`` after a number and a name; ``boxes`` before the number of a box at a post office;
    ``says_own_name``, perhaps with one of the ``titles``, comes before one's own name and ``says_name`` before
    anybody's; ``place_follows`` stands before the name of a place or a thing, ``no_given`` begins one of two words,
    and ``no_surname`` ends it.
    """

    streets: frozenset[str] = field(default=frozenset(), repr=False)
    small_streets: frozenset[str] = field(default=frozenset(), repr=False)
    streets_before: frozenset[str] = field(default=frozenset(), repr=False)
    units: frozenset[str] = field(default=frozenset(), repr=False)
    boxes: frozenset[str] = field(default=frozenset(), repr=False)
    months: frozenset[str] = field(default=frozenset(), repr=False)
    kin: frozenset[str] = field(default=frozenset(), repr=False)
    says_own_name: frozenset[str] = field(default=frozenset(), repr=False)
    says_name: frozenset[str] = field(default=frozenset(), repr=False)
    titles: frozenset[str] = field(default=frozenset(), repr=False)
    place_follows: frozenset[str] = field(default=frozenset(), repr=False)
    no_given: frozenset[str] = field(default=frozenset(), repr=False)
    no_surname: frozenset[str] = field(default=frozenset(), repr=False)
    given_names: frozenset[str] = field(default=frozenset(), repr=False)
