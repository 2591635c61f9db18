"""All data files that a page is built from, read once and held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.errors import ContentProblem
from intake.referral.data_files.read_frames import load_frames
from intake.referral.data_files.read_recipients import load_recipients
from intake.referral.frames import Frame
from intake.referral.page_words import NeverWords, PageWords, load_never_words, load_page_words, message_id
from intake.referral.recipients import Recipient
from intake.referral.slot_lists import SlotList, load_slot_lists
from intake.referral.spellings.load import load_spellings
from intake.referral.spellings.model import Spellings


@dataclass(frozen=True, slots=True)
class ReferralContent:
    """Frames, their slot lists, recipients, and the constant words.

    ``orders`` holds the template of the page that a court ordered, apart from the recipients that anybody may choose.
    """

    frames: Mapping[str, Frame] = field(default_factory=dict)
    slot_lists: Mapping[str, SlotList] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    words: PageWords = field(default_factory=PageWords)
    never: NeverWords = field(default_factory=NeverWords)
    spellings: Spellings = field(default_factory=Spellings)
    orders: Mapping[str, Recipient] = field(default_factory=dict)

    def frames_for(self, recipient_id: str) -> tuple[Frame, ...]:
        """The frames that one recipient may ever be told, most important first."""
        told = [frame for frame in self.frames.values() if recipient_id in frame.recipients]
        return tuple(sorted(told, key=lambda frame: (frame.order, frame.id)))

    def messages(self) -> Iterator[tuple[str, str]]:
        """Every text to translate: message id and English."""
        for frame in self.frames.values():
            yield frame.message_id, frame.text
        for slot_list in self.slot_lists.values():
            yield from ((slot_list.message_id(value.id), value.label) for value in slot_list.values)
        for recipient in self.recipients.values():
            yield from recipient.texts().items()
        yield from ((message_id(key), english) for key, english in self.words.english.items())


def load_referral_content(root: Path | None = None) -> tuple[ReferralContent, list[ContentProblem]]:
    """Read everything; the content is whole exactly when there are no problems."""
    slot_lists, slot_problems = load_slot_lists(root)
    recipients, recipient_problems = load_recipients(root)
    frames, frame_problems = load_frames(slot_lists, recipients, root)
    orders, order_problems = load_recipients(root, "court_order")
    words, word_problems = load_page_words(root)
    never, never_problems = load_never_words(root)
    spellings, spelling_problems = load_spellings(root)
    problems = [*slot_problems, *recipient_problems, *order_problems, *frame_problems, *word_problems, *never_problems]
    content = ReferralContent(frames, slot_lists, recipients, words, never, spellings, orders)
    return content, [*problems, *spelling_problems]
