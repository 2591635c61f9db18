"""Says in which language a stretch of text is, from its script and its small words. Unknown stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from intake.screening.words import runs_beyond_ascii

UNKNOWN = "und"
_MOST_READ = 20_000
_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "hangul": re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
}
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LATIN = re.compile("[^\\W\\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_UNREAD = re.compile(
    "[^\\W\\d_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\u0e00-\u0e7f"
    "\u0370-\u03ff\u0400-\u04ffA-Za-z\u00aa\u00ba\u00c0-\u024f\u02b0-\u02ff\u1e00-\u1eff\uff21-\uff5a"
    "\u2100-\u214f\U0001d400-\U0001d7ff]"
)
_ENOUGH, _MANY = 0.6, 3
_WORDS_HEARD = 400
_FIRST_WORD, _SMALL_WORD = 0.05, 0.0005
_BITS = 12  # more than the letters of a sentence
_MOST_VOTES = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class Language:
    """A language that is read: its script, its small words (folded), and who its words for a doer stand for.

    ``belongs``: the words behind a thing by which it is the reporter's, and the small ones that may stand between.
    ``often``: what is met most often, in that order.
    """

    code: str
    script: str
    common: frozenset[str] = field(default_factory=frozenset, repr=False)
    own: frozenset[str] = field(default_factory=frozenset, repr=False)
    other: frozenset[str] = field(default_factory=frozenset, repr=False)
    whom: frozenset[str] = field(default_factory=frozenset, repr=False)
    denies: frozenset[str] = field(default_factory=frozenset, repr=False)
    belongs: frozenset[str] = field(default_factory=frozenset, repr=False)
    only_here: frozenset[str] = field(default_factory=frozenset, repr=False)
    often: tuple[str, ...] = field(default=(), repr=False)


def shares_of(languages: Iterable[Language]) -> dict[str, float]:
    """Which share of all words each small word is, roughly: by Zipf's law where its place is known, or else alike."""
    shares: dict[str, float] = {}
    for one in languages:
        for word in one.common | one.own | one.other:
            shares.setdefault(word, _SMALL_WORD)
        for place, word in enumerate(one.often, start=1):
            shares[word] = max(shares.get(word, 0.0), _FIRST_WORD / place)
    return shares


class Votes:
    """The small words of several languages of one script, counted at once: a few bits of one number for each."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._codes = [one.code for one in languages]
        self._words: dict[str, int] = {}
        for place, one in enumerate(languages):
            for word in one.common:
                self._words[word] = self._words.get(word, 0) + (1 << place * _BITS)

    def of(self, words: AbstractSet[str]) -> dict[str, int]:
        """What each of these folded words says."""
        known = self._words
        return {word: known.get(word, 0) for word in words}

    def decide(self, votes: int) -> str:
        """The one language with the most votes of a sum, or ``und``."""
        if not votes:
            return UNKNOWN
        counts = [votes >> place * _BITS & _MOST_VOTES for place in range(len(self._codes))]
        most = max(counts)
        return self._codes[counts.index(most)] if counts.count(most) == 1 else UNKNOWN


def runs_not_latin(text: str) -> list[tuple[int, int]]:
    """From where to where letters of other scripts stand, however long the text is."""
    return runs_beyond_ascii(text, _NOT_LATIN)


def script_of(text: str) -> str:
    """The script of most letters: one that is read, ``kana``, ``other``, or nothing when there are no letters."""
    text = text[:_MOST_READ]
    if text.isascii() or not _NOT_LATIN.search(text):
        return "latin" if _LETTER.search(text) else ""
    letters = len(_LETTER.findall(text))
    if not letters:
        return ""
    counts = Counter({name: len(found.findall(text)) for name, found in _SCRIPTS.items()})
    if counts["kana"] * 5 > letters:
        return "kana"
    name, most = counts.most_common(1)[0]
    return name if most >= letters * _ENOUGH else ("latin" if sum(counts.values()) >= letters * 0.9 else "other")


def has_unread_script(text: str) -> bool:
    """Whether a tenth of the letters, or three together, belong to a script that no pack reads."""
    if text.isascii():
        return False
    strange = len(_UNREAD.findall(text))
    return strange >= _MANY or strange * 10 > len(_LETTER.findall(text))


def language_of(text: str, words: Sequence[str], known: Mapping[str, Language]) -> str:
    """The language of a text whose folded words are given, or ``und``. Letters alone decide where one script is one.

    Small words decide, and where several languages have as many, those that are met most often.
    """
    script = script_of(text)
    if script == "han":
        return _chinese(text, known)
    candidates = [one for one in known.values() if one.script == script]
    if len(candidates) <= 1:
        return candidates[0].code if candidates else UNKNOWN
    scores = {one.code: (_how_many(one.common, words), _how_many(set(one.often), words)) for one in candidates}
    best = max(scores, key=lambda code: scores[code])
    return best if any(scores[best]) else UNKNOWN


def _how_many(known: AbstractSet[str], words: Sequence[str]) -> int:
    return sum(word in known for word in words[:_WORDS_HEARD])


def _chinese(text: str, known: Mapping[str, Language]) -> str:
    for code in ("zh-Hant", "zh-Hans"):
        if code in known and (code == "zh-Hans" or not known[code].only_here.isdisjoint(text)):
            return code
    return UNKNOWN
