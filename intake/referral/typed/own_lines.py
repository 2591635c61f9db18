"""What somebody typed for a page: it leaves only if it was judged harmless and the person said yes to that line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from intake.referral.content import ReferralContent
from intake.referral.frames import Frame, FrameUse, Line, OwnWords, Typed
from intake.referral.own_unit import UNITS
from intake.referral.recipients import Recipient
from intake.wording.catalogue import Wording

HARMED = "to_me"
"""Who answers that it happened to them."""

LONGEST_LINE = 160
"""Characters of a line in own words, and of what is typed into a gap."""


class LineJudge(Protocol):
    """Judges what was typed. Whatever goes wrong in it, the answer is no."""

    def reads_as(self, text: str, content: ReferralContent, wording: Wording, /) -> str:
        """The id of the frame, among those of ``content`` alone, as which one sentence reads; empty when it is held."""
        ...

    def may_fill(self, kind: Typed, text: str, language: str, /) -> bool:
        """Whether this may stand in a gap of this kind."""
        ...


class NobodyJudges:
    """Where no judge is at hand nothing that was typed leaves."""

    def reads_as(self, text: str, content: ReferralContent, wording: Wording, /) -> str:
        """Held."""
        del text, content, wording
        return ""

    def may_fill(self, kind: Typed, text: str, language: str, /) -> bool:
        """Held."""
        del kind, text, language
        return False


@dataclass(frozen=True, slots=True)
class OwnLines:
    """Who judges, and the lines that the person said yes to, one by one; a line that was changed is another line."""

    judge: LineJudge = field(default_factory=NobodyJudges, repr=False)
    agreed: tuple[Line, ...] = field(default=(), repr=False)

    def has_yes(self, line: Line) -> bool:
        """Whether the person said yes to exactly this line."""
        return line in self.agreed

    def reads_as(
        self,
        line: OwnWords,
        recipient: Recipient,
        items: frozenset[str] | None,
        content: ReferralContent,
        wording: Wording,
    ) -> str:
        """The frame as which a line reads for this recipient and these items; for anybody when ``items`` is None."""
        if not line.text.strip() or len(line.text) > LONGEST_LINE:
            return ""
        told = content.frames.values() if items is None else _told(recipient, items, content)
        return self.judge.reads_as(line.text, frames_for_own_words(content, told), wording)

    def may_fill(self, use: FrameUse, content: ReferralContent, language: str) -> bool:
        """Whether everything typed into a sentence may stand there."""
        return all(self.judge.may_fill(kind, value, language) for kind, value in typed_into(use, content))


NOTHING_TYPED = OwnLines()
"""No judge and no yes: only composed sentences without typed gaps stand on a page."""


def typed_into(use: FrameUse, content: ReferralContent) -> tuple[tuple[Typed, str], ...]:
    """What somebody typed into a sentence, with its kind."""
    slots = content.frames[use.frame_id].slots
    return tuple((slot.typed, value) for name, slot in slots.items() if slot.typed for value in use.slots[name])


def frames_for_own_words(content: ReferralContent, told: Iterable[Frame]) -> ReferralContent:
    """The content with those of some frames alone as which a line in own words may read."""
    return replace(content, frames={frame.id: frame for frame in told if _is_plain(frame)})


def _told(recipient: Recipient, items: frozenset[str], content: ReferralContent) -> Iterable[Frame]:
    return (frame for frame in content.frames_for(recipient.id) if recipient.may_be_told(frame.field, items))


def _is_plain(frame: Frame) -> bool:
    """Whether a line in own words may read as this frame: not where only the answers or a closed shape can vouch."""
    closed = any(slot.typed or slot.list_id == UNITS for slot in frame.slots.values())
    of_another = bool(frame.told_by) and HARMED not in frame.told_by
    return not (frame.must_agree or closed or of_another or frame.id.startswith("officer."))
