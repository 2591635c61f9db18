"""Whose words a page is told in: of the one it happened to, of somebody who saw it, or of somebody who speaks for them.

What was done to another is never told as done to the reporter, and what was seen is never told of a victim.
"""

from __future__ import annotations

from dataclasses import replace

from intake.answers.model import Choice
from intake.cases.model import ShareableView
from intake.referral.content import ReferralContent
from intake.referral.frames import Frame, FrameUse
from intake.referral.sentences import sentence
from intake.wording.catalogue import Wording

TO_WHOM = "happened.who"
"""The question that says whose words these are."""

SAW_IT, FOR_SOMEONE = "saw_it", "for_someone"

_REPORTER = "the reporter"

_DONE_TO_SOMEBODY = frozenset({"acts", "force", "injuries", "exam_facts"})
"""The fields that tell what was done, and to whom."""


def whose_words(view: ShareableView) -> str:
    """What was answered to whom it happened; nothing where that is open."""
    given = view.given(TO_WHOM)
    return given.option if isinstance(given, Choice) else ""


def may_say(use: FrameUse, who: str, content: ReferralContent) -> bool:
    """Whether a sentence, filled as it is, fits the one whose words these are."""
    frame = content.frames[use.frame_id]
    if not _may_befall_another(frame, who):
        return _fits(frame, who)
    return not _names_reporter(sentence(use, content, Wording()), who)


def may_offer(frame: Frame, who: str) -> bool:
    """Whether a sentence could fit, whatever fills its gaps."""
    return _fits(frame, who) and may_stand(frame, frame.text, who)


def may_stand(frame: Frame, english: str, who: str) -> bool:
    """Whether some words could stand in this sentence: its own, or an entry of a list."""
    return not (_may_befall_another(frame, who) and _names_reporter(english, who))


def only_fitting(content: ReferralContent, who: str) -> ReferralContent:
    """The content with the sentences alone that could fit the one whose words these are."""
    return replace(content, frames={frame.id: frame for frame in content.frames.values() if may_offer(frame, who)})


def _fits(frame: Frame, who: str) -> bool:
    return not (who and frame.told_by) or who in frame.told_by


def _may_befall_another(frame: Frame, who: str) -> bool:
    return not frame.told_by and frame.field in _DONE_TO_SOMEBODY and who in (SAW_IT, FOR_SOMEONE)


def _names_reporter(english: str, who: str) -> bool:
    """Whether it tells what befell the reporter.

    A witness may have been hurt as well and says so ("The reporter has pain"); whoever speaks for another says
    nothing of the kind about themselves.
    """
    return _REPORTER in (english.lower() if who == FOR_SOMEONE else english)
