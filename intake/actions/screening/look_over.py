"""Reads a box while somebody writes in it: only what changed since the last look, nearest the cursor first.

What was read is remembered by the words of a sentence and of the one before, in memory, and only while it stands in
the box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from intake.questions.occasions import plain_id
from intake.screening.harms import Harms
from intake.screening.languages import UNKNOWN
from intake.screening.lens import Screened
from intake.screening.sentences import split_sentences
from intake.screening.spans import UNCLEAR, UNREAD

_AT_ONCE = 12
_LETTERS_AT_ONCE = 3_000
_SURE_WHO = 0.75
_NAME_WORDS = 3

Place = tuple[int, int]


class Marker(Protocol):
    """Whatever marks a text: the lens."""

    def screen(self, text: str, lang: str = "", kind: str = "narrative") -> Screened:
        """Every stretch that would harm."""
        ...


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked stretch of a box, in code points. ``asks_who``: whether it harms hangs on who did it."""

    start: int
    end: int
    category: str
    subject: str = field(repr=False)
    asks_who: bool = False
    spoken: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What is marked so far. ``is_whole``: nothing is left to read. ``is_judged``: every part of the lens took part."""

    passages: tuple[Passage, ...]
    is_whole: bool
    is_judged: bool


@dataclass(frozen=True, slots=True)
class _Read:
    passages: tuple[Passage, ...]
    is_judged: bool


class TextReader:
    """The reader of one box, used by one thread. ``kind`` is ``field`` for one line, ``narrative`` for more."""

    def __init__(self, kind: str, question_id: str = "") -> None:
        self._kind = kind
        self._question_id = plain_id(question_id)
        self._known: dict[tuple[str, str], _Read] = {}
        self._spoken = ""

    def look_over(self, lens: Marker, harms: Harms, text: str, near: int = 0, desk_language: str = "") -> LookedOver:
        """Read one more part of what is new in ``text``, the part at ``near`` first, and tell what is marked.

        Words that may be of several languages are taken for those of the desk.
        """
        places = list(split_sentences(text))
        said = [text[start:end] for start, end in places]
        keys = list(zip(said, ["", *said], strict=False))
        run = _run(places, [key not in self._known for key in keys], near)
        if run:
            self._read(lens, harms, text, places, keys, run, desk_language)
        self._known = {key: self._known[key] for key in keys if key in self._known}
        return self._told(harms, text, places, keys)

    def forget(self) -> None:
        """Let go of every word."""
        self._known = {}
        self._spoken = ""

    def _read(
        self,
        lens: Marker,
        harms: Harms,
        text: str,
        places: Sequence[Place],
        keys: Sequence[tuple[str, str]],
        run: range,
        desk_language: str,
    ) -> None:
        begin = places[max(run.start - 1, 0)][0]
        end = places[run.stop - 1][1]
        is_all = run.start <= 1 and run.stop == len(places)
        screened = lens.screen(text[begin:end], "" if is_all else self._spoken, self._kind)
        if screened.lang == UNKNOWN:
            screened = lens.screen(text[begin:end], desk_language, self._kind)
        elif is_all or not self._spoken:
            self._spoken = screened.lang
        for number in run:
            first, last = places[number][0] - begin, places[number][1] - begin
            found = [
                Passage(
                    max(span.start, first) - first,
                    min(span.end, last) - first,
                    span.category,
                    span.subject,
                    _asks_who(harms, span.category, span.subject, span.confidence),
                    _spoken_at(screened, first),
                )
                for span in screened.spans
                if span.start < last and span.end > first
            ]
            self._known[keys[number]] = _Read(tuple(found), screened.judged)

    def _told(self, harms: Harms, text: str, places: Sequence[Place], keys: Sequence[tuple[str, str]]) -> LookedOver:
        known = [self._known.get(key) for key in keys]
        passages = tuple(
            replace(one, start=one.start + start, end=one.end + start)
            for (start, _), read in zip(places, known, strict=True)
            if read is not None
            for one in read.passages
            if not self._is_asked_for(harms, one.category)
        )
        if self._asks_for_name(harms) and len(text.split()) <= _NAME_WORDS:
            passages = tuple(one for one in passages if one.category == UNREAD)
        return LookedOver(
            passages,
            all(read is not None for read in known),
            all(read.is_judged for read in known if read is not None),
        )

    def _is_asked_for(self, harms: Harms, category: str) -> bool:
        harm = harms.kinds.get(category)
        return harm is not None and self._question_id in harm.asked_by

    def _asks_for_name(self, harms: Harms) -> bool:
        """A name or a number alone says nothing of anybody's life, whatever else the word means."""
        return bool(self._question_id) and self._is_asked_for(harms, "identifying")


def _run(places: Sequence[Place], is_new: Sequence[bool], near: int) -> range:
    """The next sentences to read: new ones in a row, from the new one nearest to the cursor."""
    new = [number for number, one in enumerate(is_new) if one]
    if not new:
        return range(0)
    first = last = min(new, key=lambda number: _away(places[number], near))
    letters = places[first][1] - places[first][0]
    while True:
        grown = last + 1 if last + 1 < len(is_new) and is_new[last + 1] else first - 1
        if grown < 0 or not is_new[grown]:
            break
        letters += places[grown][1] - places[grown][0]
        if letters > _LETTERS_AT_ONCE or last - first + 1 >= _AT_ONCE:
            break
        first, last = min(first, grown), max(last, grown)
    return range(first, last + 1)


def _away(place: Place, near: int) -> int:
    start, end = place
    return max(start - near, near - end, 0)


def _asks_who(harms: Harms, category: str, subject: str, confidence: float) -> bool:
    harm = harms.kinds.get(category)
    return harm is not None and harm.who_decides and (subject == UNCLEAR or confidence < _SURE_WHO)


def _spoken_at(screened: Screened, place: int) -> str:
    for sentence in screened.sentences:
        if sentence.start <= place < sentence.end:
            return sentence.lang
    return screened.lang
