"""How much the lens catches in texts it was not fitted on, and how fast it reads.

``python tests/benchmarks/bench_lens.py FOLDER ...`` with folders of labelled texts (tests/data/lens, and any other; also
from FORTHRIGHT_LENS_TEXTS, parted by the path separator) measures the shipped lens on fold 0, which nothing of it was
fitted on. ``--words`` measures a plain list of words instead, on every fold. ``--linear`` fits the linear judge by folds
(needs scipy and scikit-learn); with it ``--share 50`` learns from half of the other folds' texts, ``--fit-only FOLDER``
adds texts that are learned from and never measured, and ``--only 0 1`` measures on these folds alone.
"""

# ruff: noqa: SIM905 - words as running text
from __future__ import annotations

import argparse
import importlib
import math
import os
import re
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(_ROOT / "packaging" / "lens")]

FOLDS = 5
WORDS = (
    "escort sex prostitut hooker trick john pimp brothel client massage stripper webcam onlyfans condom "
    "bareback meth coke cocaine heroin fentanyl weed xanax dealer high methadone undocumented visa deport ice "
    "immigration asylum passport arrest warrant probation parole jail gun knife fake license squat tent hiv "
    "prep hepatitis pregnan abortion custody cps welfare section tax hormone trans bipolar prostituta cliente "
    "droga migra papeles visado carcel pistola vih aborto"
).split()
"""The plain list that the judge is held against: words and stems that anybody would think of."""


def _by_words(items: Any) -> Any:
    pattern = re.compile(r"\b(?:" + "|".join(WORDS) + ")", re.IGNORECASE)
    return [float(len(pattern.findall(one.sentence.text))) for one in items]


def _linear(measuring: Any, texts: Any, items: Any, given: argparse.Namespace) -> Any:
    train, fitting = importlib.import_module("train"), importlib.import_module("fitting")
    glosses = importlib.import_module("blending").read_glosses(_ROOT / "resources" / "lens")
    extra = [one for one in texts.read_labelled(given.fit_only) if one.text.text not in {o.text.text for o in items}]

    def fit(some: Any) -> Any:
        kept = [one for one in some if zlib.crc32(f"kept {one.text.group}".encode()) % 100 < given.share]
        sys.stdout.write(f"fitted on {len(kept) + len(extra)} sentences\n")
        return train.judging(fitting.fit([*kept, *extra], glosses), glosses)

    return measuring.scored_by_folds(items, fit, FOLDS, given.only or range(FOLDS))


def _shipped(measuring: Any, items: Any) -> Any:
    """Each sentence scored by the lens as the program opens it."""
    from intake.actions.screening.open_lens import open_lens

    judge = open_lens().judge
    assert judge is not None, "the weights in resources/lens cannot be read"
    scores = [one.score for one in judge.judge([one.sentence for one in items])]
    return measuring.scored(items, scores)


def _speed(items: Any) -> None:
    """Sentences a second through the whole lens, beside a yardstick that tells how busy the machine is."""
    from intake.actions.screening.open_lens import open_lens

    texts = list(dict.fromkeys(one.text.text for one in items))[:400]
    lens = open_lens()
    letters = sum(len(text.encode()) for text in texts)
    for name, one in (("packs alone", replace(lens, judge=None)), ("packs and judge", lens)):
        one.screen(texts[0])
        start = time.process_time()
        sentences = sum(len(one.screen(text).sentences) for text in texts)
        took = time.process_time() - start
        sys.stdout.write(f"{name}: {sentences / took:.0f} sentences a second, {letters / took / 1e6:.2f} MB a second\n")
    start = time.process_time()
    sum(math.sqrt(number) for number in range(3_000_000))
    yard = time.process_time() - start
    sys.stdout.write(f"yardstick: 3 million roots in {yard:.2f} s of processor time\n")


def main() -> int:
    """Print the tables; nothing is written."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--fit-only", nargs="*", type=Path, default=[])
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--share", type=int, default=100)
    parser.add_argument("--linear", action="store_true")
    parser.add_argument("--words", action="store_true")
    given = parser.parse_args()
    named = os.environ.get("FORTHRIGHT_LENS_TEXTS", "")
    folders = given.folders or [Path(one) for one in named.split(os.pathsep) if one]
    texts, measuring = (importlib.import_module(name) for name in ("texts", "measuring"))
    items = texts.read_labelled(folders or [_ROOT / "tests" / "data" / "lens"])
    lines = None
    if given.linear:
        scored = _linear(measuring, texts, items, given)
    elif given.words:
        scored = measuring.scored(items, _by_words(items))
    else:
        items = [one for one in items if texts.fold_of(one.text, FOLDS) == 0]
        scored, lines = _shipped(measuring, items), dict.fromkeys(measuring.WORKING, 0.5)
    for line in measuring.report(scored, lines):
        sys.stdout.write(line + "\n")
    if not given.linear and not given.words:
        _speed(items)
    return 0


if __name__ == "__main__":
    sys.exit(main())
