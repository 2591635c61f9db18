"""What the word packs alone mark: every sentence with its language, and every phrase that is the reporter's.

A text is read as a whole first, so that each distinct word is looked up once, and most sentences not at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from intake.screening.details.detail import Detail, Whose
from intake.screening.judgement.model import CATEGORIES
from intake.screening.languages import UNKNOWN, Language, Votes, shares_of
from intake.screening.packs import LocalWords, WordPacks
from intake.screening.patterns import NotAPhrase, Part
from intake.screening.phrase_book import Found, PhraseBook
from intake.screening.phrase_index import phrase_book
from intake.screening.reading import Reading
from intake.screening.sentences import Sentence
from intake.screening.spans import REPORTER, UNCLEAR, UNREAD, Span
from intake.screening.words import LEAST_MISSPELT, STOPS, put_right, shapes

_LOCAL, WHOEVER, _ALWAYS, _OWN, _FRIEND = "local", "whoever", "always", "own", "friend"
CERTAIN, SURE, _LIKELY, _WEAK = 1.0, 0.9, 0.8, 0.6
_WHOEVER_SURE = {_LOCAL: CERTAIN, WHOEVER: SURE}
"""What an organisation adds always stands; a judge may overrule the rest."""
_READ_EVERYWHERE = frozenset({"en", "es"})
_WORDS_BACK, _WORDS_BESIDE, _WORDS_BEHIND, _WORDS_DENIED = 14, 4, 3, 3
_IDENTIFYING = "identifying"

Stretch = tuple[int, int, "Meaning", float]
"""Where something is marked, what it stands for, and how sure that is."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase stands for."""

    kind: str
    language: str
    category: str


@dataclass(frozen=True, slots=True)
class Doers:
    """The words of several languages for who does something; True where it is the reporter.

    ``beside`` tells of the word just before a phrase, ``before`` of those further back. Where languages disagree on a
    word, the first of them counts.
    """

    codes: frozenset[str] = field(repr=False)
    denies: frozenset[str] = field(repr=False)
    mine: frozenset[str] = field(repr=False)
    belongs: frozenset[str] = field(repr=False)
    beside: Mapping[str, bool] = field(repr=False)
    before: Mapping[str, bool] = field(repr=False)

    @staticmethod
    def of(languages: Sequence[Language]) -> Doers:
        """The words of these languages, in their order."""
        beside: dict[str, bool] = {}
        before: dict[str, bool] = {}
        for one in reversed(languages):
            before |= {**dict.fromkeys(one.other, False), **dict.fromkeys(one.own, True)}
            beside |= {**dict.fromkeys(one.other, False), **dict.fromkeys(one.own | one.whom, True)}
        return Doers(
            frozenset(one.code for one in languages),
            frozenset().union(*(one.denies for one in languages)),
            frozenset().union(*(one.own | one.whom for one in languages)),
            frozenset().union(*(one.belongs for one in languages)),
            beside,
            before,
        )


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
    doers: dict[tuple[str, str], Doers] = field(default_factory=dict, repr=False, compare=False)

    def read(self, text: str, lang: str, kind: str) -> Marked:
        """The sentences of a text and what is marked in them, not yet merged."""
        reading = Reading(self, text, self.packs.folding.fold(text))
        spoken = lang.split("+", maxsplit=1)[0] or reading.spoken()
        heard = reading.heard
        said = [here if here != UNKNOWN else spoken for here in heard]
        sentences = [Sentence(start, end, here) for (start, end), here in zip(reading.places, said, strict=True)]
        spans: list[Span] = []
        for number in reading.worth_a_look():
            start, end = reading.places[number]
            if number in reading.unread:
                spans.append(Span(start, end, UNREAD, UNCLEAR, 1.0))
                continue
            active = self._active(spoken, heard[number])
            spans += self._details(reading, number, active)
            for first, last, meaning, sure in self._met(reading, number, active):
                begins, ends = (start, end) if kind == "field" else reading.clause(number, first, last)
                spans.append(Span(begins, ends, meaning.category, REPORTER, sure))
        return Marked(spoken, sentences, spans)

    def _active(self, spoken: str, here: str) -> Doers:
        """Whose words count here: of the language, of the two that every desk uses, of any script of its own."""
        found = self.doers.get((spoken, here))
        if found is None:
            found = self.doers[spoken, here] = Doers.of(self._languages(spoken, here))
        return found

    def _languages(self, spoken: str, here: str) -> list[Language]:
        known = self.packs.languages
        if UNKNOWN in {spoken, here} and spoken not in known:
            return list(known.values())
        wanted = {spoken, here, *_READ_EVERYWHERE}
        return [one for one in known.values() if one.script != "latin" or one.code in wanted]

    def _met(self, reading: Reading, number: int, active: Doers) -> Iterator[Stretch]:
        """The stretches of the folded text that are marked in one sentence."""
        met = reading.met.get(number)
        places: list[tuple[int, int]] = []
        if met:
            start = reading.first_word(number)
            for found, meaning, sure in self._own(met, reading.words, start, active):
                places = places or reading.word_places(number)
                yield places[found.first - start][0], places[found.after - 1 - start][1], meaning, sure
        if number not in reading.hiding:
            return
        words = reading.clean_words(number)
        places = places or reading.word_places(number)
        right = put_right(reading.folded.text, places, words, reading.meant)
        if right is not None and reading.knows_more([one.text for one in right], words):
            words = [one.text for one in right]
            for found, meaning, sure in self._own(self.book.find(words, reading.looked), words, 0, active):
                yield right[found.first].start, right[found.after - 1].end, meaning, sure

    def _details(self, reading: Reading, number: int, active: Doers) -> Iterator[Span]:
        """The names, numbers and addresses in one sentence that may be the reporter's, or of somebody close."""
        details = reading.details.get(number)
        if details is None:
            return
        words = reading.clean_words(number)
        starts = [start for start, _ in reading.word_places(number)]
        for detail in details:
            at = bisect_left(starts, reading.folded.place(detail.start))
            after = bisect_left(starts, reading.folded.place(detail.end))
            sure = _whose(words, at, after, detail, active)
            if sure:
                yield Span(detail.start, detail.end, _IDENTIFYING, REPORTER, sure)

    def _own(
        self, met: Sequence[Found], words: Sequence[str], start: int, active: Doers
    ) -> Iterator[tuple[Found, Meaning, float]]:
        """What of one sentence, whose words begin at ``start``, is the reporter's."""
        meanings, codes = self.meanings, active.codes
        spoken = [(one, meaning) for one in met if (meaning := meanings[one.meaning]).language in codes]
        friends = [one for one, meaning in spoken if meaning.kind == _FRIEND]
        for one, meaning in spoken:
            if meaning.kind == _FRIEND or any(_mostly(one, friend) for friend in friends):
                continue
            sure = _WHOEVER_SURE.get(meaning.kind) or _owned(words, start, one, active, meaning.kind)
            if sure:
                yield one, meaning, sure


