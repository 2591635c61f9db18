"""Facts as conditions see them. What is absent is unknown, never a default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Record = Mapping[str, str]
FactValue = str | tuple[str, ...] | tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Known facts by name. ``unfinished`` names the lists to which an open question may still add.

    ``may_gain`` says which words such a list may still gain; for one that it does not name, that may be anything.
    """

    values: Mapping[str, FactValue] = field(default_factory=dict, repr=False)
    unfinished: frozenset[str] = field(default_factory=frozenset, repr=False)
    may_gain: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def one(self, name: str) -> str | None:
        """A single value, or None when it is absent or given as ``unknown``."""
        value = self.values.get(name)
        return value if isinstance(value, str) and value != "unknown" else None

    def many(self, name: str) -> tuple[str, ...] | None:
        """A list of values, or None when the list is absent."""
        value = self.values.get(name)
        if not isinstance(value, tuple):
            return None
        return tuple(item for item in value if isinstance(item, str))

    def records(self, name: str) -> tuple[Record, ...] | None:
        """A list of records, or None when the list is absent."""
        value = self.values.get(name)
        if not isinstance(value, tuple):
            return None
        return tuple(item for item in value if not isinstance(item, str))

    def could_gain(self, name: str, words: Iterable[str]) -> bool:
        """Whether an open question may still add one of these words to the list."""
        return name in self.unfinished and (name not in self.may_gain or not self.may_gain[name].isdisjoint(words))

    def has(self, name: str) -> bool:
        """Whether anything at all is known under this name."""
        value = self.values.get(name)
        return value is not None and value != "unknown"
