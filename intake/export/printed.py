"""What a finished file must say, whatever it is a file of: the words to hold it against when it is read back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Printed:
    """Every string in reading order, and those of them that are headings.

    ``is_long`` when it may have tables and several pages, each with its number at the end; else it is one page.
    """

    language: str
    title: str = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)
    headings: tuple[str, ...] = field(repr=False)
    is_long: bool = False
