"""What a finished file must say, whatever it is a file of: the words to hold it against when it is read back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Printed:
    """Every string in reading order, and those of them that are headings.

    ``is_long`` when it may have several pages, each with its number at the end; else it is one page. ``is_of_no_case``
    when it speaks of texts and rules alone: then it may have lists, tables and filled shapes, which no page of a report
    may, since something could hide in them.
    """

    language: str
    title: str = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)
    headings: tuple[str, ...] = field(repr=False)
    is_long: bool = False
    is_of_no_case: bool = False
