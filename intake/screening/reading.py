"""One text while the word packs read it. Nothing of it is kept: the words of a report are not to outlive the call."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress, count
from operator import itemgetter, sub
from typing import Protocol

from intake.screening.details.detail import Detail
from intake.screening.folding import Folded
from intake.screening.languages import Votes, has_unread_script, language_of, runs_not_latin
from intake.screening.packs import WordPacks
from intake.screening.phrase_book import Found, Looked, PhraseBook
from intake.screening.sentences import split_sentences
from intake.screening.spans import clause_around
from intake.screening.words import (
    BREAK,
    LEAST_MISSPELT,
    clean,
    hiding_places,
    meant_by,
    odd_among,
    places_of,
    strange_runs,
    words_in_order,
)

_SENTENCES_HEARD = 40


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

    ``words`` are those of all sentences, a BREAK behind each; ``heard``: the language of each sentence; ``met``: the
    phrases in it; ``details``: what tells who somebody is; ``unread``: those in a script that no pack reads; the
    sentences in ``hiding`` may hide a word.
    """

    def __init__(self, wanted: Words, text: str, folded: Folded) -> None:
        self.text = text
        self.folded = folded
        self.looked = Looked()
        self.places = list(split_sentences(text))
        self._wanted = wanted
        self._bounds = (
            self.places
            if folded.blocks is None
            else [(folded.place(start), folded.place(end)) for start, end in self.places]
        )
        self._starts = [start for start, _ in self._bounds]
        self._strange = _touched(strange_runs(folded.text), self._starts)
        self._meant: dict[str, str] = {}
        self._votes: dict[str, int] = {}
        raw = words_in_order(folded.text, self._bounds, self._strange)
        distinct = set(raw)
        distinct.discard(BREAK)
        cleaned = {one: clean(one) for one in distinct}
        self._look_up({*cleaned.values(), BREAK})
        odd = odd_among(distinct)
        odd.update(one for one, word in cleaned.items() if len(word) >= LEAST_MISSPELT and self.meant(word) != word)
        cleaned[BREAK] = BREAK
        self.words = list(map(cleaned.__getitem__, raw))
        self._ends = list(compress(count(), map(BREAK.__eq__, raw)))
        self.hiding = self._hiding(list(compress(count(), map(odd.__contains__, raw))) if odd else [])
        self.met = self._meet()
        self.details = self._details()
        self.unread: frozenset[int] = frozenset()
        self.heard = self._languages()

    def worth_a_look(self) -> list[int]:
        """The sentences in which anything may be marked, in order."""
        return sorted(self.hiding | self.unread | self.met.keys() | self.details.keys())

    def first_word(self, number: int) -> int:
        """Where in ``words`` the words of a sentence begin."""
        return self._ends[number - 1] + 1 if number else 0

    def clean_words(self, number: int) -> list[str]:
        """The words of one sentence as they are looked up."""
        return self.words[self.first_word(number) : self._ends[number]]

    def meant(self, word: str) -> str:
        """The word that a word stands for, misspelt or not."""
        meant = self._meant.get(word)
        if meant is None:
            meant = self._meant[word] = meant_by(word, self._wanted.misspellings, self._wanted.plain)
        return meant

    def word_places(self, number: int) -> list[tuple[int, int]]:
        """Where in the folded text they stand."""
        return places_of(self.folded.text, *self._bounds[number], number not in self._strange)

    def clause(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The clause around a stretch of the folded text, in the offsets of the text as typed."""
        return self.folded.span(*clause_around(self.folded.text, start, end, *self._bounds[number]))

    def spoken(self) -> str:
        """The language of the whole."""
        until = self._ends[:_SENTENCES_HEARD][-1] if self._ends else 0
        heard = [word for word in self.words[:until] if word != BREAK]
        return language_of(self.text, heard, self._wanted.packs.languages)

    def knows_more(self, right: Sequence[str], words: Sequence[str]) -> bool:
        """Whether putting right what was hidden gave a word that stands in any phrase, or brought words together."""
        self._look_up(set(right))
        return any(self.looked.names[word] for word in set(right).difference(words)) or len(right) != len(words)

    def _look_up(self, words: AbstractSet[str]) -> None:
        self._wanted.book.look_up(words, self.looked)
        self._votes.update(self._wanted.votes.of(words))

    def _sentences_at(self, places: Iterable[int]) -> set[int]:
        return {bisect_right(self._starts, place) - 1 for place in places} - {-1}

    def _hiding(self, odd: Sequence[int]) -> frozenset[int]:
        hiding = self._sentences_at(hiding_places(self.folded.text)) | self._strange
        hiding.update(bisect_right(self._ends, at) for at in odd)
        return frozenset(hiding)

    def _meet(self) -> dict[int, list[Found]]:
        """The phrases of each sentence."""
        met: dict[int, list[Found]] = {}
        for found in self._wanted.book.find(self.words, self.looked):
            met.setdefault(bisect_right(self._ends, found.first), []).append(found)
        return met

    def _details(self) -> dict[int, list[Detail]]:
        """The details of each sentence."""
        found: dict[int, list[Detail]] = {}
        for detail in self._wanted.packs.details.find(self.text):
            number = bisect_right(self.places, detail.start, key=itemgetter(0)) - 1
            found.setdefault(number, []).append(detail)
        return found

    def _languages(self) -> list[str]:
        """The language of each sentence: by its small words where all its letters are Latin, as nearly everywhere."""
        sums = list(accumulate(map(self._votes.__getitem__, self.words)))
        at_ends = list(map(sums.__getitem__, self._ends))
        votes = list(map(sub, at_ends, [0, *at_ends]))
        decided = {total: self._wanted.votes.decide(total) for total in set(votes)}
        heard = [decided[total] for total in votes]
        others = {at: self.text[slice(*self.places[at])] for at in sorted(self._of_other_scripts())}
        self.unread = frozenset(at for at, said in others.items() if has_unread_script(said))
        for at, said in others.items():
            heard[at] = language_of(said, self.clean_words(at), self._wanted.packs.languages)
        return heard

    def _of_other_scripts(self) -> set[int]:
        runs = runs_not_latin(self.text)
        return _touched(runs, [start for start, _ in self.places]) if runs else set()


def _touched(runs: Iterable[tuple[int, int]], starts: Sequence[int]) -> set[int]:
    """The sentences over which runs go: without a blank in it, one may go on over the end of a very long sentence."""
    touched: set[int] = set()
    for start, end in runs:
        first = max(bisect_right(starts, start) - 1, 0)
        touched.update(range(first, max(bisect_right(starts, end - 1), first + 1)))
    return touched
