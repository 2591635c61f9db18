"""Fit the linear judge. Needs numpy, scipy and scikit-learn, which are no part of the program."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from texts import Labelled

from intake.screening.judgement.glosses import Glosses
from intake.screening.judgement.linear import GROUP_BITS, KIND_BITS, KIND_ROWS, LinearWeights, group_places, kind_places
from intake.screening.judgement.load import read_weights
from intake.screening.judgement.model import CATEGORIES, SentenceIn

GROUP_SCALES = (1.0, 1.0, 1.0, 0.3)
CUT_OUT_WEIGHT = 0.5
STRENGTH, KIND_STRENGTH = 8.0, 3.0
_STARTS = np.cumsum([0, *(1 << bits for bits in GROUP_BITS)])


@dataclass(frozen=True, slots=True)
class Fitted:
    """The tables as shipped, and the numbers of the card."""

    packed: bytes
    group_steps: Sequence[float]
    kind_steps: Sequence[float]
    kind_biases: Sequence[float]

    @property
    def sha256(self) -> str:
        """What the card says the weights are."""
        return hashlib.sha256(self.packed).hexdigest()

    def card(self) -> dict[str, object]:
        """The part of the card that the program reads."""
        return {
            "sha256": self.sha256,
            "group_steps": list(self.group_steps),
            "kind_steps": list(self.kind_steps),
            "kind_biases": list(self.kind_biases),
        }


def weights_of(fitted: Fitted) -> LinearWeights:
    """The fitted tables as the program reads them."""
    return read_weights(fitted.card(), fitted.packed)


def fit(items: Sequence[Labelled], glosses: Glosses) -> Fitted:
    """Fit both tables on labelled sentences and round them to signed bytes."""
    tables, steps = _main_tables(items, glosses)
    kinds, kind_steps, biases = _kind_table([one for one in items if one.spans], glosses)
    raw = b"".join([*(table.tobytes() for table in tables), kinds.tobytes()])
    return Fitted(zlib.compress(raw, 9), steps, kind_steps, biases)


def _main_tables(items: Sequence[Labelled], glosses: Glosses) -> tuple[list[np.ndarray], list[float]]:
    disclosed, cleared = cut_outs(items)
    sentences = [*(one.sentence for one in items), *disclosed, *cleared]
    truth = np.array([*(one.sensitive for one in items), *([True] * len(disclosed)), *([False] * len(cleared))])
    weight = np.r_[np.ones(len(items)), np.full(len(truth) - len(items), CUT_OUT_WEIGHT)]
    marks = _matrix([group_places(glosses.told(one)) for one in sentences])
    ratio = _log_ratio(marks, truth)
    marks = marks @ sp.diags(ratio)
    used = np.unique(marks.indices)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=60, tol=1e-3, random_state=0)
    model.fit(marks[:, used], truth, sample_weight=weight)
    full = np.zeros(marks.shape[1])
    full[used] = model.coef_[0] * ratio[used]
    found = [_rounded(full[_STARTS[g] : _STARTS[g + 1]] * scale) for g, scale in enumerate(GROUP_SCALES)]
    return [table for table, _ in found], [step for _, step in found]


def _log_ratio(marks: sp.csr_matrix, truth: np.ndarray) -> np.ndarray:
    """How much a mark's presence alone tells: the weights are fitted on top of it."""
    there = marks > 0
    yes = np.asarray(there[truth].sum(0)).ravel() + 1.0
    no = np.asarray(there[~truth].sum(0)).ravel() + 1.0
    return np.abs(np.log((yes / yes.sum()) / (no / no.sum()))).astype(np.float32)


def _matrix(rows: Sequence[Sequence[Sequence[int]]]) -> sp.csr_matrix:
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for groups in rows:
        for start, scale, at in zip(_STARTS, GROUP_SCALES, groups, strict=False):
            places += [int(start) + place for place in at]
            values += [scale / max(len(at), 1) ** 0.5] * len(at)
        ends.append(len(places))
    shape = (len(rows), int(_STARTS[-1]))
    return sp.csr_matrix((np.array(values, np.float32), np.array(places, np.int32), np.array(ends)), shape=shape)


def _rounded(values: np.ndarray) -> tuple[np.ndarray, float]:
    """Signed bytes, and what one unit is worth; the rare largest values are cut off."""
    largest = float(np.abs(values).max()) or 1.0
    kept = values[values != 0]
    limit = max(float(np.quantile(np.abs(kept), 0.9995)), largest / 4) if len(kept) else largest
    step = limit / 127
    return np.clip(np.rint(values / step), -127, 127).astype(np.int8), step


def cut_outs(items: Sequence[Labelled]) -> tuple[list[SentenceIn], list[SentenceIn]]:
    """What was marked, alone, as sensitive; and the sentence without it, or in neutral words, as harmless."""
    disclosed: list[SentenceIn] = []
    cleared: list[SentenceIn] = []
    for one in items:
        said = one.sentence
        if not one.spans:
            continue
        short = [s for s in one.spans if s.end - s.start < 0.8 * len(said.text)]
        disclosed += [SentenceIn(said.text[s.start : s.end], "", said.lang, said.kind) for s in short]
        cleared += [SentenceIn(text, said.before, said.lang, said.kind) for text in without_spans(one)]
    return disclosed, cleared


def without_spans(one: Labelled) -> Iterator[str]:
    """What is left of a sentence without its spans, and the sentence in neutral words."""
    text, left, neutral, at = one.sentence.text, "", "", 0
    for span in one.spans:
        left += text[at : span.start]
        neutral += text[at : span.start] + (span.neutral or "")
        at = span.end
    left, neutral = left + text[at:], neutral + text[at:]
    if sum(map(str.isalpha, left)) > 8:  # noqa: PLR2004 - fewer letters are no sentence
        yield left
    if one.text.reword:
        yield one.text.reword
    elif all(span.neutral for span in one.spans):
        yield neutral


def _kind_table(items: Sequence[Labelled], glosses: Glosses) -> tuple[np.ndarray, list[float], list[float]]:
    rows = [kind_places(glosses.told(one.sentence)) for one in items]
    ends = np.cumsum([0, *map(len, rows)])
    values = np.concatenate([np.full(len(at), max(len(at), 1) ** -0.5, np.float32) for at in rows])
    marks = sp.csr_matrix((values, np.concatenate(rows).astype(np.int32), ends), shape=(len(rows), 1 << KIND_BITS))
    table = np.zeros((KIND_ROWS, 1 << KIND_BITS), np.int8)
    steps, biases = [1.0] * KIND_ROWS, [-50.0] * KIND_ROWS
    for row in range(KIND_ROWS):
        truth = np.array([_is(one, row) for one in items])
        if 0 < truth.sum() < len(truth):
            model = LogisticRegression(C=KIND_STRENGTH, solver="liblinear", max_iter=40, tol=1e-2, random_state=0)
            model.fit(marks, truth)
            table[row], steps[row] = _rounded(model.coef_[0])
            biases[row] = float(model.intercept_[0])
    return table, steps, biases


def _is(one: Labelled, row: int) -> bool:
    if row == len(CATEGORIES):
        return all(span.subject == "associate" for span in one.spans)
    return any(span.category == CATEGORIES[row] for span in one.spans)
