"""What the word packs alone mark: every sentence with its language, and every phrase that is the reporter's.

A text is read as a whole first, so that each distinct word is looked up once, and most sentences not at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from intake.screening.folding import Folded
from intake.screening.judgement.model import CATEGORIES
from intake.screening.languages import UNKNOWN, Language, Votes, has_unread_script, language_of, script_if_one
from intake.screening.packs import LocalWords, WordPacks
from intake.screening.patterns import NotAPhrase, Part
from intake.screening.phrase_book import UNKNOWN_WORD, Found, Known, PhraseBook, phrase_book
from intake.screening.sentences import Sentence, split_sentences
from intake.screening.spans import REPORTER, UNCLEAR, UNREAD, Span, clause_around
from intake.screening.words import (
    LEAST_MISSPELT,
    clean,
    hiding_places,
    is_misspelt,
    is_odd,
    places_of,
    raw_words,
    shapes,
    unhidden,
)

_LOCAL, WHOEVER, _ALWAYS, _OWN, _FRIEND = "local", "whoever", "always", "own", "friend"
CERTAIN, SURE, _LIKELY, _WEAK = 1.0, 0.9, 0.8, 0.6
_WHOEVER_SURE = {_LOCAL: CERTAIN, WHOEVER: SURE}
"""What an organisation adds always stands; a judge may overrule the rest."""
_READ_EVERYWHERE = frozenset({"en", "es"})
_WORDS_BACK, _WORDS_DENIED = 14, 3
_SENTENCES_HEARD = 40
_NOWHERE: Sequence[int] = ()

Hot = tuple[Sequence[int], Sequence[int]]
"""Where in a sentence phrases may be found: by the word at a place, and by that word and the next."""
_COLD: Hot = (_NOWHERE, _NOWHERE)
Stretch = tuple[int, int, "Meaning", float]
"""Where something is marked, what it stands for, and how sure that is."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for."""

    kind: str
    language: str
    category: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as the packs read it."""

    lang: str = field(repr=False)
    sentences: list[Sentence] = field(repr=False)
    spans: list[Span] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Marking:
    """Every phrase of every pack, indexed, with what one organisation adds and hides."""

    packs: WordPacks = field(repr=False)
    book: PhraseBook = field(repr=False)
    meanings: tuple[Meaning, ...] = field(repr=False)
    misspellings: Mapping[str, str] = field(repr=False)
    plain: AbstractSet[str] = field(repr=False)
    votes: Votes = field(repr=False)

    def read(self, text: str, lang: str, kind: str) -> Marked:
        """The sentences of a text and what is marked in them, not yet merged."""
        reading = _Reading(self, text, self.packs.folding.fold(text))
        spoken = lang.split("+", maxsplit=1)[0] or reading.spoken()
        sentences: list[Sentence] = []
        spans: list[Span] = []
        for number, (start, end) in enumerate(reading.places):
            here = reading.language(number)
            sentences.append(Sentence(start, end, here if here != UNKNOWN else spoken))
            if not reading.script and has_unread_script(text[start:end]):
                spans.append(Span(start, end, UNREAD, UNCLEAR, 1.0))
            elif number in reading.hot or number in reading.hiding:
                for first, last, meaning, sure in self._met(reading, number, self._active(spoken, here)):
                    stretch = (start, end) if kind == "field" else reading.clause(number, first, last)
                    spans.append(Span(*stretch, meaning.category, REPORTER, sure))
        return Marked(spoken, sentences, spans)

    def _active(self, spoken: str, here: str) -> list[Language]:
        """Whose words count here: of the language, of the two that every desk uses, of any script of its own."""
        known = self.packs.languages
        if UNKNOWN in {spoken, here} and spoken not in known:
            return list(known.values())
        wanted = {spoken, here, *_READ_EVERYWHERE}
        return [one for one in known.values() if one.script != "latin" or one.code in wanted]

    def _met(self, reading: _Reading, number: int, active: Sequence[Language]) -> Iterator[Stretch]:
        """The stretches of the folded text that are marked in one sentence."""
        words = reading.clean_words(number)
        places: list[tuple[int, int]] = []
        for found, meaning, sure in self._in(words, reading.known, reading.hot.get(number, _COLD), active):
            places = places or places_of(reading.folded.text, *reading.bounds[number])
            yield places[found.first][0], places[found.after - 1][1], meaning, sure
        if number not in reading.hiding:
            return
        places = places or places_of(reading.folded.text, *reading.bounds[number])
        right = unhidden(reading.folded.text, places, self.misspellings, self.plain)
        if right is not None and reading.knows_more([one.text for one in right], words):
            words = [one.text for one in right]
            for found, meaning, sure in self._in(words, reading.known, reading.places_in(words), active):
                yield right[found.first].start, right[found.after - 1].end, meaning, sure

    def _in(
        self, words: Sequence[str], known: dict[str, Known], hot: Hot, active: Sequence[Language]
    ) -> Iterable[tuple[Found, Meaning, float]]:
        met = self.book.find(words, known, *hot)
        return self._own(met, words, active) if met else ()

    def _own(
        self, met: Sequence[Found], words: Sequence[str], active: Sequence[Language]
    ) -> Iterator[tuple[Found, Meaning, float]]:
        codes = {one.code for one in active}
        spoken = [(one, self.meanings[one.meaning]) for one in met if self.meanings[one.meaning].language in codes]
        friends = [one for one, meaning in spoken if meaning.kind == _FRIEND]
        for one, meaning in spoken:
            if meaning.kind == _FRIEND or any(_mostly(one, friend) for friend in friends):
                continue
            sure = _WHOEVER_SURE.get(meaning.kind) or _owned(words, one, active, meaning.kind)
            if sure:
                yield one, meaning, sure


class _Reading:
    """One text while it is read: its sentences, its words, and what each distinct word may begin.

    ``hot`` gives for a sentence the places where phrases may stand; the sentences in ``hiding`` may hide a word.
    Nothing of it is kept: the words of a report are not to outlive the call.
    """

    def __init__(self, marking: Marking, text: str, folded: Folded) -> None:
        self.text = text
        self.folded = folded
        self.marking = marking
        self.script = script_if_one(text)
        self.places = list(split_sentences(text))
        self.bounds = (
            self.places
            if folded.starts is None
            else [(folded.place(start), folded.place(end)) for start, end in self.places]
        )
        plain = folded.text.isascii()
        self.raw = [
            raw_words(folded.text, start, end, plain or folded.text[start:end].isascii()) for start, end in self.bounds
        ]
        self.known: dict[str, Known] = {}
        self.unclean: set[str] = set()
        self.odd: set[str] = set()
        self.votes: dict[str, int] = {}
        self.first: dict[str, frozenset[int]] = {}
        self.second: dict[str, frozenset[int]] = {}
        self.alone: set[str] = set()
        for raw in set().union(*self.raw):
            self._look_up(raw)
        self.hiding = self._hiding(plain)
        self.hot = {number: hot for number, words in enumerate(self.raw) if (hot := self.places_in(words)) != _COLD}

    def knows_more(self, right: Sequence[str], words: Sequence[str]) -> bool:
        """Whether putting right what was hidden gave a word that stands in any phrase, or brought words together."""
        for word in right:
            if word not in self.first:
                self._look_up(word)
        more = any(self.known[word] is not UNKNOWN_WORD for word in set(right).difference(words))
        return more or len(right) != len(words)

    def _look_up(self, raw: str) -> None:
        marking = self.marking
        word = clean(raw)
        known = marking.book.known(word)
        self.known[word] = known
        self.votes[raw] = marking.votes.of(word)
        self.first[raw], self.second[raw] = known.first, known.second
        if known.alone:
            self.alone.add(raw)
        if word != raw:
            self.unclean.add(raw)
        if is_odd(raw) or is_misspelt(word, marking.misspellings, marking.plain):
            self.odd.add(raw)

    def _hiding(self, plain: bool) -> frozenset[int]:
        starts = [start for start, _ in self.bounds]
        text = self.folded.text
        hiding = {bisect_right(starts, place) - 1 for place in hiding_places(text)}
        hiding.update(at for at, words in enumerate(self.raw) if not self.odd.isdisjoint(words))
        if not plain:
            hiding.update(at for at, (start, end) in enumerate(self.bounds) if not text[start:end].isascii())
        return frozenset(hiding)

    def places_in(self, words: Sequence[str]) -> Hot:
        """Where in these words a phrase may be found: by one of them, and by one and the next."""
        apart = list(
            map(frozenset.isdisjoint, map(self.first.__getitem__, words), map(self.second.__getitem__, words[1:]))
        )
        pairs = [place for place, is_apart in enumerate(apart) if not is_apart] if False in apart else _NOWHERE
        if self.alone.isdisjoint(words):
            return _COLD if pairs is _NOWHERE else (_NOWHERE, pairs)
        return [place for place, word in enumerate(words) if word in self.alone], pairs

    def clean_words(self, number: int) -> list[str]:
        """The words of one sentence as they are looked up."""
        raw = self.raw[number]
        return raw if self.unclean.isdisjoint(raw) else list(map(clean, raw))

    def clause(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The clause around a stretch of the folded text, in the offsets of the text as typed."""
        return self.folded.span(*clause_around(self.folded.text, start, end, *self.bounds[number]))

    def spoken(self) -> str:
        """The language of the whole."""
        heard = [clean(raw) for words in self.raw[:_SENTENCES_HEARD] for raw in words]
        return language_of(self.text, heard, self.marking.packs.languages)

    def language(self, number: int) -> str:
        """The language of one sentence."""
        if self.script == "latin":
            return self.marking.votes.decide(sum(map(self.votes.__getitem__, self.raw[number])))
        start, end = self.places[number]
        return language_of(self.text[start:end], self.clean_words(number), self.marking.packs.languages)


