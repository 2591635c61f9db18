"""What the person told in this case and did not release, as something to be recognised and never to be shown.

It is made where the whole case is known and handed to the last look at the finished file. The code that composes the
page is never given it. It can only answer whether something of it is there, and of which kind.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from intake.answers.model import Answer, Choice, Choices, Rows, Text
from intake.cases.model import CasePart
from intake.questions.model import Question, Questions
from intake.questions.occasions import plain_id
from intake.referral.spellings.model import Spellings

LONGEST_LOOK = 10.0
"""Seconds after which the look ends without a result, and nothing is written."""

MOST_LETTERS = 2_000_000
"""A case with more typed letters than these is not searched for, and nothing is written."""

_SHORTEST_NAME, _SHORTEST_WORD, _SHORTEST_JOINED = 3, 4, 6  # letters
_SHORTEST_NUMBER, _SHORTEST_INSIDE = 4, 7  # digits, to stand alone; to stand inside a longer number
_YEARS = range(1900, 2101)  # as a number of four digits, any of these is a year to us
_LOOK_AT_CLOCK_EVERY = 256
_NAMES = "aggressor_identifiers"
EMPTY: Mapping[str, str] = MappingProxyType({})


class Kind(StrEnum):
    """What sort of thing was recognised."""

    NAME = "name"
    NUMBER = "number"
    WORDS = "words"
    PAPERS = "papers"


class LookTookTooLong(Exception):
    """The time or the size allowed was not enough."""


@dataclass(frozen=True, slots=True)
class _Value:
    kind: Kind
    words: frozenset[str] = field(repr=False)
    joined: frozenset[str] = field(repr=False)
    numbers: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Seen:
    words: frozenset[str] = field(repr=False)
    joined: str = field(repr=False)
    numbers: frozenset[str] = field(repr=False)


class ForbiddenValues:
    """Knows how to recognise its values in any spelling; its own repr, and every error, leave them out."""

    __slots__ = ("_name_to_use", "_number_of_report", "_texts", "_typed_under")

    def __init__(
        self,
        texts: Iterable[tuple[bool, str]] = (),
        name_to_use: str = "",
        report_number: str = "",
        typed_under: Mapping[str, str] = EMPTY,
    ) -> None:
        """``texts``: whether it is short (a name, a place, a number) and what was typed or chosen.

        ``name_to_use`` and ``report_number`` are what the person gave under these; each may leave where it is released.
        ``typed_under`` is what was typed under each field: a number out of it may leave under the same field.
        """
        self._texts = tuple(texts)
        self._typed_under = dict(typed_under)
        self._name_to_use = name_to_use
        self._number_of_report = report_number

    def __repr__(self) -> str:
        """Nothing of what is inside."""
        return "ForbiddenValues()"

    def __reduce__(self) -> str:
        """Never written anywhere."""
        raise TypeError("forbidden values are never stored")

    def released(self, name: str, number: str) -> tuple[str, ...]:
        """Those of the two typed values on a page that the person themselves gave for it."""
        own = {" ".join(self._name_to_use.split()), " ".join(self._number_of_report.split())} - {""}
        return tuple(value for value in (name, number) if " ".join(value.split()) in own)

    def is_told_as(self, field_id: str, value: str) -> bool:
        """Whether this was told under this very field, in whatever spacing; told elsewhere it is something else."""
        plain = _letters_alone(value)
        return bool(plain) and plain in _letters_alone(self._typed_under.get(field_id, ""))

    def is_told_elsewhere(self, field_id: str, value: str) -> bool:
        """Whether this was told, in whatever spacing, and not under this field."""
        plain = _letters_alone(value)
        told = len(plain) >= _SHORTEST_NUMBER and any(plain in _letters_alone(text) for _, text in self._texts)
        return told and not self.is_told_as(field_id, value)

    def found_in(
        self,
        texts: Iterable[str],
        allowed: Iterable[str],
        sender: str,
        spellings: Spellings,
        clock: Callable[[], float] = time.monotonic,
    ) -> frozenset[Kind]:
        """Which kinds of values stand in ``texts`` beyond what is ``allowed`` to stand there.

        ``sender`` is the programme's own line: the words of a long text may meet in it by chance, names and numbers
        may not. Raises LookTookTooLong.
        """
        watch = _Watch(clock)
        if sum(len(text) for _, text in self._texts) > MOST_LETTERS:
            raise LookTookTooLong
        seen = _seen(texts, spellings)
        strict = _seen(allowed, spellings)
        lenient = _seen((*allowed, sender), spellings)
        found = set()
        for is_short, text in self._texts:
            watch.look()
            base = strict if is_short else lenient
            kinds = set(_kinds(text, is_short, seen, base, strict, spellings, watch))
            found |= {Kind.PAPERS} if kinds and spellings.is_about_papers(text) else kinds
        return frozenset(found)


def forbidden_values(
    answers: Mapping[str, Answer],
    questions: Questions,
    names: tuple[str, str],
    of_this_one: Mapping[str, Answer] | None = None,
) -> ForbiddenValues:
    """Everything typed in a case, and what was chosen about the person. ``names``: the questions for name and number.

    Closed choices about the person count by their words; those that a page may tell are judged sentence by sentence.
    ``answers`` stand under their addresses; ``of_this_one``, by plain ids, is what the page may be about;
    without it, what stands under plain ids.
    """
    about = answers if of_this_one is None else of_this_one
    by_id = {question.id: question for question in questions.questions}
    texts: list[tuple[bool, str]] = []
    under: dict[str, str] = {}
    for name, answer in answers.items():
        if answer.value is not None:
            texts.extend(_told(answer, by_id.get(plain_id(name))))
    for name, answer in about.items():
        question = by_id.get(name)
        if question is not None and question.field:
            under[question.field] = f"{under.get(question.field, '')} {_typed(answer)}"
    name_to_use, report_number = (_typed(about.get(name)) for name in names)
    return ForbiddenValues(texts, name_to_use, report_number, under)


def _told(answer: Answer, question: Question | None) -> Iterator[tuple[bool, str]]:
    if isinstance(answer.value, Text):
        yield question is None or question.part is CasePart.IDENTIFYING or question.field == _NAMES, answer.value.text
    if isinstance(answer.value, Rows):
        yield from ((False, told) for row in answer.value.rows for _, told in row)
    if question is None or question.recipients or not isinstance(answer.value, Choice | Choices):
        return
    chosen = {answer.value.option} if isinstance(answer.value, Choice) else set(answer.value.options)
    yield from ((False, option.label) for option in question.options if option.id in chosen)


def _letters_alone(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _typed(answer: Answer | None) -> str:
    return answer.value.text if answer is not None and isinstance(answer.value, Text) else ""


class _Watch:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends = clock() + LONGEST_LOOK
        self._looked = 0

    def look(self) -> None:
        if self._clock() > self._ends:
            raise LookTookTooLong

    def look_now_and_then(self) -> None:
        self._looked += 1
        if self._looked % _LOOK_AT_CLOCK_EVERY == 0:
            self.look()


def _seen(texts: Iterable[str], spellings: Spellings) -> _Seen:
    whole = "\n".join(texts)
    return _Seen(spellings.words(whole), "\n".join(spellings.run_together(whole)), spellings.numbers(whole))


def _kinds(
    text: str, is_short: bool, seen: _Seen, base: _Seen, strict: _Seen, spellings: Spellings, watch: _Watch
) -> Iterator[Kind]:
    shortest = _SHORTEST_NAME if is_short else _SHORTEST_WORD
    for word in spellings.words(text):
        watch.look_now_and_then()
        if len(word) >= shortest and not word.isdigit() and word in seen.words and word not in base.words:
            yield Kind.NAME if is_short else Kind.WORDS
    if is_short and any(
        len(joined) >= _SHORTEST_JOINED and joined in seen.joined and joined not in base.joined
        for joined in (*spellings.words(text), *spellings.run_together(text))
        if not joined.isdigit()
    ):
        yield Kind.NAME
    for number in spellings.numbers(text):
        watch.look_now_and_then()
        if _is_telling(number) and _stands_in(number, seen.numbers) and not _stands_in(number, strict.numbers):
            yield Kind.NUMBER


def _is_telling(number: str) -> bool:
    return len(number) >= _SHORTEST_NUMBER and not (len(number) == _SHORTEST_NUMBER and int(number) in _YEARS)


def _stands_in(number: str, numbers: frozenset[str]) -> bool:
    if number in numbers:
        return True
    return len(number) >= _SHORTEST_INSIDE and any(
        number in other or (len(other) >= _SHORTEST_INSIDE and number.endswith(other)) for other in numbers
    )
