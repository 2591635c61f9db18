"""Build a page up from what may be said to one recipient; nothing is ever cut down from a record.

The page has the rows of the recipient's template and no others. A row with nothing to say prints the same
default words whatever the reason: not asked, not answered, not ticked, not for this reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from intake.cases.model import ShareableView
from intake.referral.choosing.whose_words import may_offer, whose_words
from intake.referral.content import ReferralContent
from intake.referral.fields import CONTACT_LINE, NAME_TO_USE, REPORT_NUMBER
from intake.referral.frames import FrameUse, Line, OwnWords
from intake.referral.own_unit import own_unit_refused
from intake.referral.page import HeadLine, Page, Row
from intake.referral.proposals import contradicts, proposals
from intake.referral.recipients import Recipient, RowTemplate
from intake.referral.ref_code import is_ref_code
from intake.referral.sentences import fits, sentence
from intake.referral.typed.own_lines import NOTHING_TYPED, OwnLines, typed_into
from intake.referral.typed_names import is_name_to_use, is_program, is_report_number
from intake.releases.refusal import Refusal
from intake.wording.catalogue import Wording

LETTERS_PER_LINE = 66
"""How many letters surely fit on one line of a row; measured on the widest texts."""


@dataclass(frozen=True, slots=True)
class PageTerms:
    """What a release says that decides what stands on the page. ``items`` are field ids.

    A name that is empty prints as default. ``goes_to`` is the office, unit and person as somebody typed them; it is
    never printed.
    """

    items: frozenset[str] = field(repr=False)
    name_to_use: str = field(repr=False)
    prepared_by: str = field(repr=False)
    ref: str = field(repr=False)
    expires_on: date
    report_number: str = field(default="", repr=False)
    goes_to: str = field(default="", repr=False)
    is_practice: bool = False

    @property
    def title_key(self) -> str:
        """Which constant stands at the top: a page made in practice says so in the largest type there is."""
        return "practice_title" if self.is_practice else "title"

    @property
    def closing_key(self) -> str:
        """Which constant stands at the foot."""
        return "practice_closing" if self.is_practice else "closing"


class HeldBecause(StrEnum):
    """Why a line does not stand on the page. ``OWN_WORDS``: what was typed may not leave; ``NO_YES``: it might."""

    OWN_WORDS = "own_words"
    NO_YES = "no_yes"
    NOT_FOR_RECIPIENT = "not_for_recipient"
    NOT_TICKED = "not_ticked"
    NO_ROOM = "no_room"


@dataclass(frozen=True, slots=True)
class Held:
    """One line that stays here, for the screen alone; nothing on the page shows that there was one."""

    line: Line = field(repr=False)
    because: HeldBecause


@dataclass(frozen=True, slots=True)
class Composed:
    """The page, or the reasons why there is none; and what is held back either way."""

    page: Page | None
    held: tuple[Held, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def compose(
    view: ShareableView,
    recipient: Recipient,
    terms: PageTerms,
    content: ReferralContent,
    wording: Wording,
    fact_list: tuple[Line, ...] | None = None,
    own: OwnLines = NOTHING_TYPED,
) -> Composed:
    """The page for one recipient.

    Without a ``fact_list`` it says what the answers propose, the weightiest first; else exactly the list, and within
    each row in the order of the list. What somebody typed is judged here anew, whatever a screen has shown.
    """
    recipient = recipient.told(terms.items)
    lines = proposals(view, recipient, content) if fact_list is None else fact_list
    refusals = (*_terms_refused(terms, content), *_lines_refused(lines, view, content))
    refusals = refusals or tuple(own_unit_refused(view, lines, recipient, terms.goes_to, content))
    if refusals:
        return Composed(None, refusals=refusals)
    words = _Words(recipient, content, wording, whose_words(view))
    uses, held = _sorted_out(lines, terms, words, own)
    if fact_list is None:
        for same_field in uses.values():
            same_field.sort(key=lambda line: (content.frames[_frame_of(line)].order, _frame_of(line)))
    rows: list[Row] = []
    for template in recipient.rows:
        row, left_over = _row(template, uses, terms, words)
        rows.append(row)
        held += [Held(use, HeldBecause.NO_ROOM) for use in left_over]
    return Composed(_page(tuple(rows), terms, words), tuple(held))


@dataclass(frozen=True, slots=True)
class _Words:
    recipient: Recipient
    content: ReferralContent
    wording: Wording
    who: str = field(repr=False)

    def say(self, key: str) -> str:
        return self.recipient.constant(key, self.content.words, self.wording)

    def of(self, part: str, english: str) -> str:
        return self.wording.text(self.recipient.message_id(part), english)


def _terms_refused(terms: PageTerms, content: ReferralContent) -> Iterator[Refusal]:
    if terms.name_to_use and not is_name_to_use(terms.name_to_use, content.never):
        yield Refusal(
            "name_to_use",
            "The name to use may hold three words of letters, or a code of 4 to 10 capital letters and digits. "
            "Use the name alone, without anything about the person; of several words, each begins with a capital.",
        )
    if not is_program(terms.prepared_by, content.never):
        yield Refusal(
            "prepared_by",
            "The name of the program is missing or would tell too much. Use a short neutral name and a phone number.",
        )
    if not is_ref_code(terms.ref):
        yield Refusal("ref", "The reference is not one that the program makes. Start the release again.")


def _lines_refused(lines: tuple[Line, ...], view: ShareableView, content: ReferralContent) -> Iterator[Refusal]:
    uses = [line for line in lines if isinstance(line, FrameUse)]
    if not all(fits(use, content) for use in uses):
        yield Refusal(
            "slot_values",
            "A line uses a sentence or a word that is not on the lists. Choose it anew from what is offered.",
        )
    elif any(contradicts(use, view, content) for use in uses):
        yield Refusal("not_true", "A line says something else than the answers do. Correct the answer or the line.")


def _sorted_out(
    lines: tuple[Line, ...], terms: PageTerms, words: _Words, own: OwnLines
) -> tuple[Mapping[str, list[Line]], list[Held]]:
    standing: dict[str, list[Line]] = {}
    held: list[Held] = []
    for line in lines:
        placed = _placed(line, terms, words, own)
        if isinstance(placed, HeldBecause):
            held.append(Held(line, placed))
            continue
        same_field = standing.setdefault(words.content.frames[_frame_of(placed)].field, [])
        if placed not in same_field:
            same_field.append(placed)
    return standing, held


def _frame_of(line: Line) -> str:
    return line.reads_as if isinstance(line, OwnWords) else line.frame_id


def _placed(line: Line, terms: PageTerms, words: _Words, own: OwnLines) -> Line | HeldBecause:
    """The line as it stands on the page, or why it does not. The person's yes is the last thing that is asked."""
    if isinstance(line, OwnWords):
        return _own_placed(line, terms, words, own)
    because = _kept_back(line, words.recipient, terms, words.content)
    if because is None and typed_into(line, words.content):
        if not own.may_fill(line, words.content, words.wording.language):
            return HeldBecause.OWN_WORDS
        because = None if own.has_yes(line) else HeldBecause.NO_YES
    return because or line