def _owned(words: Sequence[str], start: int, found: Found, active: Doers, kind: str) -> float:
    """How sure it is that the reporter is the one: a doer named in the phrase, or else the nearest before it."""
    back = words[max(start, found.first - _WORDS_BACK) : found.first][::-1]
    if kind == _OWN and not active.denies.isdisjoint(back[:_WORDS_DENIED]):
        return 0.0
    surely = SURE if kind == _ALWAYS else _LIKELY
    if not active.mine.isdisjoint(words[found.first : found.after]):
        return surely
    if back and back[0] in active.beside:
        return surely if active.beside[back[0]] else 0.0
    for word in back[1:]:
        if word in active.before:
            return surely if active.before[word] else 0.0
    return _LIKELY if kind == _ALWAYS else _WEAK


def _whose(words: Sequence[str], at: int, after: int, detail: Detail, active: Doers) -> float:
    """How sure it is that a detail is not the other person's; it reaches from one word to before another."""
    here = Found(0, at, at)
    if detail.whose is not Whose.ONLY_OWN:
        return _owned(words, 0, here, active, _OWN if detail.whose is Whose.GUESSED else _ALWAYS)
    if _owned(words, max(0, at - _WORDS_BESIDE), here, active, _OWN) > _WEAK:
        return _LIKELY
    behind = (word for word in words[after : after + _WORDS_BEHIND] if word not in STOPS)
    return _LIKELY if any(word in active.belongs for word in islice(behind, 2)) else 0.0


def _mostly(found: Found, friend: Found) -> bool:
    """Whether at least half of what was met lies in a harmless phrase."""
    shared = min(found.after, friend.after) - max(found.first, friend.first)
    return shared * 2 >= found.after - found.first


def build_marking(packs: WordPacks, local: LocalWords | None = None) -> Marking:
    """Index every phrase of every pack, with what one organisation adds and hides. Raises NotAPhrase."""
    meanings: dict[Meaning, int] = {}
    readings: list[tuple[tuple[Part, ...], int]] = []
    hidden = frozenset(packs.folded(phrase) for phrase in (local.hide if local else ()))

    def add(kind: str, language: str, category: str, found: Sequence[tuple[Part, ...]]) -> None:
        number = meanings.setdefault(Meaning(kind, language, category), len(meanings))
        readings.extend((parts, number) for parts in found)

    for pack in packs.packs:
        always = WHOEVER if pack.whoever else _ALWAYS
        for kind, phrases in ((always, pack.always), (_OWN, pack.own), (_FRIEND, pack.false_friends)):
            for phrase in phrases:
                add(kind, pack.language, pack.category, packs.readings(pack, phrase))
    for phrase in sorted(hidden):
        add(_FRIEND, "en", CATEGORIES[0], packs.of_an_office(phrase))
    for word in local.add if local else ():
        if word.category not in CATEGORIES:
            raise NotAPhrase(f"'{word.category}' is no kind of harm.")
        add(_LOCAL, word.language, word.category, packs.of_an_office(word.phrase))
    languages = packs.languages.values()
    common = frozenset().union(*(one.common | one.own | one.other for one in languages))
    book = phrase_book(readings, shares_of(languages))
    looked_for = {word for word in book.words if len(word) >= LEAST_MISSPELT}
    return Marking(
        packs,
        book,
        tuple(meanings),
        {shape: word for word in sorted(looked_for) for shape in shapes(word)},
        common | looked_for,
        Votes([one for one in languages if one.script == "latin"]),
    )
