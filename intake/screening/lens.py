"""The lens: finds in free text what would harm the reporter, by the word packs and by a trained reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from intake.screening.folding import Folded
from intake.screening.judgement.model import CATEGORIES, Judge, Judgement, SentenceIn
from intake.screening.languages import UNKNOWN, has_unread_script, language_of
from intake.screening.packs import LocalWords, WordPacks
from intake.screening.patterns import Found, NotAPhrase, Part, Phrase, PhraseBook, phrase_book
from intake.screening.sentences import split_sentences
from intake.screening.spans import REPORTER, UNCLEAR, UNREAD, Span, clause_around, merged
from intake.screening.words import LEAST_MISSPELT, Word, shapes, unhidden, words_of

_LOCAL, _WHOEVER, _ALWAYS, _OWN, _FRIEND = "local", "whoever", "always", "own", "friend"
_CERTAIN, _SURE, _LIKELY, _WEAK = 1.0, 0.9, 0.8, 0.6
_UNLIKELY = 0.1
_WHOEVER_SURE = {_LOCAL: _CERTAIN, _WHOEVER: _SURE}
"""What an organisation adds always stands; a judge may overrule the rest."""
_READ_EVERYWHERE = frozenset({"en", "es"})
_WORDS_BACK, _WORDS_DENIED = 14, 3
_SENTENCES_HEARD = 40


@dataclass(frozen=True, slots=True)
class _Meaning:
    kind: str
    language: str
    category: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, its language, and how likely it harms (None: nobody judged it)."""

    start: int
    end: int
    lang: str = field(repr=False)
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Screened:
    """What the lens says of a text. ``judged`` is False when the trained reading was not to be had.

    ``met`` is what the word packs alone mark, also where the judge overruled them, save the guesses it finds very
    unlikely. Who decides what may leave heeds both.
    """

    spans: tuple[Span, ...]
    lang: str = field(repr=False)
    sentences: tuple[Sentence, ...] = ()
    judged: bool = False
    met: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Lens:
    """Marks texts. ``mark_at``: the judgement from which a whole sentence is marked."""

    packs: WordPacks = field(repr=False)
    book: PhraseBook = field(repr=False)
    meanings: tuple[_Meaning, ...] = field(repr=False)
    misspellings: Mapping[str, str] = field(repr=False)
    plain: AbstractSet[str] = field(repr=False)
    judge: Judge | None = None
    mark_at: float = 0.5

    def screen(self, text: str, lang: str = "", kind: str = "narrative") -> Screened:
        """Every stretch that would harm. Whatever goes wrong in the judge, what the packs mark stays marked."""
        spoken, sentences, spans = self._read(text, lang, kind)
        judged = self._judged(asked(text, sentences, spans, kind))
        if judged is None:
            return Screened(merged(spans), spoken, tuple(sentences), met=merged(spans))
        scored = [replace(one, score=float(answer.score)) for one, answer in zip(sentences, judged, strict=True)]
        met = merged(list(_not_overruled(spans, scored)))
        return Screened(merged(list(self._believed(spans, scored, judged))), spoken, tuple(scored), True, met)

    def asks(self, text: str, lang: str = "", kind: str = "narrative") -> list[tuple[Sentence, SentenceIn]]:
        """What the judge is asked about each sentence: training learns from the very same."""
        _, sentences, spans = self._read(text, lang, kind)
        return list(zip(sentences, asked(text, sentences, spans, kind), strict=True))

    def _read(self, text: str, lang: str, kind: str) -> tuple[str, list[Sentence], list[Span]]:
        """The language of the text, its sentences, and what the packs mark."""
        folded = self.packs.folding.fold(text)
        places = list(split_sentences(text))
        cut = [self._words(folded, start, end) for start, end in places]
        heard = [one.text for words in cut[:_SENTENCES_HEARD] for one in words]
        spoken = lang.split("+", maxsplit=1)[0] or language_of(text, heard, self.packs.languages)
        known: dict[str, tuple[Phrase, ...]] = {}
        spans: list[Span] = []
        sentences: list[Sentence] = []
        for (start, end), words in zip(places, cut, strict=True):
            here = language_of(text[start:end], [one.text for one in words], self.packs.languages)
            sentences.append(Sentence(start, end, here if here != UNKNOWN else spoken))
            if has_unread_script(text[start:end]):
                spans.append(Span(start, end, UNREAD, UNCLEAR, 1.0))
                continue
            bounds = (folded.place(start), folded.place(end))
            active = self._active(spoken, here)
            for first, last, meaning, sure in self._met(folded.text, words, known, active):
                if kind == "field":
                    spans.append(Span(start, end, meaning.category, REPORTER, sure))
                else:
                    clause = clause_around(folded.text, first, last, *bounds)
                    spans.append(Span(*folded.span(*clause), meaning.category, REPORTER, sure))
        return spoken, sentences, spans

    def _words(self, folded: Folded, start: int, end: int) -> list[Word]:
        return words_of(folded.text, folded.place(start), folded.place(end))

    def _active(self, spoken: str, here: str) -> frozenset[str]:
        """Whose words count here: of the language, of the two that every desk uses, of any script of its own."""
        own_script = {code for code, one in self.packs.languages.items() if one.script != "latin"}
        unsure = (
            set(self.packs.languages) if UNKNOWN in {spoken, here} and spoken not in self.packs.languages else set()
        )
        return frozenset({spoken, here, *own_script, *unsure}) | _READ_EVERYWHERE

    def _met(
        self, text: str, words: list[Word], known: dict[str, tuple[Phrase, ...]], active: frozenset[str]
    ) -> Iterator[tuple[int, int, _Meaning, float]]:
        yield from self._in(words, known, active)
        right = unhidden(text, words, self.misspellings, self.plain)
        if right is not None:
            yield from self._in(right, known, active)

    def _in(
        self, words: Sequence[Word], known: dict[str, tuple[Phrase, ...]], active: frozenset[str]
    ) -> Iterator[tuple[int, int, _Meaning, float]]:
        met = [one for one in self.book.find(words, known) if self.meanings[one.meaning].language in active]
        if not met:
            return
        friends = [one for one in met if self.meanings[one.meaning].kind == _FRIEND]
        for found in met:
            meaning = self.meanings[found.meaning]
            if meaning.kind == _FRIEND or any(_mostly(found, friend) for friend in friends):
                continue
            sure = _WHOEVER_SURE.get(meaning.kind) or self._owned(words, found, active, meaning.kind)
            if sure:
                yield words[found.first].start, words[found.after - 1].end, meaning, sure

    def _owned(self, words: Sequence[Word], found: Found, active: frozenset[str], kind: str) -> float:
        """How sure it is that the reporter is the one: a doer named in the phrase, or else the nearest before it."""
        languages = [self.packs.languages[code] for code in active if code in self.packs.languages]
        inside = words[found.first : found.after]
        back = words[max(0, found.first - _WORDS_BACK) : found.first][::-1]
        if kind == _OWN and any(word.text in one.denies for word in back[:_WORDS_DENIED] for one in languages):
            return 0.0
        if any(word.text in one.own or word.text in one.whom for word in inside for one in languages):
            return _SURE if kind == _ALWAYS else _LIKELY
        for place, word in enumerate(back):
            for one in languages:
                if word.text in one.own or (not place and word.text in one.whom):
                    return _SURE if kind == _ALWAYS else _LIKELY
                if word.text in one.other:
                    return 0.0
        return _LIKELY if kind == _ALWAYS else _WEAK

    def _judged(self, sentences: Sequence[SentenceIn]) -> Sequence[Judgement] | None:
        if self.judge is None:
            return None
        try:
            answers = self.judge.judge(sentences)
            scores = [float(one.score) for one in answers]
        except Exception:  # noqa: BLE001 - whatever failed, the text is held and nothing of it may stand in an error
            return None
        return answers if len(scores) == len(sentences) else None

    def _believed(
        self, spans: Sequence[Span], sentences: Sequence[Sentence], judged: Sequence[Judgement]
    ) -> Iterator[Span]:
        """Each sentence above the line as a whole; of the packs' marks those that lie in one, or that always stand."""
        above: list[tuple[int, int]] = []
        for one, answer in zip(sentences, judged, strict=True):
            if not answer.score < self.mark_at:  # also when the score is no number
                above.append((one.start, one.end))
                yield Span(one.start, one.end, answer.category, answer.subject, answer.score)
        starts = [start for start, _ in above]
        for span in spans:
            at = bisect_right(starts, span.start) - 1
            if span.confidence >= _CERTAIN or (at >= 0 and span.start < above[at][1]):
                yield span


