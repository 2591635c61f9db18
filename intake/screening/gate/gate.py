"""The gate: may a sentence of somebody's own leave? No, unless it reads as one of the frames and the lens is silent.

Every word must be known from the frames, the slot lists or the short lists beside them. A word that nobody thought of
holds the sentence. So do a doer who is not named, an unread language, a mark of the lens, and a judge that is missing
or has failed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import takewhile
from pathlib import Path

from intake.referral.content import ReferralContent
from intake.screening.gate.clauses import (
    LONGEST_OPENING,
    done_by_reporter,
    not_named,
    opened_by,
    says_who,
    wounded_person,
)
from intake.screening.gate.cutting import Listed, as_listed
from intake.screening.gate.doers import (
    names_somebody,
    nobody_acts,
    own_deeds,
    own_limbs,
    own_wounds,
    telling_more,
    unclear_doers,
)
from intake.screening.gate.reading import Reading
from intake.screening.gate.readings import Readings
from intake.screening.gate.words import GateLists
from intake.screening.lens import Lens, Screened
from intake.screening.sentences import Sentence
from intake.screening.spans import Span
from intake.screening.words import Word, unhidden, words_of
from intake.wording.catalogue import Wording

LEAVE_BELOW = 0.48
"""A sentence whose judged risk is not below this is held."""
_READS_AS = 0.5
_NEAREST = 3
_MOST_MARKS = 100
_MOST_CUT = 1_000
"""Letters of Chinese or Thai, or words: a longer stretch is no line, and cutting and parting it would take too long."""


class Why(StrEnum):
    """Why a sentence passes or is held."""

    READS_AS_FRAME = "reads_as_frame"
    READS_AS_SLOT = "reads_as_slot"
    UNREAD_LANGUAGE = "unread_language"
    MARKED = "marked"
    NOT_JUDGED = "not_judged"
    RISK = "risk"
    HIDDEN_WORD = "hidden_word"
    OWN_WORDS = "own_words"
    WHO_IS_NOT_SAID = "who_is_not_said"
    TELLS_MORE = "tells_more"
    REPORTER_DOES = "reporter_does"
    NO_FRAME = "no_frame"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """Whether one stretch may leave and why, by which words it is held, and the frames that come nearest, best first.

    ``words`` are offsets into the text as typed; none where it is the whole that is held.
    """

    start: int
    end: int
    passes: bool
    why: Why
    nearest: tuple[str, ...] = field(default=(), repr=False)
    words: tuple[tuple[int, int], ...] = ()

    def as_json(self) -> dict[str, object]:
        """The answer as the headless verb prints it."""
        answer: dict[str, object] = {"start": self.start, "end": self.end, "passes": self.passes, "why": self.why.value}
        if self.words:
            answer["words"] = [list(place) for place in self.words]
        return {**answer, "frame": self.nearest[0], "nearest": list(self.nearest)} if self.nearest else answer


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch in the letters in which it is read: its words, and where each stands in the text as typed."""

    folded: str = field(repr=False)
    words: tuple[Word, ...] = field(repr=False)
    places: tuple[tuple[int, int], ...]

    def cut(self, text: str, listed: Listed | None) -> Said:
        """The same in the words that a language lists, if it has such a list."""
        if listed is None:
            return self
        pieces = listed.cut(text, self.places)
        spans = [(self.words[one.first].start, self.words[one.last - 1].end) for one in pieces]
        return Said(
            self.folded,
            tuple(Word(one.text, *span) for one, span in zip(pieces, spans, strict=True)),
            tuple((self.places[one.first][0], self.places[one.last - 1][1]) for one in pieces),
        )

    def hides_a_word(self) -> bool:
        """Whether one of the words is spelled apart or with signs."""
        return unhidden(self.folded, [(one.start, one.end) for one in self.words], {}, frozenset()) is not None

    def at(self, held: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Where some of the words stand, each once."""
        return tuple(self.places[place] for place in sorted(set(held)))


@dataclass(frozen=True, slots=True)
class Gate:
    """Judges the sentences of a screened text."""

    readings: Readings = field(repr=False)
    lens: Lens = field(repr=False)
    leave_below: float = LEAVE_BELOW

    def over(self, content: ReferralContent, wordings: Sequence[Wording]) -> Gate:
        """The same gate over the frames of this content alone, in these languages."""
        return replace(self, readings=self.readings.over(content, wordings))

    def judge(self, text: str, screened: Screened) -> tuple[GateAnswer, ...]:
        """An answer for each sentence, in order."""
        return tuple(self._one(text, one, screened) for one in screened.sentences)

    def said(self, text: str, start: int, end: int) -> Said:
        """A stretch of a text as the gate reads it."""
        folded = self.lens.packs.folding.fold(text[start:end])
        words = tuple(words_of(folded.text, 0, len(folded.text)))
        places = [folded.span(one.start, one.end) for one in words]
        return Said(folded.text, words, tuple((start + first, start + last) for first, last in places))

    def _one(self, text: str, sentence: Sentence, screened: Screened) -> GateAnswer:
        reading = self.readings.get(sentence.lang) or self.readings.get(screened.lang)
        if reading is None:
            return GateAnswer(sentence.start, sentence.end, False, Why.UNREAD_LANGUAGE)
        said = self.said(text, sentence.start, sentence.end)
        if reading.listed is not None and len(said.words) > _MOST_CUT:
            return GateAnswer(sentence.start, sentence.end, False, Why.TOO_LONG)
        said = said.cut(text, reading.listed)
        near = reading.nearest([one.text for one in said.words])
        nearest = tuple(one.frame_id for one in near[:_NEAREST])
        share = max((one.share for one in near[:_NEAREST]), default=0.0)
        why, words = self.held(sentence, screened) or _held_by_words(reading, text, said) or (None, ())
        if why is None and share < _READS_AS:
            why = Why.NO_FRAME
        return GateAnswer(sentence.start, sentence.end, why is None, why or Why.READS_AS_FRAME, nearest, words)

    def held(self, sentence: Sentence, screened: Screened) -> tuple[Why, tuple[tuple[int, int], ...]] | None:
        """Why the lens holds a sentence, if it does."""
        met = _marks_in(screened.spans, sentence) or _marks_in(screened.met, sentence)
        if met:
            marked = [(max(one.start, sentence.start), min(one.end, sentence.end)) for one in met]
            return Why.MARKED, tuple(marked)
        if not screened.judged or sentence.score is None:
            return Why.NOT_JUDGED, ()
        return None if sentence.score < self.leave_below else (Why.RISK, ())


def _marks_in(spans: Sequence[Span], sentence: Sentence) -> list[Span]:
    """The marks that touch a sentence. They stand in order and never overlap."""
    first = bisect_right(spans, sentence.start, key=lambda one: one.end)
    return list(takewhile(lambda one: one.start < sentence.end, spans[first : first + _MOST_MARKS]))


def _held_by_words(reading: Reading, text: str, said: Said) -> tuple[Why, tuple[tuple[int, int], ...]] | None:
    unknown = [at for at, one in enumerate(said.words) if not reading.knows(one.text)]
    if unknown or not said.words:
        return Why.OWN_WORDS, said.at(unknown)
    if reading.listed is not None:
        return _held_by_clauses(reading, text, said)  # compared as typed: a hidden word is an unknown one
    return _held_by_doers(reading, text, said) or ((Why.HIDDEN_WORD, ()) if said.hides_a_word() else None)


def _held_by_doers(reading: Reading, text: str, said: Said) -> tuple[Why, tuple[tuple[int, int], ...]] | None:
    typed = [text[start:end] for start, end in said.places]
    unclear = unclear_doers(reading.words, said.words, said.folded, typed)
    if unclear:
        return Why.WHO_IS_NOT_SAID, said.at(unclear)
    more = telling_more(reading.words, said.words, typed)
    if more:
        return Why.TELLS_MORE, said.at(more)
    if not _says_who(reading, said):
        return Why.WHO_IS_NOT_SAID, ()
    deeds = own_deeds(reading.words, said.words) or own_wounds(reading.words, said.words)
    deeds = deeds or own_limbs(reading.words, said.words)
    return (Why.REPORTER_DOES, said.at(deeds)) if deeds else None


def _held_by_clauses(reading: Reading, text: str, said: Said) -> tuple[Why, tuple[tuple[int, int], ...]] | None:
    first = said.places[0][0]
    opened = opened_by(reading.words, [as_listed(text[first:end]) for _, end in said.places[:LONGEST_OPENING]])
    unclear = not_named(reading.words, said.words, opened)
    if unclear or not says_who(reading.words, said.words, opened):
        return Why.WHO_IS_NOT_SAID, said.at(unclear)
    more = telling_more(reading.words, said.words, [text[start:end] for start, end in said.places])
    if more:
        return Why.TELLS_MORE, said.at(more)
    deeds = done_by_reporter(reading.words, said.words) or wounded_person(reading.words, said.words)
    deeds = deeds or own_limbs(reading.words, said.words)
    return (Why.REPORTER_DOES, said.at(deeds)) if deeds else None


def _says_who(reading: Reading, said: Said) -> bool:
    return (
        names_somebody(reading.words, said.words)
        or nobody_acts(reading.words, said.words)
        or reading.is_frame([one.text for one in said.words])
    )


def build_gate(content: ReferralContent, wordings: Sequence[Wording], lens: Lens, root: Path | None = None) -> Gate:
    """The gate over the frames of every language that has them and has words for the gate. Raises BrokenContent."""
    return Gate(Readings(content, wordings, GateLists(lens.packs.folding, root)), lens)
