"""Read a table of a data file key by key, note every fault in plain words, and stop at none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from intake.answers.approximate_date import approximate_date
from intake.answers.model import ApproximateDate
from intake.errors import ContentProblem
from intake.resource_files import ContentFile

_Word = TypeVar("_Word", bound=StrEnum)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff]")
"""Control signs, and signs that turn the way in which a text is read."""


class TableReader:
    """One table, and the keys asked of it; :meth:`finish` complains of those that nobody asked for."""

    def __init__(self, file: ContentFile, table: Mapping[str, object], problems: list[ContentProblem]) -> None:
        self.file = file
        self.problems = problems
        self._table = table
        self._asked: set[str] = set()

    def complain(self, key: str, what: str, cure: str) -> None:
        """Note a fault at the first line that sets ``key``."""
        self.problems.append(self.file.problem(key, what, cure))

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that the table has."""
        return tuple(self._table)

    def value(self, key: str) -> object:
        """Whatever stands there, or None."""
        self._asked.add(key)
        return self._table.get(key)

    def text(self, key: str) -> str:
        """A text that must be there."""
        found = self.value(key)
        if isinstance(found, str) and found.strip():
            if _UNSEEN.search(found):
                self.complain(key, f"'{key}' holds signs that nobody sees.", "Type the text again by hand.")
            return found
        self.complain(key, f"'{key}' is missing or is not a text.", f'Add {key} = "...".')
        return ""

    def optional_text(self, key: str) -> str:
        """A text that may be left out."""
        return self.text(key) if self.value(key) is not None else ""

    def flag(self, key: str) -> bool:
        """True or false; false when left out."""
        found = self.value(key)
        if found is None or isinstance(found, bool):
            return bool(found)
        self.complain(key, f"'{key}' is neither true nor false.", f"Write {key} = true or leave it out.")
        return False

    def day(self, key: str) -> date:
        """A day that must be there."""
        found = self.value(key)
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        self.complain(key, f"'{key}' is missing or is not a day.", f"Write {key} = 2024-05-31, without quotes.")
        return date.min

    def optional_date(self, key: str) -> ApproximateDate | None:
        """A day, or a month or year in quotes; None when left out."""
        found = self.value(key)
        if found is None:
            return None
        when = approximate_date(found.isoformat() if isinstance(found, date) else str(found))
        if when is None:
            self.complain(key, f"'{key}' is not a date.", f'Write {key} = 2024-05-31 or {key} = "2024-05".')
        return when

    def choice(self, key: str, words: type[_Word], otherwise: _Word) -> _Word:
        """One of a closed list of words, which must be there."""
        found = self.value(key)
        if found in tuple(words):
            return words(str(found))
        self.complain(key, f"'{key}' is missing or is not a word known here.", f"Use one of: {', '.join(words)}.")
        return otherwise

    def optional_choice(self, key: str, words: type[_Word]) -> _Word | None:
        """One of a closed list of words; None when left out."""
        if self.value(key) is None:
            return None
        return self.choice(key, words, next(iter(words)))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when left out."""
        found = self.value(key)
        if found is None:
            return ()
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return tuple(found)
        self.complain(key, f"'{key}' is not a list of texts.", f'Write {key} = ["...", "..."].')
        return ()

    def words(self, key: str) -> Mapping[str, str]:
        """A table of texts by name; empty when left out."""
        found = self.value(key)
        if found is None:
            return {}
        if isinstance(found, Mapping) and all(isinstance(text, str) for text in found.values()):
            return {str(name): str(text) for name, text in found.items()}
        self.complain(key, f"'{key}' is not a table of texts.", f'Write {key} = {{ name = "..." }}.')
        return {}

    def inner(self, key: str) -> TableReader:
        """A table within this one, which must be there."""
        found = self.value(key)
        if not isinstance(found, Mapping):
            self.complain(key, f"'{key}' is missing or is not a table.", f"Add the table {key}.")
            return TableReader(self.file, {}, [])
        return TableReader(self.file, found, self.problems)

    def each(self, key: str) -> tuple[TableReader, ...]:
        """A list of tables within this one; empty when left out."""
        found = self.value(key)
        if found is None:
            return ()
        if isinstance(found, list) and all(isinstance(item, Mapping) for item in found):
            return tuple(TableReader(self.file, item, self.problems) for item in found)
        self.complain(key, f"'{key}' is not a list of tables.", f"Write [[{key}]] or {key} = [{{ ... }}].")
        return ()

    def finish(self) -> None:
        """Complain of every key that nobody asked for."""
        for key in sorted(set(self._table) - self._asked):
            self.complain(key, f"'{key}' is not a key known here.", "Mend its spelling or take it out.")
