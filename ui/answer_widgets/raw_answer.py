"""What an answer widget hands over before anybody has judged it. No Qt here: the presenter reads it too."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Something is in the field that is not an answer yet. ``advice`` says gently what is missing."""

    text: str = field(repr=False)
    advice: str = ""


Raw = str | tuple[str, ...] | HalfTyped | None
"""Words, the ids of options, something half typed, or None when the field is empty."""
