"""Find a sentence by a few typed words: the frames that share most word stems with them, in any shipped language.

A frame that is found is only offered; what leaves is the frame, never the words that were typed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from intake.plain_letters import plain_letters
from intake.referral.content import ReferralContent
from intake.referral.frames import Frame
from intake.wording.catalogue import Wording

MOST_OFFERED = 12
_STEM = 4  # letters that two forms of one word nearly always share
_IN_A_SLOT = 0.7  # a word of a closed list counts a little less than one of the sentence itself
_BEGUN = 0.6  # a word that is only begun

_SMALL_WORDS = {
    "a", "an", "and", "at", "by", "did", "for", "had", "has", "he", "her", "him", "his", "i", "in", "is", "it", "me",
    "my", "of", "on", "or", "our", "she", "that", "the", "them", "they", "this", "to", "up", "was", "we", "were",
    "with", "al", "con", "de", "del", "el", "ella", "en", "era", "es", "esta", "este", "fue", "ha", "la", "las", "le",
    "lo", "los", "mi", "no", "o", "para", "por", "que", "se", "si", "su", "sus", "un", "una", "y", "yo",
}  # fmt: skip


def search_frames(
    typed: str, recipient_id: str, content: ReferralContent, wordings: Sequence[Wording]
) -> tuple[Frame, ...]:
    """The frames for this recipient that say most of it, best first; all of them for nothing typed."""
    frames = content.frames_for(recipient_id)
    wanted = _stems(typed)
    if not wanted:
        return frames
    known = {frame.id: _weights(frame, content, wordings) for frame in frames}
    rarity = Counter(stem for weights in known.values() for stem in weights)
    scores = {frame.id: _score(wanted, known[frame.id], rarity, len(frames)) for frame in frames}
    found = sorted((frame for frame in frames if scores[frame.id] > 0), key=lambda frame: -scores[frame.id])
    return tuple(found[:MOST_OFFERED])


def _score(wanted: Sequence[str], weights: dict[str, float], rarity: Counter[str], count: int) -> float:
    total = 0.0
    for stem in wanted:
        if stem in weights:
            total += weights[stem] * math.log(1 + count / rarity[stem])
        elif stem == wanted[-1] and any(other.startswith(stem) for other in weights):
            total += _BEGUN
    return total


def _weights(frame: Frame, content: ReferralContent, wordings: Sequence[Wording]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for wording in wordings:
        lists = (content.slot_lists[slot.list_id] for slot in frame.slots.values() if slot.list_id)
        labels = (one.label(value.id, wording) for one in lists for value in one.values)
        weights |= dict.fromkeys(_all_stems(labels), _IN_A_SLOT) | weights
        own = re.sub(r"\{\w+\}", " ", wording.text(frame.message_id, frame.text))
        weights |= dict.fromkeys(_stems(own), 1.0)
    return weights


def _all_stems(texts: Iterable[str]) -> Iterable[str]:
    return (stem for text in texts for stem in _stems(text))


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in re.findall(r"\w+", plain_letters(text)) if word not in _SMALL_WORDS]
