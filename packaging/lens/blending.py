"""Put the linear judge, the encoder and the packs on one line, by texts that no part was fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from measuring import Scored
from sklearn.linear_model import LogisticRegression
from texts import Labelled

from intake.screening.judgement.both import Blend, group_of
from intake.screening.judgement.encoder import Encoder, read_arrays
from intake.screening.judgement.word_pieces import WordPieces

WORKING = {"en": 10, "es": 10, "near": 15, "far": 15}
"""The share of harmless sentences, in percent, above the line of each group."""
KINDS = ("field", "fact")
STRENGTH = 1.0


def read_encoder(folder: Path) -> Encoder:
    """The packed encoder as the program runs it."""
    words = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    numbers = {word: number for number, word in enumerate(words) if word}
    return Encoder(WordPieces(numbers), read_arrays((folder / "encoder.bin").read_bytes(), len(numbers)))


def encoder_totals(encoder: Encoder, items: Sequence[Labelled]) -> np.ndarray:
    """What the encoder says; nought where it does not read the language."""
    totals = np.zeros(len(items))
    read = [at for at, one in enumerate(items) if group_of(one.sentence.lang) != "far"]
    totals[read] = encoder.totals([items[at].sentence for at in read])
    return totals


def blend_of(group: str, items: Sequence[Labelled], linear: np.ndarray, encoder: np.ndarray) -> Blend:
    """How much each reading counts in one group, and its line."""
    truth = np.array([one.sensitive for one in items])
    shown = np.column_stack([linear, encoder, *_seen(items)])
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(shown, truth)
    slope, of_encoder, of_packs, *of_kinds = (float(weight) for weight in model.coef_[0])
    kinds = {name: weight / slope for name, weight in zip(KINDS, of_kinds, strict=True)}
    open_line = Blend(slope, 0.0, of_encoder / slope, of_packs / slope, kinds)
    line = Scored(items, _totals(open_line, items, linear, encoder), truth).line(WORKING[group])
    return Blend(slope, line, open_line.encoder, open_line.packs, kinds)


def _seen(items: Sequence[Labelled]) -> Iterator[np.ndarray]:
    yield np.array([one.sentence.packs for one in items])
    for kind in KINDS:
        yield np.array([float(one.sentence.kind == kind) for one in items])


def _totals(blend: Blend, items: Sequence[Labelled], linear: np.ndarray, encoder: np.ndarray) -> np.ndarray:
    three = zip(items, linear, encoder, strict=True)
    return np.array([blend.total(one, other, item.sentence) for item, one, other in three])


def blended(
    blends: Mapping[str, Blend], items: Sequence[Labelled], linear: np.ndarray, encoder: np.ndarray
) -> np.ndarray:
    """The score of each sentence, as the program would give it."""
    scores = np.zeros(len(items))
    for group, blend in blends.items():
        at = [place for place, one in enumerate(items) if group_of(one.sentence.lang) == group]
        totals = _totals(blend, [items[place] for place in at], linear[at], encoder[at])
        scores[at] = [blend.score(total) for total in totals]
    return scores
