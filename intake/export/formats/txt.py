"""A page as plain text: UTF-8, lines of one width, each row in a fixed number of lines."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from intake.export.doubts import as_refusals
from intake.export.exporter import FormatWords, PageDoesNotFit
from intake.referral.page import Page
from intake.releases.refusal import Refusal

WIDTH = 78
"""Characters in a line, at most."""

_INDENT = "  "
_HEAD_ROOM, _PARAGRAPH_ROOM, _CLOSING_ROOM = 2, 5, 2  # lines kept free, enough in every shipped language


class TxtExporter:
    """Lines that end in a line feed, no mark at the start. The same page gives the same bytes."""

    name = "txt"
    words = FormatWords("Plain text", "Words only, for a form of theirs or to read out by phone.")
    suffix = ".txt"
    seal = None

    def render(self, page: Page, /) -> bytes:
        """The finished file. Raises PageDoesNotFit when a text is longer than its room."""
        return "".join(f"{line}\n" for line in _lines(page)).encode("utf-8")

    def read_back(self, finished: bytes, page: Page, /) -> tuple[Refusal, ...]:
        """Every doubt about the finished file."""
        return as_refusals(_doubts(finished, page))

    def strings(self, finished: bytes, /) -> tuple[str, ...]:
        """The whole text. Raises ValueError when it is none."""
        return (finished.decode("utf-8"),)


EXPORTER = TxtExporter()


def lines_of(page: Page) -> int:
    """How many lines a page of this recipient has, whatever it says."""
    rows = sum(2 + row.room for row in page.rows)
    head = len(page.head) * _HEAD_ROOM
    return 3 + head + len(page.paragraphs) * (_PARAGRAPH_ROOM + 1) + rows + 1 + _CLOSING_ROOM


def _lines(page: Page) -> Iterator[str]:
    yield from (page.title, "=" * WIDTH, "")
    for line in page.head:
        yield from _in_room(f"{line.label}: {line.value}", _HEAD_ROOM)
    for paragraph in page.paragraphs:
        yield ""
        yield from _in_room(paragraph, _PARAGRAPH_ROOM)
    for row in page.rows:
        yield from ("-" * WIDTH, row.label)
        yield from _in_room(" ".join(row.lines), row.room, _INDENT)
    yield "-" * WIDTH
    yield from _in_room(page.closing, _CLOSING_ROOM)


def _in_room(text: str, room: int, indent: str = "") -> Iterator[str]:
    wrapped = textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    if len(wrapped) > room or any(len(line) > WIDTH for line in wrapped):
        raise PageDoesNotFit
    yield from (*wrapped, *[""] * (room - len(wrapped)))


def _doubts(finished: bytes, page: Page) -> Iterator[str]:
    try:
        text = finished.decode("utf-8")
    except UnicodeDecodeError:
        yield "file_unreadable"
        return
    lines = text.split("\n")
    if len(lines) != lines_of(page) + 1 or lines[-1] or any(len(line) > WIDTH for line in lines):
        yield "file_shape"
    if any(unicodedata.category(letter)[0] == "C" for line in lines for letter in line):
        yield "file_extras"  # control characters, marks that turn the direction of writing, marks without a picture
    if [line for line in lines if line.rstrip() != line]:
        yield "file_extras"  # blanks that nobody sees
    rules = {"=" * WIDTH, "-" * WIDTH}
    seen = " ".join(" ".join(line for line in lines if line not in rules).split())
    head = (f"{line.label}: {line.value}" for line in page.head)
    rows = (part for row in page.rows for part in (row.label, *row.lines))
    if seen != " ".join(" ".join((page.title, *head, *page.paragraphs, *rows, page.closing)).split()):
        yield "file_text"
