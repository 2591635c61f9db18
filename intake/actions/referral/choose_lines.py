"""Choose what a page says: take what the answers propose, add a sentence, fill its gaps, put it elsewhere, drop it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from intake.actions.interview.page import OptionWords
from intake.actions.referral.one_page import chosen_lines, lines_name, view_of
from intake.actions.referral.own_words import LONGEST_LINE, own_words_allowed
from intake.actions.referral.save_summary import PAGE_LANGUAGE
from intake.actions.session import OpenVault
from intake.errors import Defect
from intake.referral.case_file import write_lines
from intake.referral.choosing.search_frames import search_frames
from intake.referral.frames import DatePrecision, FrameUse, Line, OwnWords
from intake.referral.proposals import proposals
from intake.referral.sentences import fits, sentence

GAP_SHOWN = "___"


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One line, and what it says. A sentence from an older list that no longer fits says nothing."""

    line: Line = field(repr=False)
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinesOfPage:
    """The lines for one recipient, in order; ``is_proposed`` while nobody changed what the answers propose."""

    lines: tuple[ChosenLine, ...] = field(repr=False)
    is_proposed: bool
    own_words_allowed: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a sentence: choose from the list, several if ``is_many``; a day, month or year has no list."""

    name: str
    choices: tuple[OptionWords, ...]
    is_many: bool
    precision: DatePrecision | None = None


@dataclass(frozen=True, slots=True)
class FrameOffer:
    """A sentence that may be added."""

    frame_id: str
    label: str
    gaps: tuple[Gap, ...]


def lines_of_page(session: OpenVault, case_id: str, recipient_id: str) -> LinesOfPage:
    """What was chosen for this recipient; until then what the answers propose."""
    chosen = chosen_lines(session, case_id, recipient_id)
    lines = _proposed(session, case_id, recipient_id) if chosen is None else chosen
    shown = tuple(ChosenLine(line, line_text(session, line)) for line in lines)
    return LinesOfPage(shown, chosen is None, own_words_allowed(session))


def keep_lines(session: OpenVault, case_id: str, recipient_id: str, lines: tuple[Line, ...] | None) -> LinesOfPage:
    """Keep exactly these lines for this recipient; None goes back to what the answers propose. Durable on return."""
    content = session.content.referral
    if lines is None:
        session.store.remove_paper(case_id, lines_name(recipient_id))
        return lines_of_page(session, case_id, recipient_id)
    before = chosen_lines(session, case_id, recipient_id) or ()
    for line in lines:
        if isinstance(line, OwnWords):
            if line not in before and not own_words_allowed(session):
                raise Defect("own words are not allowed here")
            if not line.text.strip() or len(line.text) > LONGEST_LINE:
                raise Defect("a line in own words has 1 to 160 characters")
        elif not fits(line, content):
            raise Defect("a sentence has a gap that is not filled from its list")
    session.store.put_paper(case_id, lines_name(recipient_id), write_lines(_each_once(lines)))
    return lines_of_page(session, case_id, recipient_id)


def offer_frames(session: OpenVault, recipient_id: str, typed: str) -> tuple[FrameOffer, ...]:
    """The sentences for this recipient that come nearest to what was typed, best first."""
    content = session.content
    found = search_frames(typed, recipient_id, content.referral, content.wordings())
    return tuple(frame_offer(session, frame.id) for frame in found)


def frame_offer(session: OpenVault, frame_id: str) -> FrameOffer:
    """One sentence with its gaps, in the language of the desk. Raises KeyError for an unknown one."""
    content, desk = session.content.referral, session.content.wording(session.language)
    frame = content.frames[frame_id]
    gaps = []
    for name, slot in frame.slots.items():
        values = () if slot.precision is not None else content.slot_lists[slot.list_id].values
        words = tuple(OptionWords(value.id, content.slot_lists[slot.list_id].label(value.id, desk)) for value in values)
        gaps.append(Gap(name, words, slot.many, slot.precision))
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
    return proposals(view_of(session, case_id), content.recipients[recipient_id], content)


def _each_once(lines: tuple[Line, ...]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if line not in kept:
            kept.append(line)
    return kept
