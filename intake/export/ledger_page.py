"""The person's own page of who has what: one plain sheet, read back and written as every page is.

It names no report, nothing that happened and, where the person wants it so, no office. The day until which the report
is kept stands on it where there is one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from babel.dates import format_date

from intake.export.doubts import as_refusals
from intake.export.exporter import Exporter, PageDoesNotFit, PageHasOtherLetters
from intake.export.save_summary import Refused, Saved
from intake.export.write_safely import write_safely
from intake.referral.content import ReferralContent
from intake.referral.page import HeadLine, Page, Row
from intake.releases.refusal import Refusal
from intake.wording.catalogue import Wording

MOST_ROWS = 12
"""So many fit on the sheet whatever they say: the newest lines, that there are older ones, and the last day."""

_ROOM = 2  # lines of type for each entry


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One permission. ``name`` is empty when the person wants the office not named; ``until`` when it holds."""

    name: str = field(repr=False)
    until: date | None = None
    is_taken_back: bool = False
    made_on: tuple[date, ...] = ()
    by_order: bool = False


@dataclass(frozen=True, slots=True)
class LedgerDays:
    """When the sheet is made, and the last day of a report that is kept until one."""

    made_on: date
    kept_until: date | None = None


def ledger_page(
    lines: Sequence[LedgerLine], prepared_by: str, days: LedgerDays, content: ReferralContent, wording: Wording
) -> Page:
    """The sheet, the newest line first."""
    words = _Words(content, wording)
    room = MOST_ROWS - (days.kept_until is not None)
    rows = [_row(line, words) for line in lines[: room if len(lines) <= room else room - 1]]
    if not rows:
        rows = [Row("nothing", words.say("nothing"), ("",), _ROOM)]
    elif len(lines) > len(rows):
        rows.append(Row("earlier", words.say("older"), (words.say("earlier"),), _ROOM))
    if days.kept_until is not None:
        until = words.say("kept_until").replace("{day}", words.day(days.kept_until))
        rows.append(Row("kept", words.say("kept"), (until,), _ROOM))
    return Page(
        recipient_id="",
        language=wording.language,
        title=words.say("title"),
        head=(
            HeadLine("prepared_by", content.words.text("prepared_by", wording), prepared_by),
            HeadLine("made_on", words.say("made_on"), words.day(days.made_on)),
        ),
        paragraphs=(words.say("about"), words.say("asking")),
        rows=tuple(rows),
        closing=words.say("closing"),
    )


def save_ledger_page(page: Page, content: ReferralContent, exporter: Exporter, folder: Path) -> Saved | Refused:
    """Write the sheet, or say why not. Raises Mishap when the disk will not take it; then nothing is there."""
    if any(content.never.on_page(text) for text in page.texts()):
        return Refused((Refusal("never_word", "The page holds a word that could harm the person."),))
    try:
        finished = exporter.render(page)
    except PageDoesNotFit:
        return Refused((Refusal("no_room", "The page is too full. Take off a line and try again."),))
    except PageHasOtherLetters:
        return Refused(as_refusals(["letters"]))
    doubts = exporter.read_back(finished, page)
    if doubts:
        return Refused(doubts)
    return Saved(write_safely(folder, finished, exporter.suffix), hashlib.sha256(finished).hexdigest(), 1)


@dataclass(frozen=True, slots=True)
class _Words:
    content: ReferralContent
    wording: Wording

    def say(self, key: str) -> str:
        return self.content.words.text(f"ledger_{key}", self.wording)

    def day(self, on: date) -> str:
        return format_date(on, format="long", locale=self.wording.language)


def _row(line: LedgerLine, words: _Words) -> Row:
    if line.by_order:
        says = []
    elif line.is_taken_back:
        says = [words.say("taken_back")]
    elif line.until is not None:
        says = [words.say("until").replace("{day}", words.day(line.until))]
    else:
        says = [words.say("ended")]
    if line.made_on:
        says += [words.say("saved").replace("{day}", words.day(line.made_on[-1]))]
    else:
        says += [words.say("not_saved")]
    label = words.say("a_court") if line.by_order else line.name or words.say("an_office")
    return Row("line", label, tuple(says), _ROOM)