def _not_overruled(spans: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[Span]:
    """What the packs marked, without the guesses at who did it that the judge finds very unlikely."""
    starts = [one.start for one in sentences]
    for span in spans:
        score = sentences[bisect_right(starts, span.start) - 1].score
        if span.confidence >= _SURE or score is None or not score < _UNLIKELY:
            yield span


def asked(text: str, sentences: Sequence[Sentence], spans: Sequence[Span], kind: str) -> list[SentenceIn]:
    """Each sentence with the one before it, and how sure the packs are of it."""
    said = [text[one.start : one.end] for one in sentences]
    surest = [0.0] * len(said)
    starts = [one.start for one in sentences]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        surest[at] = max(surest[at], span.confidence)
    return [
        SentenceIn(own, before, one.lang, kind, sure)
        for own, before, one, sure in zip(said, ["", *said], sentences, surest, strict=False)
    ]


def _mostly(found: Found, friend: Found) -> bool:
    """Whether at least half of what was met lies in a harmless phrase."""
    shared = min(found.after, friend.after) - max(found.first, friend.first)
    return shared * 2 >= found.after - found.first


def build_lens(
    packs: WordPacks, local: LocalWords | None = None, judge: Judge | None = None, mark_at: float = 0.5
) -> Lens:
    """Index every phrase of every pack, with what one organisation adds and hides."""
    meanings: list[_Meaning] = []
    readings: list[tuple[tuple[Part, ...], int]] = []
    hidden = frozenset(packs.folded(phrase) for phrase in (local.hide if local else ()))

    def add(kind: str, language: str, category: str, found: Sequence[tuple[Part, ...]]) -> None:
        meanings.append(_Meaning(kind, language, category))
        readings.extend((parts, len(meanings) - 1) for parts in found)

    for pack in packs.packs:
        always = _WHOEVER if pack.whoever else _ALWAYS
        for kind, phrases in ((always, pack.always), (_OWN, pack.own), (_FRIEND, pack.false_friends)):
            for phrase in phrases:
                add(kind, pack.language, pack.category, packs.readings(pack, phrase))
    for phrase in sorted(hidden):
        add(_FRIEND, "en", CATEGORIES[0], packs.readings(packs.packs[0], phrase))
    for word in local.add if local else ():
        if word.category not in CATEGORIES:
            raise NotAPhrase(f"'{word.category}' is no kind of harm.")
        add(_LOCAL, word.language, word.category, packs.readings(packs.packs[0], word.phrase))
    common = frozenset().union(*(one.common | one.own | one.other for one in packs.languages.values()))
    looked_for = {word for parts, _ in readings for part in parts for word in part.exact if len(word) >= LEAST_MISSPELT}
    misspellings = {shape: word for word in sorted(looked_for) for shape in shapes(word)}
    return Lens(
        packs, phrase_book(readings, common), tuple(meanings), misspellings, common | looked_for, judge, mark_at
    )
