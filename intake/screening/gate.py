"""The gate: may a sentence of somebody's own leave? No, unless it reads as one of the frames and the lens is silent.

Every word must be known from the frames, the slot lists or the short lists beside them. A word that nobody thought of
holds the sentence. So do an unread language, a mark of the lens, and a judge that is missing or has failed.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from intake.errors import BrokenContent
from intake.referral.content import ReferralContent
from intake.referral.frames import GAP
from intake.screening.gate_words import GateWords, load_gate_words
from intake.screening.lens import Lens, Screened, Sentence
from intake.screening.words import STOPS, unhidden, words_of
from intake.wording.catalogue import Wording

LEAVE_BELOW = 0.35
"""A sentence whose judged risk is not below this is held."""
_READS_AS = 0.5
_NEAREST = 3
_NUMBER = re.compile(r"\d{1,4}(?::\d\d)?")


class Why(StrEnum):
    """Why a sentence passes or is held."""

    READS_AS_FRAME = "reads_as_frame"
    UNREAD_LANGUAGE = "unread_language"
    MARKED = "marked"
    NOT_JUDGED = "not_judged"
    RISK = "risk"
    HIDDEN_WORD = "hidden_word"
    OWN_WORDS = "own_words"
    REPORTER_DOES = "reporter_does"
    NO_FRAME = "no_frame"


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """Whether one sentence may leave, why, and the ids of the frames that come nearest, best first."""

    start: int
    end: int
    passes: bool
    why: Why
    nearest: tuple[str, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, object]:
        """The answer as the headless verb prints it."""
        answer: dict[str, object] = {"start": self.start, "end": self.end, "passes": self.passes, "why": self.why.value}
        return {**answer, "frame": self.nearest[0], "nearest": list(self.nearest)} if self.nearest else answer


@dataclass(frozen=True, slots=True)
class _Shape:
    frame_id: str
    fixed: frozenset[str] = field(repr=False)
    slots: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What can be read in one language: the shapes of its frames, every word of theirs, and how rare each is."""

    words: GateWords
    shapes: tuple[_Shape, ...] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    weight: Mapping[str, float] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges the sentences of a screened text."""

    readings: Mapping[str, _Reading] = field(repr=False)
    lens: Lens = field(repr=False)
    leave_below: float = LEAVE_BELOW

    def judge(self, text: str, screened: Screened) -> tuple[GateAnswer, ...]:
        """An answer for each sentence, in order."""
        return tuple(self._one(text, one, screened) for one in screened.sentences)

    def _one(self, text: str, sentence: Sentence, screened: Screened) -> GateAnswer:
        reading = self.readings.get(sentence.lang)
        if reading is None:
            return GateAnswer(sentence.start, sentence.end, False, Why.UNREAD_LANGUAGE)
        folded = self.lens.packs.folding.fold(text[sentence.start : sentence.end])
        cut = words_of(folded.text, 0, len(folded.text))
        words = [one.text for one in cut]
        ranked = _ranked(reading, words)
        why = self._held(sentence, screened, reading, words, ranked)
        if why is None and unhidden(folded.text, cut, {}, frozenset()) is not None:
            why = Why.HIDDEN_WORD
        nearest = tuple(frame_id for _, _, frame_id in ranked[:_NEAREST])
        return GateAnswer(sentence.start, sentence.end, why is None, why or Why.READS_AS_FRAME, nearest)

    def _held(
        self,
        sentence: Sentence,
        screened: Screened,
        reading: _Reading,
        words: Sequence[str],
        ranked: Sequence[tuple[float, float, str]],
    ) -> Why | None:
        if any(span.start < sentence.end and sentence.start < span.end for span in (*screened.spans, *screened.met)):
            return Why.MARKED
        if not screened.judged or sentence.score is None:
            return Why.NOT_JUDGED
        if not sentence.score < self.leave_below:
            return Why.RISK
        if not words or any(word not in STOPS and not _is_known(reading, word) for word in words):
            return Why.OWN_WORDS
        if _reporter_does(reading.words, words):
            return Why.REPORTER_DOES
        return None if ranked and ranked[0][1] >= _READS_AS else Why.NO_FRAME


def build_gate(content: ReferralContent, wordings: Sequence[Wording], lens: Lens, root: Path | None = None) -> Gate:
    """The gate over the frames of every language that has them and has words for the gate. Raises BrokenContent."""
    gate_words, problems = load_gate_words(lens.packs.folding, root)
    if problems:
        raise BrokenContent(tuple(problems))
    return Gate(
        {
            wording.language: _reading(content, wording, gate_words[wording.language], lens)
            for wording in wordings
            if wording.language in gate_words
        },
        lens,
    )


def _reading(content: ReferralContent, wording: Wording, words: GateWords, lens: Lens) -> _Reading:
    def stems(text: str) -> frozenset[str]:
        folded = lens.packs.folding.fold(text).text
        plain = [one.text for one in words_of(folded, 0, len(folded))]
        return frozenset(words.stem(word) for word in plain if word not in STOPS and not _says_nothing(words, word))

    labels = {
        slot_list.id: frozenset().union(*(stems(slot_list.label(value.id, wording)) for value in slot_list.values))
        for slot_list in content.slot_lists.values()
    }
    shapes = tuple(
        _Shape(
            frame.id,
            stems(GAP.sub(" ", wording.text(frame.message_id, frame.text))),
            frozenset().union(*(labels.get(slot.list_id, frozenset()) for slot in frame.slots.values())),
        )
        for frame in content.frames.values()
        if wording.covers(frame.message_id, frame.text)
    )
    counts = Counter(word for shape in shapes for word in shape.fixed | shape.slots)
    weight = {word: math.log(1 + len(shapes) / count) for word, count in counts.items()}
    return _Reading(words, shapes, frozenset(counts) | words.allowed, weight)


def _says_nothing(words: GateWords, word: str) -> bool:
    return word in words.small or word in words.person or word in words.reporter


def _is_known(reading: _Reading, word: str) -> bool:
    words = reading.words
    return _says_nothing(words, word) or words.stem(word) in reading.known or _NUMBER.fullmatch(word) is not None


def _ranked(reading: _Reading, words: Sequence[str]) -> list[tuple[float, float, str]]:
    """Frames that share a word of their own with the sentence: nearness, share of the frame that is said, id."""
    said = frozenset(
        reading.words.stem(word) for word in words if word not in STOPS and not _says_nothing(reading.words, word)
    )
    return sorted(_near(reading, said), reverse=True)


def _near(reading: _Reading, said: frozenset[str]) -> Iterator[tuple[float, float, str]]:
    weight = reading.weight
    whole = sum(weight.get(word, 1.0) for word in said) or 1.0
    for shape in reading.shapes:
        fixed = sum(weight[word] for word in shape.fixed & said)
        filled = sum(weight[word] for word in (shape.slots - shape.fixed) & said)
        if not fixed and not filled:
            continue
        share = fixed / (sum(weight[word] for word in shape.fixed) or 1.0) if shape.fixed else float(filled > 0)
        yield (fixed + filled) / whole + share, share, shape.frame_id


def _reporter_does(words: GateWords, said: Sequence[str]) -> bool:
    """Whether the sentence opens with the reporter doing something that is not on the short list."""
    doer = next((place for place, word in enumerate(said) if not _is_small(words, word)), None)
    if doer is None or said[doer] not in words.reporter:
        return False
    following = [word for word in said[doer + 1 :] if not _is_small(words, word)]
    if said[doer + 1 : doer + 2] and said[doer + 1] in words.suffers:
        # "was hit by the person": what was done to the reporter
        pairs = pairwise(said[doer + 1 :])
        return not any(by in words.by and (one in words.person or _is_small(words, one)) for by, one in pairs)
    return bool(following) and following[0] not in words.reporter_may


def _is_small(words: GateWords, word: str) -> bool:
    return word in words.small and word not in words.reporter_may
