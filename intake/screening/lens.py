"""The lens: finds in free text what would harm the reporter, by the word packs and by a trained reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intake.screening.judgement.model import Judge, Judgement, SentenceIn
from intake.screening.marking import SURE, Marking, build_marking
from intake.screening.packs import LocalWords, WordPacks
from intake.screening.sentences import Sentence
from intake.screening.spans import Span, merged

_UNLIKELY = 0.1


@dataclass(frozen=True, slots=True)
class Screened:
    """What the lens says of a text. ``judged`` is False when the trained reading was not to be had."""

    spans: tuple[Span, ...]
    lang: str = field(repr=False)
    sentences: tuple[Sentence, ...] = ()
    judged: bool = False


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
        spans, sentences = marked.spans, marked.sentences
        judged = self._judged(text, sentences, kind)
        if judged is not None:
            sentences, more = judged
            spans = [*_believed(spans, sentences), *more]
        return Screened(merged(spans), marked.lang, tuple(sentences), judged is not None)

    def _judged(self, text: str, sentences: Sequence[Sentence], kind: str) -> tuple[list[Sentence], list[Span]] | None:
        if self.judge is None:
            return None
        said = [text[one.start : one.end] for one in sentences]
        asked = [
            SentenceIn(own, before, one.lang, kind)
            for own, before, one in zip(said, ["", *said], sentences, strict=False)
        ]
        try:
            answers: Sequence[Judgement] = self.judge.judge(asked)
            pairs = list(zip(sentences, answers, strict=True))
            scored = [Sentence(one.start, one.end, one.lang, float(answer.score)) for one, answer in pairs]
        except Exception:  # noqa: BLE001 - whatever failed, the text is held and nothing of it may stand in an error
            return None
        marked = [
            Span(one.start, one.end, answer.category, answer.subject, answer.score)
            for one, answer in pairs
            if not answer.score < self.mark_at  # also when the score is no number
        ]
        return scored, marked


def _believed(spans: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[Span]:
    """What the words marked, without the guesses at who did it that the judge finds very unlikely."""
    calm = [one for one in sentences if one.score is not None and one.score < _UNLIKELY]
    harmless = {one.start: one.end for one in calm}
    starts = sorted(harmless)
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        guessed = span.confidence < SURE
        if not (guessed and at >= 0 and span.start < harmless[starts[at]]):
            yield span


def build_lens(
    packs: WordPacks, local: LocalWords | None = None, judge: Judge | None = None, mark_at: float = 0.5
) -> Lens:
    """Index every phrase of every pack, with what one organisation adds and hides."""
    return Lens(packs, build_marking(packs, local), judge, mark_at)
