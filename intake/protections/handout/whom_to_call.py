"""Whom the page names, by place. No number is shipped: none was checked, so the person writes it in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem
from intake.protections.data_files.table_reader import TableReader
from intake.protections.model import Protections
from intake.protections.places import chain
from intake.resource_files import content_files

EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class WhomToCall:
    """Names of offices and callings by place."""

    by_place: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def near(self, jurisdiction: str, protections: Protections) -> tuple[str, ...]:
        """Those of the nearest place around that has any."""
        places = (*chain(protections, jurisdiction), EVERYWHERE)
        return next((self.by_place[place] for place in places if place in self.by_place), ())

    def all_names(self) -> Iterator[str]:
        """Each name once, for the translators."""
        yield from dict.fromkeys(name for names in self.by_place.values() for name in names)


def load_whom_to_call(root: Path | None = None) -> tuple[WhomToCall, list[ContentProblem]]:
    """Read every file of ``handouts/``; what is faulty is left out and named in the problems."""
    problems: list[ContentProblem] = []
    found: dict[str, tuple[str, ...]] = {}
    for file in content_files("handouts", root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        for place in file.table:
            reader = TableReader(file, file.table, problems).inner(place)
            found[place] = reader.texts("call")
            reader.finish()
            for name in found[place]:
                if any(letter.isdigit() for letter in name):
                    reader.complain(place, f"'{name}' holds a number.", "Leave numbers out: they are written by hand.")
    return WhomToCall(found), problems
