"""The finished page as data: every string on it, in the order in which it stands there."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from intake.referral.frames import FrameUse, Line, OwnWords


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A label and its value at the top of the page."""

    id: str
    label: str = field(repr=False)
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: it prints for every case. ``said`` names where each line comes from, or None for a fixed one."""

    id: str
    label: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    room: int
    said: tuple[Line | None, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One page for one recipient. Nothing else than these strings is ever printed."""

    recipient_id: str
    language: str
    title: str = field(repr=False)
    head: tuple[HeadLine, ...] = field(repr=False)
    paragraphs: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    closing: str = field(repr=False)

    def texts(self) -> tuple[str, ...]:
        """Every string, from top to bottom."""
        head = (part for line in self.head for part in (line.label, line.value))
        rows = (part for row in self.rows for part in (row.label, *row.lines))
        return (self.title, *head, *self.paragraphs, *rows, self.closing)

    def uses(self) -> tuple[FrameUse, ...]:
        """The frames that the page says, in order."""
        return tuple(line for row in self.rows for line in row.said if isinstance(line, FrameUse))

    def own_lines(self) -> tuple[OwnWords, ...]:
        """The lines on the page that somebody wrote, in order."""
        return tuple(line for row in self.rows for line in row.said if isinstance(line, OwnWords))


def page_hash(page: Page) -> str:
    """The fingerprint of a page, to prove later which one was signed. SHA-256 in hexadecimal."""
    whole = json.dumps([page.recipient_id, page.language, *page.texts()], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode("ascii")).hexdigest()
