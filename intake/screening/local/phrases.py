"""May a phrase that somebody typed be looked for? Readable, not endless, and not a word of every sentence."""

from __future__ import annotations

from enum import StrEnum

from intake.questions.clean_text import clean_text
from intake.screening.judgement.model import CATEGORIES
from intake.screening.packs import LocalWord, LocalWords, WordPacks
from intake.screening.patterns import NotAPhrase, Part, read_phrase

LONGEST_PHRASE = 60
"""Letters."""
MOST_READINGS = 60
MOST_ADDED, MOST_HIDDEN = 300, 200
_LEAST_STEM = 3


class PhraseFault(StrEnum):
    """Why a phrase cannot be looked for."""

    TOO_LONG = "too_long"
    NO_WORDS = "no_words"
    BRACKETS = "brackets"
    SHORT_STEM = "short_stem"
    EVERYDAY = "everyday"
    TOO_MANY = "too_many"
    CATEGORY = "category"
    LANGUAGE = "language"


def tidy(phrase: str) -> str:
    """A typed phrase with single spaces and nothing invisible; empty when it is too long to be one."""
    return " ".join((clean_text(phrase, LONGEST_PHRASE) or "").split())


def fault_of_added(packs: WordPacks, word: LocalWord) -> PhraseFault | None:
    """What is wrong with a word to add, if anything."""
    if word.category not in CATEGORIES:
        return PhraseFault.CATEGORY
    if word.language not in packs.languages:
        return PhraseFault.LANGUAGE
    return fault_of_phrase(packs, word.phrase) or _everyday(packs, word.phrase)


def fault_of_phrase(packs: WordPacks, phrase: str) -> PhraseFault | None:
    """What is wrong with a phrase, whatever it is for."""
    if len(phrase) > LONGEST_PHRASE:
        return PhraseFault.TOO_LONG
    try:
        readings = read_phrase(packs.folded(phrase), {})
    except NotAPhrase:
        return PhraseFault.BRACKETS
    if not readings or any(not any(map(_has_letters, parts)) for parts in readings):
        return PhraseFault.NO_WORDS
    if len(readings) > MOST_READINGS:
        return PhraseFault.TOO_MANY
    short = (stem for parts in readings for part in parts for stem in part.stems if stem.isascii())
    return PhraseFault.SHORT_STEM if any(len(stem) < _LEAST_STEM for stem in short) else None


def fault_of_all(packs: WordPacks, words: LocalWords) -> PhraseFault | None:
    """The first thing that is wrong with a whole list, if anything."""
    if len(words.add) > MOST_ADDED or len(words.hide) > MOST_HIDDEN:
        return PhraseFault.TOO_MANY
    added = (fault_of_added(packs, word) for word in words.add)
    hidden = (fault_of_phrase(packs, phrase) for phrase in words.hide)
    return next((fault for fault in (*added, *hidden) if fault is not None), None)


def merged(packs: WordPacks, first: LocalWords, second: LocalWords) -> LocalWords:
    """Both lists in one, each phrase once; letters that are read alike count as the same."""
    add = {(packs.folded(one.phrase), one.language, one.category): one for one in (*second.add, *first.add)}
    hide = {packs.folded(phrase): phrase for phrase in (*second.hide, *first.hide)}
    in_order = sorted(add.values(), key=lambda one: (one.language, one.category, packs.folded(one.phrase)))
    return LocalWords(tuple(in_order), tuple(sorted(hide.values(), key=packs.folded)))


def _has_letters(part: Part) -> bool:
    return any(any(letter.isalnum() for letter in word) or not word.isascii() for word in (*part.exact, *part.stems))


def _everyday(packs: WordPacks, phrase: str) -> PhraseFault | None:
    """A phrase of nothing but words that stand in most sentences would mark most sentences."""
    known = frozenset().union(*(one.common | one.own | one.other | one.whom for one in packs.languages.values()))
    for parts in read_phrase(packs.folded(phrase), {}):
        if all(part.is_gap or _is_everyday(part, known) for part in parts):
            return PhraseFault.EVERYDAY
    return None


def _is_everyday(part: Part, known: frozenset[str]) -> bool:
    if part.stems and any(word.startswith(part.stems) for word in known):
        return True
    return any(word in known or (len(word) == 1 and word.isascii()) for word in part.exact)
