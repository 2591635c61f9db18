"""May a line in somebody's own words leave? Asked while it is typed; the page asks again for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from intake.actions.referral.choose_lines import FrameOffer, frame_offer, who_tells
from intake.actions.referral.one_page import net_of
from intake.actions.session import OpenVault
from intake.export.second_net import Weighed
from intake.referral.choosing.whose_words import may_offer, only_fitting
from intake.referral.typed.own_lines import LONGEST_LINE, frames_for_own_words
from intake.screening.gate.gate import Why
from intake.screening.languages import UNKNOWN

_OFFERED = 3
MAY_LEAVE, SEVERAL, OTHER_LANGUAGE, NOT_HERE, TOO_LONG = (
    "may_leave",
    "several",
    "other_language",
    "not_here",
    "too_long",
)

WHY_SENTENCES: Mapping[str, str] = {
    MAY_LEAVE: "This may leave, once the person has heard it and says yes to it.",
    SEVERAL: "Write one sentence for each line.",
    OTHER_LANGUAGE: "The page is in another language. Choose one of the ready sentences.",
    NOT_HERE: "This place is never told that.",
    TOO_LONG: f"Keep the line to {LONGEST_LINE} letters.",
    Why.UNREAD_LANGUAGE: "This is in a language that the check does not know.",
    Why.MARKED: "Something in it could harm the person.",
    Why.NOT_JUDGED: "The check of wording is not at hand, so no line in own words leaves.",
    Why.RISK: "Read as a whole, it could harm the person.",
    Why.HIDDEN_WORD: "A word is spelled so that the check cannot read it.",
    Why.OWN_WORDS: "It has words that no ready sentence has.",
    "who_is_not_said": "It is not said who did it. Begin with the one who did, such as: The person.",
    Why.TELLS_MORE: "Together, these words could tell more about the person.",
    Why.REPORTER_DOES: "It tells what the person here did. A page tells only what was done to them.",
    Why.NO_FRAME: "No ready sentence says this.",
}
"""What is said beside a line, in English; the message ids are ``gate.why.<name>``."""


@dataclass(frozen=True, slots=True)
class WeighedLine:
    """What the gate says of a line: why in one sentence, which words hold it, and the sentences that come nearest."""

    text: str = field(repr=False)
    may_leave: bool = False
    because: str = field(default="", repr=False)
    words: tuple[tuple[int, int], ...] = ()
    offers: tuple[FrameOffer, ...] = field(default=(), repr=False)


def weigh_line(session: OpenVault, case_id: str, recipient_id: str, text: str, language: str) -> WeighedLine:
    """Judge a line for one recipient and a page in one language; nothing of it is kept."""
    if not text.strip():
        return WeighedLine(text)
    content, wording = session.content, session.content.wording(language)
    net, everybody = net_of(session), frames_for_own_words(content.referral, content.referral.frames.values())
    whole = net.weigh(text, everybody, wording)
    who = who_tells(session, case_id)
    told = content.referral.frames_for(recipient_id)
    here = net.weigh(text, frames_for_own_words(content.referral, told), wording)
    why = TOO_LONG if len(text) > LONGEST_LINE else _why(whole, here, language)
    if why == MAY_LEAVE and not may_offer(content.referral.frames[whole.reads_as], who):
        why = Why.NO_FRAME
    offers = () if why == MAY_LEAVE else _offers(session, text, recipient_id, language, who)
    return WeighedLine(text, why == MAY_LEAVE, why_words(session, why), whole.words, offers)


def why_words(session: OpenVault, why: str) -> str:
    """Why a line is held, in the language of the desk."""
    known = why if why in WHY_SENTENCES else Why.NO_FRAME
    return session.content.wording(session.language).text(f"gate.why.{known}", WHY_SENTENCES[known])


def _why(whole: Weighed, here: Weighed, language: str) -> str:
    if whole.is_several:
        return SEVERAL
    if whole.why is not Why.MARKED and whole.language not in {language, UNKNOWN, ""}:
        return OTHER_LANGUAGE
    if whole.why is not Why.READS_AS_FRAME:
        return whole.why
    return MAY_LEAVE if here.reads_as else NOT_HERE


def _offers(session: OpenVault, text: str, recipient_id: str, language: str, who: str) -> tuple[FrameOffer, ...]:
    """The sentences for this recipient that come nearest, in the language of the page."""
    content = only_fitting(session.content.referral, who)
    told = replace(content, frames={frame.id: frame for frame in content.frames_for(recipient_id)})
    nearest = net_of(session).nearest(text, told, session.content.wordings())
    return tuple(frame_offer(session, frame_id, language, who) for frame_id in nearest[:_OFFERED])
