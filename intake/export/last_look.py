"""The last look before a file leaves: whether anything that the person told and did not release stands in it.

Any doubt about the look itself counts as a hit: too long, impossible, a list that is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.export.doubts import as_refusals
from intake.export.exporter import Exporter
from intake.export.forbidden_values import ForbiddenValues, Kind, LookTookTooLong
from intake.referral.compose import PageTerms
from intake.referral.content import ReferralContent
from intake.referral.fields import NAME_TO_USE, REPORT_NUMBER
from intake.referral.frames import FrameUse, OwnWords, Typed
from intake.referral.page import Page
from intake.referral.typed.own_lines import typed_into
from intake.releases.refusal import Refusal

SHORTEST_REASON = 10
"""Letters that a reason for passing an alarm by must have at least."""

_CHECKS = {Kind.NAME: "case_name", Kind.NUMBER: "case_number", Kind.WORDS: "case_words", Kind.PAPERS: "case_papers"}
_MAY_BE_FALSE = {"case_name", "case_number", "case_words", "lens_name"}


_NUMBER = re.compile(r"\d+")
_TELLS_WHO = frozenset({Typed.PLATE, Typed.PHONE, Typed.BADGE, Typed.NAME_USED})
"""What could as well be the reporter's own, typed in the wrong place."""


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """Somebody looked, says why this is no leak, and the person has seen it and says yes. Never for papers."""

    reason: str = field(repr=False)
    person_agreed: bool

    @property
    def holds(self) -> bool:
        """Whether both are there."""
        return self.person_agreed and len("".join(self.reason.split())) >= SHORTEST_REASON


def may_be_false(alarms: tuple[Refusal, ...]) -> bool:
    """Whether people may find that these mean nothing."""
    return all(alarm.check in _MAY_BE_FALSE for alarm in alarms)


def passes_by(alarms: tuple[Refusal, ...], false_alarm: FalseAlarm | None) -> bool:
    """Whether these alarms are passed by with what was said about them."""
    return may_be_false(alarms) and false_alarm is not None and false_alarm.holds


def last_look(
    finished: bytes,
    page: Page,
    terms: PageTerms,
    forbidden: ForbiddenValues,
    exporter: Exporter,
    content: ReferralContent,
) -> tuple[Refusal, ...]:
    """Every kind of unreleased value in the finished file, and any word that never leaves; it is never said which."""
    if not content.spellings.is_whole:
        return as_refusals(["look_impossible"])
    try:
        strings = exporter.strings(finished)
        allowed = _allowed(page, terms, forbidden, content)
        found = forbidden.found_in(strings, allowed, terms.prepared_by, content.spellings)
        if any(forbidden.is_told_elsewhere(field_id, value) for field_id, value in _typed(page, content)):
            found |= {Kind.NUMBER}
        never = any(content.never.on_page(" ".join(text.split())) for text in strings)
    except LookTookTooLong:
        return as_refusals(["look_too_long"])
    except (ValueError, RecursionError, MemoryError, ImportError):
        return as_refusals(["look_impossible"])
    return as_refusals([*(_CHECKS[kind] for kind in sorted(found)), *(["file_never_word"] if never else [])])


def _allowed(page: Page, terms: PageTerms, forbidden: ForbiddenValues, content: ReferralContent) -> tuple[str, ...]:
    """What may stand on the page: our own sentences, the frames, the reference and the day, and what was released."""
    ours = [
        _said(line, said, terms, forbidden, content) if isinstance(said, FrameUse) else _fixed_or_own(line, said, terms)
        for row in page.rows
        for line, said in zip(row.lines, row.said, strict=True)
    ]
    head = [line.value for line in page.head if line.id != "prepared_by"]
    labels = [*(line.label for line in page.head), *(row.label for row in page.rows)]
    name = terms.name_to_use if NAME_TO_USE in terms.items else ""
    number = terms.report_number if REPORT_NUMBER in terms.items else ""
    released = forbidden.released(name, number)
    return (page.title, *page.paragraphs, page.closing, *labels, *head, *ours, *released)


def _fixed_or_own(line: str, said: OwnWords | None, terms: PageTerms) -> str:
    """A constant; or a line that passed the gate, whose words the frames know, so that only its numbers can tell."""
    return _without_typed(line, terms) if said is None else _NUMBER.sub(" ", line)


def _said(line: str, use: FrameUse, terms: PageTerms, forbidden: ForbiddenValues, content: ReferralContent) -> str:
    """The sentence; a name or number typed into it only as far as it was told under the field that is released."""
    for field_id, kind, value in _typed_into(use, content):
        if kind not in _TELLS_WHO:
            line = line.replace(value, _NUMBER.sub(" ", value))
        elif field_id not in terms.items or not forbidden.is_told_as(field_id, value):
            line = line.replace(value, " ")
    return line


def _typed(page: Page, content: ReferralContent) -> Iterator[tuple[str, str]]:
    for use in page.uses():
        yield from ((field_id, value) for field_id, kind, value in _typed_into(use, content) if kind in _TELLS_WHO)


def _typed_into(use: FrameUse, content: ReferralContent) -> Iterator[tuple[str, Typed, str]]:
    """The field, the kind and the text of everything that somebody typed into a sentence."""
    field_id = content.frames[use.frame_id].field
    yield from ((field_id, kind, value) for kind, value in typed_into(use, content))


def _without_typed(line: str, terms: PageTerms) -> str:
    if line == terms.name_to_use:
        return ""
    return line.replace(terms.report_number, " ") if terms.report_number else line
