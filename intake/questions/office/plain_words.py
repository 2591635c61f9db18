"""Whether words can be said to a person who is tired or afraid, and what to change where they cannot.

The same bars as for the shipped questions: seven years of school, no blame, nobody called by a name that they did not
choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from intake.questions.model import Audience
from intake.questions.office.model import (
    LONGEST_HELP,
    LONGEST_LABEL,
    LONGEST_PROMPT,
    LONGEST_WHY,
    Words,
)
from intake.wording import reading_ease_es, reading_grade

TOP_GRADE, EASY_ENOUGH, EASY_FOR_STAFF = 7.0, 65.0, 55.0
_SAID_AT_ONCE = 14
"""Words; a longer sentence is hard to follow when it is heard once."""

_MOST_NAMED = 4
_LONG_IN = {"en": 3, "es": 4}  # syllables
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÁÉÍÓÚÑ][\w'-]+(?: (?:de|del|of) [A-ZÁÉÍÓÚÑ][\w'-]+| [A-ZÁÉÍÓÚÑ][\w'-]+)*")
_LETTERS = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ']+")
_BLAMING = {
    "en": re.compile(r"why did you|why didn't you|explain|and then what", re.IGNORECASE),
    "es": re.compile(r"por qué no|por qué hizo|por qué fue|expliqu\w+|explic[aáo]\w*", re.IGNORECASE),
}
_JUDGING = {
    "en": re.compile(
        r"\b(?:victim\w*|prostitut\w*|hook(?:er|ers)|whores?|illegal\w*|criminal\w*|offender\w*|addict\w*|junkies|refus\w*"
        r"|alleg\w*|confess\w*)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:víctima\w*|prostitut\w*|put[ao]s?|ilegal\w*|delincuente\w*|criminal\w*|drogadict\w*|adict[ao]\w*"
        r"|indocumentad\w*|rechaz\w*|se neg\w+|supuest\w*|presunt\w*|confes\w*)\b",
        re.IGNORECASE,
    ),
}
_FAMILIAR = {"es": re.compile(r"\b(?:tú|tus|te|ti|contigo|vos)\b", re.IGNORECASE)}


class Part(StrEnum):
    """Which words of a question."""

    PROMPT = "prompt"
    WHY = "why"
    HELP = "help"
    LABEL = "label"


class Fault(StrEnum):
    """What is wrong with them."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    BLAMES = "blames"
    JUDGES = "judges"
    SHOUTS = "shouts"
    FAMILIAR = "familiar"
    LONG_SENTENCE = "long_sentence"
    HARD_WORDS = "hard_words"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class WordFault:
    """One thing to change: where, what, the words that it is about, and a number (letters there is room for, words)."""

    part: Part
    fault: Fault
    words: tuple[str, ...] = ()
    count: int = 0


def word_faults(
    words: Words, labels: tuple[str, ...] = (), language: str = "en", audience: Audience = Audience.PERSON
) -> tuple[WordFault, ...]:
    """Everything to change in one language, in the order of the form; nothing where all is well."""
    found: list[WordFault] = []
    rows = (
        (Part.PROMPT, words.prompt, LONGEST_PROMPT),
        (Part.WHY, words.why, LONGEST_WHY),
        (Part.HELP, words.help, LONGEST_HELP),
        *((Part.LABEL, label, LONGEST_LABEL) for label in labels),
    )
    for part, text, longest in rows:
        if not text.strip() and part is not Part.HELP:
            found.append(WordFault(part, Fault.EMPTY))
        elif len(text) > longest:
            found.append(WordFault(part, Fault.TOO_LONG, count=longest))
        else:
            found += _unkind(part, text, language, audience)
    if audience is Audience.PERSON:
        found += _hard_parts(words, language)
    return tuple(found)


def _unkind(part: Part, text: str, language: str, audience: Audience) -> Iterator[WordFault]:
    plain = _plain(text)
    if "!" in text or "¡" in text:
        yield WordFault(part, Fault.SHOUTS)
    pairs = [(Fault.BLAMES, _BLAMING)] if part is not Part.HELP else []
    if audience is Audience.PERSON:
        pairs += [(Fault.JUDGES, _JUDGING), (Fault.FAMILIAR, _FAMILIAR)]
    for fault, patterns in pairs:
        pattern = patterns.get(language)
        met = tuple(dict.fromkeys(found.group().lower() for found in pattern.finditer(plain))) if pattern else ()
        if met:
            yield WordFault(part, fault, met)


def _hard_parts(words: Words, language: str) -> Iterator[WordFault]:
    """The measures of the shipped questions: in English the question is read with its help."""
    if language == "en":
        both = _plain(f"{words.prompt} {words.help}".strip())
        if _grade(both) > TOP_GRADE:
            yield from _hard(*_harder(words), language)
        if _grade(_plain(words.why)) > TOP_GRADE:
            yield from _hard(Part.WHY, words.why, language)
    elif language == "es":
        for part, text, ease in (
            (Part.PROMPT, words.prompt, EASY_ENOUGH),
            (Part.WHY, words.why, EASY_ENOUGH),
            (Part.HELP, words.help, EASY_FOR_STAFF),
        ):
            if text.strip() and reading_ease_es.reading_ease(_plain(text)) < ease:
                yield from _hard(part, text, language)


def _harder(words: Words) -> tuple[Part, str]:
    if words.help and _grade(_plain(words.help)) > _grade(_plain(words.prompt)):
        return Part.HELP, words.help
    return Part.PROMPT, words.prompt


def _hard(part: Part, text: str, language: str) -> Iterator[WordFault]:
    """What makes it hard: a long sentence, long words."""
    plain = _plain(text)
    count = max(len(_LETTERS.findall(sentence)) for sentence in re.split(r"[.!?:]\s+|\n", plain))
    long_words = _long_words(plain, language)
    if count > _SAID_AT_ONCE:
        yield WordFault(part, Fault.LONG_SENTENCE, count=count)
    if long_words:
        yield WordFault(part, Fault.HARD_WORDS, long_words)
    if count <= _SAID_AT_ONCE and not long_words:
        yield WordFault(part, Fault.HARD)


def _grade(text: str) -> float:
    return reading_grade.reading_grade(text)


def _plain(text: str) -> str:
    """The words with every name in them counted as a short one: no plainer word can stand for it."""
    return _NAME.sub("lugar", text)  # two syllables in English as well


def _long_words(text: str, language: str) -> tuple[str, ...]:
    count = reading_ease_es.syllables if language == "es" else reading_grade.syllables
    long = [word for word in dict.fromkeys(_LETTERS.findall(text)) if count(word.lower()) >= _LONG_IN.get(language, 4)]
    return tuple(sorted(long, key=lambda word: -count(word.lower()))[:_MOST_NAMED])
