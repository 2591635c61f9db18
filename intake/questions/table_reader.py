"""Read one TOML table key by key: every fault is noted, and reading goes on."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from intake.conditions.model import Condition
from intake.conditions.parse import NotACondition, parse_condition
from intake.errors import ContentProblem
from intake.resource_files import ContentFile


class TableReader:
    """Hands out typed values and remembers which keys were asked for, so that the others stand out."""

    def __init__(
        self, file: ContentFile, table: Mapping[str, object], problems: list[ContentProblem], where: str = "here"
    ) -> None:
        self.file = file
        self._where = where
        self._table = table
        self._problems = problems
        self._known: set[str] = set()

    def note(self, key: str, what: str, cure: str) -> None:
        """Note a fault at the line of ``key``."""
        self._problems.append(self.file.problem(key, what, cure))

    def has(self, key: str) -> bool:
        """Whether the table sets this key."""
        self._known.add(key)
        return key in self._table

    def must_text(self, key: str) -> str:
        """Words that may be neither missing nor blank."""
        text = self.text(key)
        if not text.strip() and isinstance(self._table.get(key, ""), str):
            self.note(key, f"'{key}' is missing {self._where}.", f'Add {key} = "..." with the words in quotes.')
        return text

    def text(self, key: str) -> str:
        """Words, or nothing when the key is absent."""
        value = self._table.get(key, "") if self.has(key) else ""
        if isinstance(value, str):
            return value
        self.note(key, f"'{key}' takes words in quotes.", f'Write {key} = "...".')
        return ""

    def flag(self, key: str) -> bool:
        """True or false; false when the key is absent."""
        value = self._table[key] if self.has(key) else False
        if isinstance(value, bool):
            return value
        self.note(key, f"'{key}' takes true or false.", f"Write {key} = true, without quotes.")
        return False

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words, or nothing when the key is absent."""
        value = self._table[key] if self.has(key) else []
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.note(key, f"'{key}' takes a list of words.", f'Write {key} = ["...", "..."].')
        return ()

    def table(self, key: str) -> Mapping[str, object]:
        """A table, or an empty one when the key is absent."""
        value = self._table[key] if self.has(key) else {}
        if isinstance(value, dict):
            return value
        self.note(key, f"'{key}' takes a table.", f"Write {key} = {{ ... }}.")
        return {}

    def tables(self, key: str) -> tuple[TableReader, ...]:
        """A reader for each table of a list, or none when the key is absent."""
        value = self._table[key] if self.has(key) else []
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return tuple(
                TableReader(self.file, item, self._problems, f"in number {number} of '{key}'")
                for number, item in enumerate(value, start=1)
            )
        self.note(key, f"'{key}' takes a list of tables.", f"Start each with [[{key}]] on a line of its own.")
        return ()

    def condition(self, key: str) -> Condition | None:
        """A condition over the answers to other questions, or None when the key is absent."""
        if not self.has(key):
            return None
        try:
            return parse_condition(self._table[key])
        except NotACondition as error:
            cure = f'Write it like {key} = {{ question = "section.question", is = "yes" }}.'
            self.note(key, f"'{key}' cannot be read. {error}", cure)
            return None

    def value(self, key: str) -> object:
        """Whatever stands there, or None."""
        return self._table[key] if self.has(key) else None

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in sorted(self._table.keys() - self._known):
            near = get_close_matches(key, self._known, n=1)
            cure = f"Did you mean '{near[0]}'?" if near else f"Take it out; known here are {_listed(self._known)}."
            self.note(key, f"'{key}' is not a known key {self._where}.", cure)


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words))
