"""All details in a text, of every kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from intake.errors import ContentProblem
from intake.plain_letters import plain_letters
from intake.questions.table_reader import TableReader
from intake.resource_files import content_files
from intake.screening.details.addresses import Addresses
from intake.screening.details.birth_dates import BirthDates
from intake.screening.details.contacts import Contacts
from intake.screening.details.detail import Detail, DetailWords, Finder
from intake.screening.details.names import Names
from intake.screening.details.plates import Plates

_SHELF = "details"
_NUMBERS = re.compile(r"[0-9][0-9]*")  # a set at its beginning is what `re` looks for quickly


@dataclass(frozen=True, slots=True)
class Details:
    """Finds what tells who somebody is."""

    finders: Sequence[Finder] = field(default=(), repr=False)

    def find(self, text: str) -> list[Detail]:
        """Every detail, in the order of where it begins."""
        numbers = [one.start() for one in _NUMBERS.finditer(text)]
        found = (detail for finder in self.finders for detail in finder.find(text, numbers))
        return sorted(found, key=lambda one: (one.start, one.end))


def build_details(words: DetailWords) -> Details:
    """Make every kind ready for the words of all languages."""
    return Details((Contacts(), Addresses(words), Plates(), BirthDates(words), Names(words)))


def load_details(root: Path | None, problems: list[ContentProblem]) -> Details:
    """Read ``resources/details``: what the files list adds up."""
    listed: dict[str, set[str]] = {one.name: set() for one in fields(DetailWords)}
    for file in content_files(_SHELF, root):
        if isinstance(file, ContentProblem):
            problems.append(file)
            continue
        reader = TableReader(file, file.table, problems)
        reader.must_text("source")
        for name, words in listed.items():
            words.update(plain_letters(word) for entry in reader.words(name) for word in entry.split("|"))
        reader.finish()
    for name in (name for name, words in listed.items() if not words):
        what = f"No file of this folder lists any '{name}', so names, numbers or addresses would be missed."
        problems.append(ContentProblem(_SHELF, 1, what, f'Put {name} = ["..."] back into one of its files.'))
    return build_details(DetailWords(**{name: frozenset(words) for name, words in listed.items()}))
