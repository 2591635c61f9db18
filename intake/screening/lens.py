"""The lens: finds in free text what would harm the reporter, by the word packs and by a trained reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.screening.judgement.model import Judge, Judgement, SentenceIn
from intake.screening.marking import CERTAIN, SURE, Marking, build_marking
from intake.screening.packs import LocalWords, WordPacks
from intake.screening.sentences import Sentence
from intake.screening.spans import Span, merged

_UNLIKELY = 0.1


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
    marking: Marking = field(repr=False)
    judge: Judge | None = None
    mark_at: float = 0.5

    def screen(self, text: str, lang: str = "", kind: str = "narrative") -> Screened:
        """Every stretch that would harm. Whatever goes wrong in the judge, what the packs mark stays marked."""
        marked = self.marking.read(text, lang, kind)
        spoken, sentences, spans = marked.lang, marked.sentences, marked.spans
        judged = self._judged(asked(text, sentences, spans, kind)) if self.judge is not None else None
        if judged is None:
            met = merged(spans)
            return Screened(met, spoken, tuple(sentences), met=met)
        scored = [one._replace(score=float(answer.score)) for one, answer in zip(sentences, judged, strict=True)]
        met = merged(list(_not_overruled(spans, scored)))
        return Screened(merged(list(self._believed(spans, scored, judged))), spoken, tuple(scored), True, met)

    def asks(self, text: str, lang: str = "", kind: str = "narrative") -> list[tuple[Sentence, SentenceIn]]:
        """What the judge is asked about each sentence: training learns from the very same."""
        marked = self.marking.read(text, lang, kind)
        return list(zip(marked.sentences, asked(text, marked.sentences, marked.spans, kind), strict=True))

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
        """Each sentence above the line as a whole; of the packs' marks those that lie in one, or that always stand.

        The sentence gives the category: what the packs met has its say in that.
        """
        above: list[Span] = []
        for one, answer in zip(sentences, judged, strict=True):
            if not answer.score < self.mark_at:  # also when the score is no number
                above.append(Span(one.start, one.end, answer.category, answer.subject, answer.score))
        yield from above
        starts = [whole.start for whole in above]
        for span in spans:
            at = bisect_right(starts, span.start) - 1
            if span.confidence >= CERTAIN:
                yield span
            elif at >= 0 and span.start < above[at].end:
                yield span._replace(category=above[at].category or span.category)


def _not_overruled(spans: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[Span]:
    """What the packs marked, without the guesses at who did it that the judge finds very unlikely."""
    starts = [one.start for one in sentences]
    for span in spans:
        score = sentences[bisect_right(starts, span.start) - 1].score
        if span.confidence >= SURE or score is None or not score < _UNLIKELY:
            yield span


def asked(text: str, sentences: Sequence[Sentence], spans: Sequence[Span], kind: str) -> list[SentenceIn]:
    """Each sentence with the one before it, and how sure the packs are of it."""
    said = [text[one.start : one.end] for one in sentences]
    surest: list[dict[str, float]] = [{} for _ in said]
    starts = [one.start for one in sentences]
    for span in spans:
        met = surest[bisect_right(starts, span.start) - 1]
        met[span.category] = max(met.get(span.category, 0.0), span.confidence)
    return [
        SentenceIn(own, before, one.lang, kind, max(met.values(), default=0.0), met=tuple(met.items()))
        for own, before, one, met in zip(said, ["", *said], sentences, surest, strict=False)
    ]


def build_lens(
    packs: WordPacks, local: LocalWords | None = None, judge: Judge | None = None, mark_at: float = 0.5
) -> Lens:
    """Index every phrase of every pack, with what one organisation adds and hides."""
    return Lens(packs, build_marking(packs, local), judge, mark_at)
