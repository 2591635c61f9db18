"""Choose what a page says: take what the answers propose, add a sentence, fill its gaps, put it elsewhere, drop it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from intake.actions.interview.page import OptionWords
from intake.actions.referral.one_page import (
    agreed_lines,
    chosen_lines,
    desk_of,
    lines_name,
    net_of,
    view_of,
    yes_name,
)
from intake.actions.referral.own_words import own_words_allowed
from intake.actions.referral.save_summary import PAGE_LANGUAGE
from intake.actions.session import OpenVault
from intake.errors import Defect, Mishap
from intake.questions.clean_text import clean_text
from intake.referral.case_file import write_lines
from intake.referral.choosing.search_frames import search_frames
from intake.referral.choosing.whose_words import may_offer, may_stand, only_fitting, whose_words
from intake.referral.content import ReferralContent
from intake.referral.frames import DatePrecision, FrameUse, Line, OwnWords, Typed
from intake.referral.proposals import proposals
from intake.referral.sentences import fits, sentence
from intake.referral.typed.own_lines import LONGEST_LINE, OwnLines, typed_into

GAP_SHOWN = "___"


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One line, and what it says. A sentence from an older list that no longer fits says nothing.

    ``needs_yes``: something in it was typed, so that it is off the page until the person says yes to it.
    """

    line: Line = field(repr=False)
    text: str = field(repr=False)
    needs_yes: bool = False
    has_yes: bool = False


