"""Facts as conditions see them. What is absent is unknown, never a default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Record = Mapping[str, str]
FactValue = str | tuple[str, ...] | tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Known facts by name. ``unfinished`` names the lists to which an open question may still add."""

    values: Mapping[str, FactValue] = field(default_factory=dict, repr=False)
    unfinished: frozenset[str] = field(default_factory=frozenset, repr=False)

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

    def has(self, name: str) -> bool:
        """Whether anything at all is known under this name."""
        value = self.values.get(name)
        return value is not None and value != "unknown"
