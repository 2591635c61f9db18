"""Frames: short sentences kept as data, with slots that only a closed list or a calendar day can fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from enum import StrEnum

from intake.conditions.model import Condition

GAP = re.compile(r"\{(\w+)\}")
"""A slot as it stands in a sentence."""


class DatePrecision(StrEnum):
    """How exact a date is said. A week is named by its Monday, and said of a day that lies in it."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Typed(StrEnum):
    """What may be typed into a gap, and only ever about the other person: numbers in a narrow shape, and few words."""

    PLATE = "plate"
    PHONE = "phone"
    BADGE = "badge"
    NAME_USED = "name_used"
    MARKS = "marks"
    CLOTHING = "clothing"
    VOICE = "voice"
    VEHICLE = "vehicle"
    WORDS_SAID = "words_said"

    @property
    def is_words(self) -> bool:
        """Whether words stand there, which are judged; a number has its shape alone."""
        return self not in {Typed.PLATE, Typed.PHONE, Typed.BADGE}


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a sentence: filled from the closed list named, by a date of one precision, or by a typed number.

    ``many`` slots take several values, which are joined as the language joins them.
    """

    list_id: str = ""
    many: bool = False
    precision: DatePrecision | None = None
    typed: Typed | None = None


@dataclass(frozen=True, slots=True)
class SlotSource:
    """Where a proposal takes the value from: the answer to a question, some options under another value.

    An option that is neither mapped nor in the slot's list says nothing here.
    """

    question: str
    renamed: Mapping[str, str] = kept(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SayRule:
    """When the answers propose a frame: the condition holds, and every slot finds a value."""

    when: Condition | None = None
    slots: Mapping[str, SlotSource] = kept(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence. ``order`` decides what is said first in its field; lower comes first.

    ``must_agree``: may only be said as the answers propose it, once they are given. ``by_hand``: its rules say when
    it is true, and it is said when somebody picks it. ``told_by``: the answers to whom it happened with which alone it
    may be said; where it names none, any.
    """

    id: str
    text: str
    field: str
    recipients: tuple[str, ...]
    order: int
    slots: Mapping[str, Slot] = kept(default_factory=dict)
    say: tuple[SayRule, ...] = ()
    must_agree: bool = False
    by_hand: bool = False
    told_by: tuple[str, ...] = ()

    @property
    def message_id(self) -> str:
        """The id under which the sentence is translated."""
        return f"frame.{self.id}"


@dataclass(frozen=True, slots=True)
class FrameUse:
    """A frame with its slots filled: value ids of the slot's list, or one ISO date."""

    frame_id: str
    slots: Mapping[str, tuple[str, ...]] = kept(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A line that somebody wrote freely. ``reads_as`` names the frame in whose place it stands, once it was judged."""

    text: str = kept(repr=False)
    reads_as: str = kept(default="", compare=False, repr=False)


Line = FrameUse | OwnWords
"""One entry of a list of facts."""

Frames = Mapping[str, Frame]
