"""Folds by text, and the figures the lens is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from texts import Labelled, fold_of, is_near_pair

from intake.screening.judgement.both import group_of

SHARES = (3, 5, 10, 15)
BANDS = (0.0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.01)
WORKING = {"en": 10, "es": 10, "other": 15}
"""The share of harmless sentences that may be marked, in percent, at which each set of languages is judged."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Labelled sentences, each with the score of a judge that never saw its text."""

    items: Sequence[Labelled]
    scores: np.ndarray
    sensitive: np.ndarray

    def where(self, keep: Callable[[Labelled], bool]) -> Scored:
        """Those that ``keep`` says yes to."""
        at = [index for index, one in enumerate(self.items) if keep(one)]
        return Scored([self.items[index] for index in at], self.scores[at], self.sensitive[at])

    def line(self, share: int) -> float:
        """The lowest score above which at most ``share`` percent of the harmless sentences lie."""
        harmless = np.sort(self.scores[~self.sensitive])[::-1]
        return float(harmless[int(len(harmless) * share / 100)]) if len(harmless) else 0.0

    def caught(self, line: float) -> float:
        """The share of sensitive sentences above the line, in percent."""
        return 100 * float((self.scores[self.sensitive] > line).mean()) if self.sensitive.any() else float("nan")


Judging = Callable[[Sequence[Labelled]], Sequence[float]]


def scored(items: Sequence[Labelled], scores: Sequence[float]) -> Scored:
    """The sentences with their scores."""
    return Scored(items, np.array(scores), np.array([one.sensitive for one in items]))


def scored_by_folds(
    items: Sequence[Labelled], fit: Callable[[Sequence[Labelled]], Judging], folds: int, only: Iterable[int]
) -> Scored:
    """Each sentence of the folds in ``only``, scored by a judge fitted on the other folds."""
    places, scores = [], []
    for fold in only:
        away = [index for index, one in enumerate(items) if fold_of(one.text, folds) == fold]
        judging = fit([one for one in items if fold_of(one.text, folds) != fold])
        places += away
        scores += judging([items[index] for index in away])
    chosen = [items[index] for index in places]
    return scored(chosen, scores)


def set_of(one: Labelled) -> str:
    """``en``, ``es`` or ``other``, by the language in which the text was written."""
    group = group_of(one.text.lang)
    return group if group in WORKING else "other"


def working_lines(scored: Scored) -> Mapping[str, float]:
    """For each set of languages the line it is judged at."""
    return {
        group: scored.where(lambda one, group=group: set_of(one) == group).line(share)
        for group, share in WORKING.items()
    }


def report(scored: Scored, lines: Mapping[str, float] | None = None) -> Iterator[str]:
    """The tables, as Markdown lines. ``lines``: where it marks, if not where the shares of ``WORKING`` lie."""
    lines = lines or working_lines(scored)
    yield from _curve(scored)
    for title, key in (
        ("language", lambda one: [one.text.lang]),
        ("category", lambda one: sorted({span.category for span in one.spans})),
        ("said", lambda one: [_how_said(one)] if one.spans else ["harmless"]),
        ("whose", lambda one: sorted({span.subject for span in one.spans})),
        ("kind of text", lambda one: [one.text.kind]),
        ("source", lambda one: [one.text.source]),
    ):
        yield from _table(scored, lines, title, key)
    yield from _pairs(scored, lines)
    if set(lines.values()) == {0.5}:
        yield from _bands(scored)


def _how_said(one: Labelled) -> str:
    return "overt" if any(span.overt for span in one.spans) else "not overt"


def _curve(scored: Scored) -> Iterator[str]:
    yield f"\n| languages | sensitive | harmless | {' | '.join(f'caught at {s} %' for s in SHARES)} |"
    yield "| --- |" + " ---: |" * (2 + len(SHARES))
    for group in WORKING:
        part = scored.where(lambda one, group=group: set_of(one) == group)
        cells = " | ".join(f"{part.caught(part.line(share)):.1f}" for share in SHARES)
        yield f"| {group} | {part.sensitive.sum()} | {(~part.sensitive).sum()} | {cells} |"


def _table(
    scored: Scored, lines: Mapping[str, float], title: str, key: Callable[[Labelled], Sequence[str]]
) -> Iterator[str]:
    yield f"\n| {title} | sensitive | caught, en and es | caught, other | harmless | marked |"
    yield "| --- |" + " ---: |" * 5
    for name in sorted({name for one in scored.items for name in key(one)}):
        part = scored.where(lambda one, name=name: name in key(one))
        near = part.where(lambda one: set_of(one) != "other")
        far = part.where(lambda one: set_of(one) == "other")
        harmless = part.where(lambda one: not one.spans)
        cells = [_above(near, lines, sensitive=True), _above(far, lines, sensitive=True)]
        marked = _above(harmless, lines, sensitive=False)
        yield f"| {name} | {part.sensitive.sum()} | {cells[0]} | {cells[1]} | {len(harmless.items)} | {marked} |"


def _above(part: Scored, lines: Mapping[str, float], *, sensitive: bool) -> str:
    over = [
        score > lines[set_of(one)]
        for one, score in zip(part.items, part.scores, strict=True)
        if one.sensitive == sensitive
    ]
    return f"{100 * sum(over) / len(over):.1f}" if over else "-"


def _bands(scored: Scored) -> Iterator[str]:
    """How many of the sentences that get a score are sensitive: what a score is worth."""
    yield "\n| score | sentences | of them sensitive, % |"
    yield "| --- | ---: | ---: |"
    for low, high in pairwise(BANDS):
        inside = (scored.scores >= low) & (scored.scores < high)
        if inside.any():
            yield f"| {low} to {min(high, 1)} | {inside.sum()} | {100 * scored.sensitive[inside].mean():.1f} |"


def _pairs(scored: Scored, lines: Mapping[str, float]) -> Iterator[str]:
    sides: dict[str, dict[bool, list[tuple[float, float]]]] = {}
    for one, score in zip(scored.items, scored.scores, strict=True):
        if is_near_pair(one.text):
            pair = sides.setdefault(one.text.group, {True: [], False: []})
            pair[any(True for _ in one.text.spans)].append((score, lines[set_of(one)]))
    whole = [pair for pair in sides.values() if pair[True] and pair[False]]
    right = sum(
        any(score > line for score, line in pair[True]) and all(score <= line for score, line in pair[False])
        for pair in whole
    )
    ranked = sum(max(pair[True])[0] > max(pair[False])[0] for pair in whole)
    yield f"\nPairs: {len(whole)}; both right {100 * right / max(len(whole), 1):.1f} %; "
    yield f"the disclosing side scores higher in {100 * ranked / max(len(whole), 1):.1f} %."
