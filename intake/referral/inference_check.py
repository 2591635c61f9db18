"""Read the assembled page as a stranger would, and refuse it on any doubt.

This looks at the finished strings only and trusts nothing that the composer noted down: every line must be read
again as a frame that this recipient may be told, with words from the closed lists, or as one of the constants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from babel.dates import format_date, get_month_names
from babel.lists import format_list

from intake.referral.compose import PageTerms
from intake.referral.content import ReferralContent
from intake.referral.frames import GAP, Frame, OwnWords, Slot
from intake.referral.page import Page
from intake.referral.recipients import Recipient, RowTemplate
from intake.referral.ref_code import is_ref_code
from intake.referral.typed.own_lines import NOTHING_TYPED, OwnLines
from intake.referral.typed_names import SHAPES, is_name_to_use, is_program, is_report_number
from intake.releases.refusal import Refusal
from intake.wording.catalogue import ENGLISH, Wording

TELLING_TOGETHER = 3
"""From this many small facts on, a person may be recognised although none of them names them."""

_TELLING_FRAMES = ("person.pronouns", "where.district", "when.day", "meetings.needs")


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to look at together before the page leaves; it does not stop it."""

    check: str
    what_to_look_at: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the check found."""

    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[Warned, ...] = ()


def inspect_page(
    page: Page,
    recipient: Recipient,
    terms: PageTerms,
    content: ReferralContent,
    wording: Wording,
    own: OwnLines = NOTHING_TYPED,
) -> Inspected:
    """Every reason to stop this page, and what to look at before it leaves."""
    recipient = recipient.told(terms.items)
    refusals = (
        *_shape(page, recipient, terms, content, wording),
        *_head(page, recipient, terms, content, wording),
        *_lines(page, _Reader(recipient, terms, content, wording, own)),
        *_words(page, terms, content),
    )
    return Inspected(refusals, tuple(_warnings(page, terms)))


def _shape(
    page: Page, recipient: Recipient, terms: PageTerms, content: ReferralContent, wording: Wording
) -> Iterator[Refusal]:
    expected = [
        (row.id, wording.text(recipient.message_id(f"row.{row.id}"), row.label), row.room) for row in recipient.rows
    ]
    keys = (terms.title_key, "about", "asking", terms.closing_key)
    constants = tuple(recipient.constant(key, content.words, wording) for key in keys)
    same = (
        [(row.id, row.label, row.room) for row in page.rows] == expected
        and (page.title, *page.paragraphs, page.closing) == constants
        and all(row.lines for row in page.rows)
        and (page.recipient_id, page.language) == (recipient.id, wording.language)
    )
    if not same:
        yield Refusal("shape", "The page does not have the rows of its template. Compose it again.")


def _head(
    page: Page, recipient: Recipient, terms: PageTerms, content: ReferralContent, wording: Wording
) -> Iterator[Refusal]:
    ends = format_date(terms.expires_on, format="long", locale=wording.language)
    unit = wording.text(recipient.message_id("unit"), recipient.unit)
    values = {"for": unit, "ref": terms.ref, "prepared_by": terms.prepared_by, "permission_ends": ends}
    expected = [(key, recipient.constant(key, content.words, wording), values[key]) for key in recipient.head]
    typed_well = is_ref_code(terms.ref) and is_program(terms.prepared_by, content.never)
    if [(line.id, line.label, line.value) for line in page.head] != expected or not typed_well:
        yield Refusal("head", "The top of the page is not what the release says. Compose it again.")


def _lines(page: Page, reader: _Reader) -> Iterator[Refusal]:
    templates = {row.id: row for row in reader.recipient.rows}
    for row in page.rows:
        template = templates.get(row.id)
        if template is None or not all(reader.understands(line, template) for line in row.lines):
            yield Refusal(
                "line_not_understood",
                "A line cannot be read as one of the sentences for this recipient. Take it off the page.",
            )
            return


def _words(page: Page, terms: PageTerms, content: ReferralContent) -> Iterator[Refusal]:
    if any(content.never.on_page(text) for text in page.texts()) or content.never.in_name(terms.name_to_use):
        yield Refusal(
            "never_word", "The page holds a word that could harm the person. Change the name or the line that holds it."
        )


def _warnings(page: Page, terms: PageTerms) -> Iterator[Warned]:
    said = [use for use in page.uses() if use.frame_id in _TELLING_FRAMES]
    other_language = [
        use for use in page.uses() if use.frame_id == "meetings.language" and use.slots != {"language": (ENGLISH,)}
    ]
    named = [terms.name_to_use] if any(letter.islower() for letter in terms.name_to_use) else []
    if len(said) + len(other_language) + len(named) >= TELLING_TOGETHER:
        yield Warned(
            "recognisable",
            "Taken together, these small facts could let somebody recognise the person. Take off what is not needed.",
        )


class _Reader:
    """Reads one line against the frames and constants that its row may hold."""

    def __init__(
        self, recipient: Recipient, terms: PageTerms, content: ReferralContent, wording: Wording, own: OwnLines
    ) -> None:
        self.recipient = recipient
        self._own = own
        self._terms = terms
        self._content = content
        self._wording = wording

    def understands(self, line: str, row: RowTemplate) -> bool:
        allowed = [name for name in row.fields if self.recipient.may_be_told(name, self._terms.items)]
        if line in self._constants(row, allowed):
            return True
        frames = [one for one in self._content.frames_for(self.recipient.id) if one.field in allowed]
        return any(self._says(frame, line) for frame in frames) or self._is_own(line, allowed)

    def _says(self, frame: Frame, line: str) -> bool:
        found = re.fullmatch(self._pattern(frame), line)
        if found is None:
            return False
        typed = {name: slot.typed for name, slot in frame.slots.items() if slot.typed is not None}
        judge, language = self._own.judge, self._wording.language
        return all(judge.may_fill(kind, found.group(name), language) for name, kind in typed.items())

    def _is_own(self, line: str, allowed: list[str]) -> bool:
        own = OwnWords(line)
        if not self._own.has_yes(own):
            return False
        frame_id = self._own.reads_as(own, self.recipient, self._terms.items, self._content, self._wording)
        return bool(frame_id) and self._content.frames[frame_id].field in allowed

    def _constants(self, row: RowTemplate, allowed: list[str]) -> Iterator[str]:
        words, terms = self._content.words, self._terms
        yield self.recipient.row_text(row, self._wording) or self.recipient.constant("default", words, self._wording)
        if "contact_line" in allowed:
            yield self.recipient.constant("contact", words, self._wording)
        if "name_to_use" in allowed and is_name_to_use(terms.name_to_use, self._content.never):
            yield terms.name_to_use
        if "report_number" in allowed and is_report_number(terms.report_number):
            yield words.text("report_number", self._wording).replace("{number}", terms.report_number)

    def _pattern(self, frame: Frame) -> str:
        text = self._wording.text(frame.message_id, frame.text)
        parts = GAP.split(text)
        return "".join(
            self._gap(frame.slots[part], part, is_first=part not in parts[:number]) if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )

    def _gap(self, slot: Slot, name: str, *, is_first: bool) -> str:
        """What may stand in a gap; what was typed is asked for by its name, and is the same each time."""
        if slot.typed is None:
            return self._slot(slot)
        return f"(?P<{name}>{SHAPES[slot.typed].pattern})" if is_first else f"(?P={name})"

    def _slot(self, slot: Slot) -> str:
        if slot.precision is not None:
            months = get_month_names("wide", locale=self._wording.language).values()
            return rf"(?:{'|'.join(map(re.escape, months))}|\d{{1,4}}|,|de|del| ){{1,12}}"
        slot_list = self._content.slot_lists[slot.list_id]
        labels = sorted((slot_list.label(one.id, self._wording) for one in slot_list.values), key=len, reverse=True)
        one_label = f"(?:{'|'.join(map(re.escape, labels))})"
        if not slot.many:
            return one_label
        glue = "|".join(map(re.escape, _glue(self._wording.language)))
        return f"{one_label}(?:(?:{glue}){one_label})*"


def _glue(language: str) -> list[str]:
    """What stands between the entries of a list of two and of four, longest first."""
    pieces = {between for count in (2, 4) for between in _between(language, count)}
    return sorted(pieces, key=len, reverse=True)


def _between(language: str, count: int) -> list[str]:
    names = [chr(0xE000 + number) for number in range(count)]
    return [piece for piece in re.split(r"[\uE000-\uE00F]", format_list(names, locale=language)) if piece]