def _owned(words: Sequence[str], found: Found, active: Sequence[Language], kind: str) -> float:
    """How sure it is that the reporter is the one: a doer named in the phrase, or else the nearest before it."""
    inside = words[found.first : found.after]
    back = words[max(0, found.first - _WORDS_BACK) : found.first][::-1]
    if kind == _OWN and any(word in one.denies for word in back[:_WORDS_DENIED] for one in active):
        return 0.0
    if any(word in one.own or word in one.whom for word in inside for one in active):
        return SURE if kind == _ALWAYS else _LIKELY
    for place, word in enumerate(back):
        for one in active:
            if word in one.own or (not place and word in one.whom):
                return SURE if kind == _ALWAYS else _LIKELY
            if word in one.other:
                return 0.0
    return _LIKELY if kind == _ALWAYS else _WEAK


def _mostly(found: Found, friend: Found) -> bool:
    """Whether at least half of what was met lies in a harmless phrase."""
    shared = min(found.after, friend.after) - max(found.first, friend.first)
    return shared * 2 >= found.after - found.first


def build_marking(packs: WordPacks, local: LocalWords | None = None) -> Marking:
    """Index every phrase of every pack, with what one organisation adds and hides. Raises NotAPhrase."""
    meanings: list[Meaning] = []
    readings: list[tuple[tuple[Part, ...], int]] = []
    hidden = frozenset(packs.folded(phrase) for phrase in (local.hide if local else ()))

    def add(kind: str, language: str, category: str, found: Sequence[tuple[Part, ...]]) -> None:
        meanings.append(Meaning(kind, language, category))
        readings.extend((parts, len(meanings) - 1) for parts in found)

    for pack in packs.packs:
        always = WHOEVER if pack.whoever else _ALWAYS
        for kind, phrases in ((always, pack.always), (_OWN, pack.own), (_FRIEND, pack.false_friends)):
            for phrase in phrases:
                add(kind, pack.language, pack.category, packs.readings(pack, phrase))
    for phrase in sorted(hidden):
        add(_FRIEND, "en", CATEGORIES[0], packs.readings(packs.packs[0], phrase))
    for word in local.add if local else ():
        if word.category not in CATEGORIES:
            raise NotAPhrase(f"'{word.category}' is no kind of harm.")
        add(_LOCAL, word.language, word.category, packs.readings(packs.packs[0], word.phrase))
    languages = packs.languages.values()
    common = frozenset().union(*(one.common | one.own | one.other for one in languages))
    looked_for = {word for parts, _ in readings for part in parts for word in part.exact if len(word) >= LEAST_MISSPELT}
    return Marking(
        packs,
        phrase_book(readings, common),
        tuple(meanings),
        {shape: word for word in sorted(looked_for) for shape in shapes(word)},
        common | looked_for,
        Votes([one for one in languages if one.script == "latin"]),
    )
