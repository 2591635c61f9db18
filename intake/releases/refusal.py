"""A calm no: what was checked, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why nothing may leave yet. ``check`` is stable; neither part holds anything personal."""

    check: str
    what_to_do: str = field(repr=False)

    @property
    def message_id(self) -> str:
        """The id under which a translation of ``what_to_do`` is looked up."""
        return f"refusal.{self.check}"
