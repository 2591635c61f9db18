"""How often each answer was given in a calendar year. There is no way from here to a report or to a day."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from intake.answers.model import AnswerValue, Choice, Choices
from intake.errors import Defect

MET = ""
"""The key under which it stands how many people met a question."""

Counts = Mapping[str, Mapping[str, int]]
"""By question: how often each option was given, and under ``MET`` by how many people."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts by year. Within a year they have no order."""

    years: Mapping[int, Counts] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def with_one_more(self, year: int, answers: Mapping[str, AnswerValue]) -> Totals:
        """These totals and the answers of one more person, each question for itself."""
        counts = {question: dict(cells) for question, cells in self.years.get(year, {}).items()}
        for question, value in answers.items():
            cells = counts.setdefault(question, {})
            for key in (MET, *_options(value)):
                cells[key] = cells.get(key, 0) + 1
        return Totals({**self.years, year: counts})

    def to_json(self) -> str:
        """The totals as text; the order of its lines says nothing of the order of the answers."""
        return json.dumps({str(year): counts for year, counts in self.years.items()}, sort_keys=True)


def totals_from_json(text: str | None) -> Totals:
    """What ``to_json`` wrote; empty totals for None. Raises Defect for anything else."""
    if text is None:
        return Totals()
    try:
        years = json.loads(text)
        read = {
            int(year): {
                str(question): {str(option): int(count) for option, count in cells.items()}
                for question, cells in counts.items()
            }
            for year, counts in years.items()
        }
    except (ValueError, TypeError, AttributeError):
        raise Defect("the totals in the vault cannot be read") from None
    return Totals(read)


def _options(value: AnswerValue) -> tuple[str, ...]:
    match value:
        case Choice(option):
            return (option,)
        case Choices(options):
            return options
    raise Defect("only choices can be counted")
