"""Put the linear judge, the encoder and the packs on one line, by texts that no part was fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from measuring import scored
from sklearn.linear_model import LogisticRegression
from texts import Labelled, by_who_wrote_packs, is_echoed

from intake.screening.judgement.both import Blend, group_of
from intake.screening.judgement.encoder import Encoder, read_arrays
from intake.screening.judgement.glosses import Glosses, glosses_of
from intake.screening.judgement.word_pieces import WordPieces

WORKING = {"en": 10, "es": 10, "near": 15, "far": 15}
"""The share of harmless sentences, in percent, above the line of each group."""
KINDS = ("field", "fact")
"""Kinds of text that are more or less often sensitive than a narrative that reads alike."""
STRENGTH = 1.0


def read_encoder(folder: Path, name: str) -> Encoder:
    """A packed encoder as the program runs it."""
    numbers = read_vocabulary(folder)
    return Encoder(WordPieces(numbers), read_glosses(folder), read_arrays((folder / name).read_bytes(), len(numbers)))


def read_vocabulary(folder: Path) -> Mapping[str, int]:
    """The pieces of words that the encoder knows, with their numbers."""
    words = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return {word: number for number, word in enumerate(words) if word}


def read_glosses(folder: Path) -> Glosses:
    """The English of Spanish words, as the program uses it."""
    return Glosses(glosses_of((folder / "spanish.tsv").read_text(encoding="utf-8")), read_vocabulary(folder))


def encoder_totals(encoder: Encoder, items: Sequence[Labelled]) -> np.ndarray:
    """What the encoder says; nought where it does not read the language."""
    totals = np.zeros(len(items))
    read = [at for at, one in enumerate(items) if group_of(one.sentence.lang) != "far"]
    totals[read] = [first for first, *_ in encoder.read([items[at].sentence for at in read])]
    return totals


def blend_of(group: str, items: Sequence[Labelled], linear: np.ndarray, encoders: np.ndarray) -> Blend:
    """How much each reading counts in one group, and its line. ``encoders`` has a column for each.

    Texts by those who wrote the packs do not tell how far the packs reach, and near pairs and other texts of which
    each harmless side tempts on purpose do not tell how often harmless sentences are marked: the line is drawn on all
    but them.
    """
    truth = np.array([one.sensitive for one in items])
    shown = np.column_stack([linear, encoders, *_seen(items)])
    others = [at for at, one in enumerate(items) if not by_who_wrote_packs(one.text)]
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(shown[others], truth[others])
    slope, *weights = (float(weight) for weight in model.coef_[0])
    *read, packs, field, fact = (weight / slope for weight in weights)
    blend = Blend(slope, 0.0, tuple(read), packs, {"field": field, "fact": fact})
    reached = scored(items, _totals(blend, items, linear, encoders))
    return replace(blend, line=reached.where(lambda one: not is_echoed(one.text)).line(WORKING[group]))


def _seen(items: Sequence[Labelled]) -> Iterator[np.ndarray]:
    yield np.array([one.sentence.packs for one in items])
    for kind in KINDS:
        yield np.array([float(one.sentence.kind == kind) for one in items])


def _totals(blend: Blend, items: Sequence[Labelled], linear: np.ndarray, encoders: np.ndarray) -> list[float]:
    three = zip(items, linear, encoders, strict=True)
    return [blend.total(one, others, item.sentence) for item, one, others in three]


def blended(
    blends: Mapping[str, Blend], items: Sequence[Labelled], linear: np.ndarray, encoders: np.ndarray
) -> np.ndarray:
    """The score of each sentence, as the program would give it."""
    scores = np.zeros(len(items))
    for group, blend in blends.items():
        at = [place for place, one in enumerate(items) if group_of(one.sentence.lang) == group]
        totals = _totals(blend, [items[place] for place in at], linear[at], encoders[at])
        scores[at] = [blend.score(total) for total in totals]
    return scores