def _own_placed(line: OwnWords, terms: PageTerms, words: _Words, own: OwnLines) -> OwnWords | HeldBecause:
    def reads_as(items: frozenset[str] | None) -> str:
        return own.reads_as(line, words.recipient, items, words.content, words.wording)

    reads = reads_as(None)
    if not (reads and may_offer(words.content.frames[reads], words.who)):
        return HeldBecause.OWN_WORDS
    frame_id = reads_as(terms.items)
    if not frame_id:
        if_ticked = reads_as(frozenset(words.recipient.fields))
        return HeldBecause.NOT_TICKED if if_ticked else HeldBecause.NOT_FOR_RECIPIENT
    return OwnWords(line.text, frame_id) if own.has_yes(line) else HeldBecause.NO_YES


def _kept_back(line: FrameUse, recipient: Recipient, terms: PageTerms, content: ReferralContent) -> HeldBecause | None:
    frame = content.frames[line.frame_id]
    if recipient.id not in frame.recipients or frame.field not in recipient.fields:
        return HeldBecause.NOT_FOR_RECIPIENT
    return None if recipient.may_be_told(frame.field, terms.items) else HeldBecause.NOT_TICKED


def _row(
    template: RowTemplate,
    uses: Mapping[str, list[Line]],
    terms: PageTerms,
    words: _Words,
) -> tuple[Row, list[Line]]:
    always = words.recipient.row_text(template, words.wording)
    lines: list[str] = [always] if always else []
    said: list[Line | None] = [None] if always else []
    left_over: list[Line] = []
    for field_id in template.fields:
        for text in _fixed(field_id, terms, words):
            lines.append(text)
            said.append(None)
        for use in uses.get(field_id, []):
            shorter = _fitting(use, template, lines, words) if len(said) < template.max_facts else None
            if shorter is not None:
                lines.append(_text(shorter, words))
                said.append(shorter)
            if shorter != use:
                left_over.append(use)
    if not lines:
        lines, said = [words.say("default")], [None]
    label = words.of(f"row.{template.id}", template.label)
    return Row(template.id, label, tuple(lines), template.room, tuple(said)), left_over


def _fixed(field_id: str, terms: PageTerms, words: _Words) -> Iterator[str]:
    if field_id == NAME_TO_USE and NAME_TO_USE in terms.items and terms.name_to_use:
        yield terms.name_to_use
    if field_id == CONTACT_LINE:
        yield words.say("contact")
    if field_id == REPORT_NUMBER and REPORT_NUMBER in terms.items and is_report_number(terms.report_number):
        yield words.say("report_number").replace("{number}", terms.report_number)


def _text(line: Line, words: _Words) -> str:
    return line.text if isinstance(line, OwnWords) else sentence(line, words.content, words.wording)


def _fitting(line: Line, template: RowTemplate, lines: list[str], words: _Words) -> Line | None:
    """The sentence as it stands if there is room, else with fewer entries in its lists, else none."""
    shorter: Line | None = line
    while shorter is not None:
        if len(" ".join((*lines, _text(shorter, words)))) <= template.room * LETTERS_PER_LINE:
            return shorter
        shorter = _shortened(shorter, words.content) if isinstance(shorter, FrameUse) else None
    return None


def _shortened(use: FrameUse, content: ReferralContent) -> FrameUse | None:
    for name, values in use.slots.items():
        if len(values) > 1:
            slot_list = content.slot_lists[content.frames[use.frame_id].slots[name].list_id]
            in_order = tuple(value.id for value in slot_list.values if value.id in values)
            return FrameUse(use.frame_id, {**use.slots, name: in_order[:-1]})
    return None


def _page(rows: tuple[Row, ...], terms: PageTerms, words: _Words) -> Page:
    ends = format_date(terms.expires_on, format="long", locale=words.wording.language)
    head = {
        "for": words.of("unit", words.recipient.unit),
        "ref": terms.ref,
        "prepared_by": terms.prepared_by,
        "permission_ends": ends,
    }
    return Page(
        recipient_id=words.recipient.id,
        language=words.wording.language,
        title=words.say(terms.title_key),
        head=tuple(HeadLine(key, words.say(key), head[key]) for key in words.recipient.head),
        paragraphs=(words.say("about"), words.say("asking")),
        rows=rows,
        closing=words.say(terms.closing_key),
    )
