"""How it is kept with a case what it tells of: numbers in one paper, the short names that somebody typed in another.

The numbers outlive the erasing of the words, the names do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from intake.cases.told_of import FIRST, Desk, Repeats, ToldOf

KEPT_TOLD_OF, READ_TOLD_OF = "told_of", "kept:told_of"
"""The lasting paper, as it is put and as it is read."""

NAMES = "told_of_names"
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class _Paper:
    done_by: dict[str, tuple[int, ...]]
    desk: tuple[int, int] = (1, 1)
    highest: tuple[int, int] = (1, 1)


def read_told_of(body: object) -> ToldOf:
    """What the paper says; with none, or one that cannot be read, one thing by one person."""
    try:
        paper = msgspec.convert(body, _Paper)
    except msgspec.ValidationError:
        return ToldOf()
    done_by = {int(one): persons for one, persons in paper.done_by.items() if one.isdecimal() and persons}
    desk, highest = Desk(*paper.desk), Desk(*paper.highest)
    if not done_by:
        return ToldOf()
    told_of = ToldOf(done_by, desk, highest)
    return told_of if desk in tuple(told_of.pairs()) else told_of.at(next(told_of.pairs(), FIRST))


def told_of_body(told_of: ToldOf) -> object:
    """What ``read_told_of`` reads."""
    return {
        "done_by": {str(one): list(persons) for one, persons in told_of.done_by.items()},
        "desk": [told_of.desk.incident, told_of.desk.person],
        "highest": [told_of.highest.incident, told_of.highest.person],
    }


def read_names(body: object) -> dict[str, str]:
    """The short names, by what they are of."""
    if not isinstance(body, Mapping):
        return {}
    return {str(name): words[:LONGEST_NAME] for name, words in body.items() if isinstance(words, str) and words}


def name_key(repeats: Repeats, number: int) -> str:
    """Under which key the short name of one stands."""
    return f"{repeats}.{number}"


PAPERS_OF_A_PAGE = ("lines", "yes", "form")
"""What is kept for a page to one recipient."""


def paper_about(name: str, desk: Desk) -> str:
    """The name of a paper that belongs to a page about this."""
    return name if desk == FIRST else f"{name}@{desk.incident}.{desk.person}"