@dataclass(frozen=True, slots=True)
class LinesOfPage:
    """The lines for one recipient, in order; ``is_proposed`` while nobody changed what the answers propose."""

    lines: tuple[ChosenLine, ...] = field(repr=False)
    is_proposed: bool
    own_words_allowed: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a sentence: choose from the list, several if ``is_many``; a date, and what is ``typed``, has no list."""

    name: str
    choices: tuple[OptionWords, ...]
    is_many: bool
    precision: DatePrecision | None = None
    typed: Typed | None = None

    @property
    def is_written(self) -> bool:
        """Whether something is written into it: a date, a number, a few words."""
        return self.precision is not None or self.typed is not None


@dataclass(frozen=True, slots=True)
class FrameOffer:
    """A sentence that may be added."""

    frame_id: str
    label: str
    gaps: tuple[Gap, ...]


def lines_of_page(session: OpenVault, case_id: str, recipient_id: str) -> LinesOfPage:
    """What was chosen for this recipient; until then what the answers propose."""
    desk = desk_of(session, case_id)
    chosen = chosen_lines(session, case_id, recipient_id, desk)
    lines = _proposed(session, case_id, recipient_id) if chosen is None else chosen
    agreed = agreed_lines(session, case_id, recipient_id, desk)
    shown = tuple(
        ChosenLine(line, line_text(session, line), needs_yes(session, line), line in agreed) for line in lines
    )
    return LinesOfPage(shown, chosen is None, own_words_allowed(session))


def keep_lines(session: OpenVault, case_id: str, recipient_id: str, lines: tuple[Line, ...] | None) -> LinesOfPage:
    """Keep exactly these lines for this recipient; None goes back to what the answers propose. Durable on return."""
    content, desk = session.content.referral, desk_of(session, case_id)
    agreed = [line for line in agreed_lines(session, case_id, recipient_id, desk) if lines and line in lines]
    if lines is None:
        with session.store.together():
            session.store.remove_paper(case_id, lines_name(recipient_id, desk))
            session.store.remove_paper(case_id, yes_name(recipient_id, desk))
        return lines_of_page(session, case_id, recipient_id)
    before = chosen_lines(session, case_id, recipient_id, desk) or ()
    for line in lines:
        if isinstance(line, OwnWords):
            if line not in before and not own_words_allowed(session):
                raise Defect("own words are not allowed here")
            if not line.text.strip() or len(line.text) > LONGEST_LINE:
                raise Defect("a line in own words has 1 to 160 characters")
        elif not fits(line, content):
            raise Defect("a sentence has a gap that is not filled from its list")
    with session.store.together():
        session.store.put_paper(case_id, lines_name(recipient_id, desk), write_lines(_each_once(lines)))
        session.store.put_paper(case_id, yes_name(recipient_id, desk), write_lines(agreed))
    return lines_of_page(session, case_id, recipient_id)


def say_yes(session: OpenVault, case_id: str, recipient_id: str, line: Line, *, is_yes: bool) -> LinesOfPage:
    """Note that the person said yes to exactly this line, or no longer does. The gate is asked again first.

    Raises Mishap ``line_held`` for a line that may not leave whatever the person says.
    """
    desk = desk_of(session, case_id)
    agreed = [one for one in agreed_lines(session, case_id, recipient_id, desk) if one != line]
    if is_yes:
        if line not in (chosen_lines(session, case_id, recipient_id, desk) or ()):
            raise Defect("a yes to a line that is not on the list")
        if not _may_leave(session, case_id, recipient_id, line):
            raise _line_held()
        agreed.append(line)
    session.store.put_paper(case_id, yes_name(recipient_id, desk), write_lines(agreed))
    return lines_of_page(session, case_id, recipient_id)


def needs_yes(session: OpenVault, line: Line) -> bool:
    """Whether something in a line was typed by somebody."""
    if isinstance(line, OwnWords):
        return True
    return fits(line, session.content.referral) and bool(typed_into(line, session.content.referral))


def tidy_line(text: str) -> str:
    """A line in own words as it is kept: single spaces, and a full stop where the sentence has no end."""
    tidy = " ".join((clean_text(text, LONGEST_LINE) or "").split())
    return f"{tidy}." if tidy and tidy[-1].isalnum() and len(tidy) < LONGEST_LINE else tidy


def _may_leave(session: OpenVault, case_id: str, recipient_id: str, line: Line) -> bool:
    """Whether a line may leave in the one or the other language of a page."""
    content, own = session.content, OwnLines(net_of(session))
    recipient = content.referral.recipients[recipient_id]
    every_item = frozenset(recipient.fields)
    who = who_tells(session, case_id)
    return any(
        _fits(own.reads_as(line, recipient, every_item, content.referral, wording), content.referral, who)
        if isinstance(line, OwnWords)
        else own.may_fill(line, content.referral, wording.language)
        for wording in content.wordings()
    )


def _fits(frame_id: str, content: ReferralContent, who: str) -> bool:
    return bool(frame_id) and may_offer(content.frames[frame_id], who)


def _line_held() -> Mishap:
    return Mishap(
        "line_held",
        "This line may not leave, whatever the person says.",
        "It stays in the report, off the page.",
        "Choose a ready sentence in its place, or take it out.",
    )


def offer_frames(session: OpenVault, case_id: str, recipient_id: str, typed: str) -> tuple[FrameOffer, ...]:
    """The sentences for this recipient that come nearest to what was typed, best first, and fit what was told."""
    content, who = session.content, who_tells(session, case_id)
    found = search_frames(typed, recipient_id, only_fitting(content.referral, who), content.wordings())
    return tuple(frame_offer(session, frame.id, who=who) for frame in found)


def who_tells(session: OpenVault, case_id: str) -> str:
    """Whose words the report is told in, as was answered of the thing on the desk."""
    return whose_words(view_of(session, case_id))


def frame_offer(session: OpenVault, frame_id: str, language: str = "", who: str = "") -> FrameOffer:
    """One sentence with its gaps, in a language, or in that of the desk. Raises KeyError for an unknown one.

    The lists offer what fits the one whose words these are: nothing that would be declined.
    """
    content, desk = session.content.referral, session.content.wording(language or session.language)
    frame = content.frames[frame_id]
    gaps = []
    for name, slot in frame.slots.items():
        values = content.slot_lists[slot.list_id].values if slot.list_id else ()
        values = tuple(value for value in values if may_stand(frame, value.label, who))
        words = tuple(OptionWords(value.id, content.slot_lists[slot.list_id].label(value.id, desk)) for value in values)
        gaps.append(Gap(name, words, slot.many, slot.precision, slot.typed))
    text = re.sub(r"\{\w+\}", GAP_SHOWN, desk.text(frame.message_id, frame.text))
    return FrameOffer(frame_id, text, tuple(gaps))


def is_whole(session: OpenVault, use: FrameUse) -> bool:
    """Whether every gap of a sentence is filled with something that fits."""
    return fits(use, session.content.referral)


def line_text(session: OpenVault, line: Line) -> str:
    """What a line says, in the language of the page."""
    if isinstance(line, OwnWords):
        return line.text
    content = session.content
    return sentence(line, content.referral, content.wording(PAGE_LANGUAGE)) if fits(line, content.referral) else ""


def _proposed(session: OpenVault, case_id: str, recipient_id: str) -> tuple[Line, ...]:
    content = session.content.referral
    return proposals(view_of(session, case_id, desk_of(session, case_id)), content.recipients[recipient_id], content)


def _each_once(lines: tuple[Line, ...]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if line not in kept:
            kept.append(line)
    return kept
