"""Reads Spanish to the judges word for word in English, which is what the encoder's pieces and most texts are.

It is no translation and nobody is shown it: "me pegó con la botella" becomes "me he hit with the bottle". What it
keeps is what decides: the sense of each word, and who does it, which in Spanish lies in the ending of the verb and is
lost where accents are ("pego" and "pegó").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace

from intake.screening.judgement.features import LONGEST
from intake.screening.judgement.model import SentenceIn

SPANISH = "es"
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 40
_TILDE = "\u0303"
_FOLLOWING = {
    "nos": "us",
    "los": "them",
    "las": "them",
    "les": "them",
    "me": "me",
    "te": "you",
    "se": "himself",
    "lo": "it",
    "la": "her",
    "le": "him",
}
_TAKES_FOLLOWING = re.compile(rf"(.{{3,}}?)((?:me|te|se|nos)?(?:{'|'.join(_FOLLOWING)}))")
_EACH_FOLLOWING = re.compile("|".join(_FOLLOWING))
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("as", "o"),
    ("os", "o"),
    ("a", "o"),
    ("itos", "o"),
    ("itas", "a"),
    ("ito", "o"),
    ("ita", "a"),
    ("illo", "o"),
    ("illa", "a"),
    ("mente", ""),
)
"""Of a number, a gender, a small thing: what stands instead in the word that is looked up."""


class Glosses:
    """English for single words. ``english`` are whole words that an English sentence would keep as they are."""

    def __init__(self, words: Mapping[str, str], english: Collection[str]) -> None:
        self._words, self._english = words, english
        self._plain: dict[str, str] = {}
        for word, gloss in words.items():
            if not word.isascii():
                self._plain.setdefault(_without_accents(word), gloss)

    def read(self, text: str, lang: str) -> str:
        """``text`` with each known word in English: every one in a Spanish text, else those that no English word is."""
        spanish = lang == SPANISH
        seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
        return _WORD.sub(lambda found: self._said(found.group(), spanish), unicodedata.normalize("NFC", seen))

    def told(self, sentence: SentenceIn) -> SentenceIn:
        """A Spanish sentence with its English beside it; any other as it is."""
        if sentence.lang != SPANISH:
            return sentence
        return replace(sentence, english=self.read(sentence.text[:LONGEST], SPANISH))

    def _said(self, word: str, spanish: bool) -> str:
        known = word.lower()
        if len(known) > _LONGEST_WORD or (not spanish and known in self._english):
            return word
        return self._words.get(known) or self._of_parts(_without_accents(known)) or word

    def _of_parts(self, word: str) -> str:
        if whole := self._known(word):
            return whole
        found = _TAKES_FOLLOWING.fullmatch(word)
        if found and (verb := self._known(found[1])):
            return " ".join([verb, *(_FOLLOWING[one] for one in _EACH_FOLLOWING.findall(found[2]))])
        for ending, instead in _ENDINGS:
            stem = word.removesuffix(ending) + instead
            if word.endswith(ending) and len(stem) > 2 and (root := self._known(stem)):  # noqa: PLR2004 - too short to tell
                return root
        return ""

    def _known(self, plain: str) -> str:
        return self._words.get(plain) or self._plain.get(plain, "")


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in apart if c == _TILDE or unicodedata.category(c) != "Mn"))


def glosses_of(lines: str) -> Mapping[str, str]:
    """The words of a file of glosses: a word, a tab, its English, one a line. ValueError for any other line."""
    found = {}
    for line in lines.splitlines():
        word, _, english = line.partition("\t")
        if not word or not english or "\t" in english:
            message = "a line is no gloss"
            raise ValueError(message)
        found[word] = english
    return found
