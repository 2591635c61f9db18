"""May a short entry fill an open slot? Only as the slot's own kind: every word of it is one that the kind has."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from intake.screening.gate.gate import Gate, GateAnswer, Said, Why
from intake.screening.gate.reading import Reading
from intake.screening.marking import SURE
from intake.screening.words import STOPS

MOST_LETTERS = 160
"""A longer entry is a story, whatever its words are."""
_PLATE = re.compile(r"(?=.*\d)[a-z0-9]{1,4}(?:[ -]?[a-z0-9]{1,4}){0,2}")
_NUMBER = re.compile(r"\+?\d[\d ().-]{5,18}\d")
_NUMBER_SIGNS = re.compile(r"\d{1,4}(?::\d\d)?")


class SlotKind(StrEnum):
    """What an open slot asks about the other person."""

    PLATE = "plate"
    NUMBER = "number"
    CLOTHES = "clothes"
    MARKS = "marks"
    BUILD = "build"
    VOICE = "voice"
    VEHICLE = "vehicle"
    WORDS_SAID = "words_said"


_LISTS = {
    SlotKind.CLOTHES: ("clothes", "colors"),
    SlotKind.MARKS: ("marks", "body_marks", "body_parts", "face_features", "colors"),
    SlotKind.BUILD: ("builds", "heights", "ages", "hair", "hair_styles", "skin_tones", "eyes"),
    SlotKind.VOICE: ("voices",),
    SlotKind.VEHICLE: ("vehicles", "vehicle_features", "colors", "plate_states"),
}
_SHAPES = {SlotKind.PLATE: _PLATE, SlotKind.NUMBER: _NUMBER}


def may_fill(gate: Gate, kind: SlotKind, text: str, lang: str) -> GateAnswer:
    """Whether an entry may stand in an open slot of this kind; the answer says why, and which words hold it."""
    why, words = _judged(gate, kind, text, lang)
    return GateAnswer(0, len(text), why is Why.READS_AS_SLOT, why, words=words)


def _judged(gate: Gate, kind: SlotKind, text: str, lang: str) -> tuple[Why, tuple[tuple[int, int], ...]]:
    if len(text) > MOST_LETTERS:
        return Why.TOO_LONG, ()
    reading = gate.readings.get(lang)
    if reading is None:
        return Why.UNREAD_LANGUAGE, ()
    said = gate.said(text, 0, len(text)).cut(text, reading.listed)
    shape = _SHAPES.get(kind)
    if shape is not None:
        # a number is no sentence, so nobody judges it: its narrow shape is all that may stand here
        plain = text.strip().casefold()
        return (Why.READS_AS_SLOT, ()) if shape.fullmatch(plain) else (Why.OWN_WORDS, said.at(range(len(said.words))))
    held = _held_by_words(reading, kind, said)
    if held is not None:
        return held
    lead = f"{reading.words.says} " if kind is SlotKind.WORDS_SAID else ""
    screened = gate.lens.screen(lead + text, lang)
    if kind in _LISTS:  # a guess at who is meant does not count among words that are all about the other person
        sure = [tuple(one for one in some if one.confidence >= SURE) for some in (screened.spans, screened.met)]
        screened = replace(screened, spans=sure[0], met=sure[1])
    if not screened.sentences:
        return Why.OWN_WORDS, ()
    for sentence in screened.sentences:
        by_the_lens = gate.held(sentence, screened)
        # a few words of a short list are no sentence, and its risk is a guess: only a mark holds them
        if by_the_lens is not None and (by_the_lens[0] is not Why.RISK or kind is SlotKind.WORDS_SAID):
            why, places = by_the_lens
            ends = ((start - len(lead), end - len(lead)) for start, end in places)
            return why, tuple((max(start, 0), end) for start, end in ends if end > 0)
    return Why.READS_AS_SLOT, ()


def _held_by_words(reading: Reading, kind: SlotKind, said: Said) -> tuple[Why, tuple[tuple[int, int], ...]] | None:
    unknown = [at for at, one in enumerate(said.words) if not _fits(reading, kind, one.text)]
    if unknown or not any(reading.says(one.text) for one in said.words):
        return Why.OWN_WORDS, said.at(unknown)
    return (Why.HIDDEN_WORD, ()) if reading.listed is None and said.hides_a_word() else None


def _fits(reading: Reading, kind: SlotKind, word: str) -> bool:
    words = reading.words
    if kind is SlotKind.WORDS_SAID:
        # what was said speaks to somebody: "I will kill you" names the reporter by no name
        return word in words.speaking or (word not in words.never and reading.knows(word))
    stem = words.stem(word)
    listed = any(stem in reading.labels.get(name, frozenset()) for name in _LISTS[kind])
    small = word in words.small or word in STOPS or _NUMBER_SIGNS.fullmatch(word) is not None
    of_kind = words.of_kind.get(kind.value, frozenset())
    return listed or small or (stem if reading.listed is None else word) in of_kind
