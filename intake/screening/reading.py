"""One text while the word packs read it. Nothing of it is kept: the words of a report are not to outlive the call."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Protocol

from intake.screening.folding import Folded
from intake.screening.languages import Votes, has_unread_script, language_of, script_if_one
from intake.screening.packs import WordPacks
from intake.screening.phrase_book import BREAK, UNKNOWN_WORD, Found, Known, PhraseBook
from intake.screening.sentences import split_sentences
from intake.screening.spans import clause_around
from intake.screening.words import clean, hiding_places, is_odd, meant_by, places_of, raw_words

_SENTENCES_HEARD = 40
_SENTENCES_AT_ONCE = 4_000


class Words(Protocol):
    """What is looked for in a text."""

    @property
    def packs(self) -> WordPacks:
        """The packs, with their languages."""

    @property
    def book(self) -> PhraseBook:
        """Their phrases."""

    @property
    def misspellings(self) -> Mapping[str, str]:
        """Which word a misspelt one stands for."""

    @property
    def plain(self) -> AbstractSet[str]:
        """The words that are no misspellings."""

    @property
    def votes(self) -> Votes:
        """The small words of the languages in Latin letters."""


class Reading:
    """A text as sentences and words, each distinct word and each two that stand side by side looked up once.

    ``heard``: the language of each sentence; ``met``: the phrases in it; ``unread``: those in a script that no pack
    reads; the sentences in ``hiding`` may hide a word.
    """

    def __init__(self, wanted: Words, text: str, folded: Folded) -> None:
        self.text = text
        self.folded = folded
        self.known: dict[str, Known] = {}
        self.places = list(split_sentences(text))
        self._wanted = wanted
        self._bounds = (
            self.places
            if folded.starts is None
            else [(folded.place(start), folded.place(end)) for start, end in self.places]
        )
        whole = folded.text
        self._plain = [True] * len(self._bounds)
        if not whole.isascii():
            self._plain = [whole[start:end].isascii() for start, end in self._bounds]
        raw = [raw_words(whole, *bounds, plain) for bounds, plain in zip(self._bounds, self._plain, strict=True)]
        self._meant: dict[str, str] = {}
        self._votes: dict[str, int] = {}
        distinct = set().union(*raw)
        cleaned = {one: clean(one) for one in distinct}
        for word in cleaned.values():
            self._look_up(word)
        odd = {one for one in distinct if is_odd(one) or self.meant(cleaned[one]) != cleaned[one]}
        self.hiding = self._hiding([] if not odd else [at for at, words in enumerate(raw) if not odd.isdisjoint(words)])
        for words in raw:
            words[:] = map(cleaned.__getitem__, words)  # the same list: new ones would call the collector
        self._words = raw
        self.met = self._meet()
        self.unread: frozenset[int] = frozenset()
        self.heard = self._languages()

    def worth_a_look(self) -> list[int]:
        """The sentences in which anything may be marked, in order."""
        return sorted(self.hiding | self.unread | self.met.keys())

    def clean_words(self, number: int) -> list[str]:
        """The words of one sentence as they are looked up."""
        return self._words[number]

    def meant(self, word: str) -> str:
        """The word that a word stands for, misspelt or not."""
        meant = self._meant.get(word)
        if meant is None:
            meant = self._meant[word] = meant_by(word, self._wanted.misspellings, self._wanted.plain)
        return meant

    def word_places(self, number: int) -> list[tuple[int, int]]:
        """Where in the folded text they stand."""
        return places_of(self.folded.text, *self._bounds[number], self._plain[number])

    def clause(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The clause around a stretch of the folded text, in the offsets of the text as typed."""
        return self.folded.span(*clause_around(self.folded.text, start, end, *self._bounds[number]))

    def spoken(self) -> str:
        """The language of the whole."""
        heard = [word for words in self._words[:_SENTENCES_HEARD] for word in words]
        return language_of(self.text, heard, self._wanted.packs.languages)

    def knows_more(self, right: Sequence[str], words: Sequence[str]) -> bool:
        """Whether putting right what was hidden gave a word that stands in any phrase, or brought words together."""
        for word in right:
            self._look_up(word)
        more = any(self.known[word] is not UNKNOWN_WORD for word in set(right).difference(words))
        return more or len(right) != len(words)

    def _look_up(self, word: str) -> None:
        if word not in self.known:
            self.known[word] = self._wanted.book.known(word)
            self._votes[word] = self._wanted.votes.of(word)

    def _hiding(self, odd: Sequence[int]) -> frozenset[int]:
        starts = [start for start, _ in self._bounds]
        hiding = {bisect_right(starts, place) - 1 for place in hiding_places(self.folded.text)}
        hiding.update(odd, (at for at, plain in enumerate(self._plain) if not plain))
        return frozenset(hiding - {-1})

    def _meet(self) -> dict[int, list[Found]]:
        """The phrases of each sentence, their places told from its start. Many sentences are searched at once."""
        met: dict[int, list[Found]] = {}
        for begin in range(0, len(self._words), _SENTENCES_AT_ONCE):
            words: list[str] = []
            starts: list[int] = []
            for sentence in islice(self._words, begin, begin + _SENTENCES_AT_ONCE):
                starts.append(len(words))
                words += sentence
                words.append(BREAK)
            for found in self._wanted.book.find(words, self.known):
                at = bisect_right(starts, found.first) - 1
                here = Found(found.meaning, found.first - starts[at], found.after - starts[at])
                met.setdefault(begin + at, []).append(here)
        return met

    def _languages(self) -> list[str]:
        """The language of each sentence."""
        if script_if_one(self.text) == "latin":
            votes = [sum(map(self._votes.__getitem__, words)) for words in self._words]
            decided = {total: self._wanted.votes.decide(total) for total in set(votes)}
            return [decided[total] for total in votes]
        said = [self.text[start:end] for start, end in self.places]
        self.unread = frozenset(at for at, one in enumerate(said) if has_unread_script(one))
        known = self._wanted.packs.languages
        return [language_of(one, self.clean_words(at), known) for at, one in enumerate(said)]
