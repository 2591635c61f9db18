"""How much the lens's judge catches in texts it was not fitted on, by folds of whole texts.

Run ``python tests/benchmarks/bench_lens.py FOLDER ...`` with folders of labelled texts (tests/data/lens, and any
other; also from FORTHRIGHT_LENS_TEXTS, parted by the path separator) in an environment with numpy, scipy and
scikit-learn. ``--share 50`` fits on half of the other folds' texts, ``--words`` measures a plain list of words
instead, ``--fit-only FOLDER`` adds texts that are learned from and never measured.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(_ROOT / "packaging" / "lens")]

WORDS = [
    "escort",
    "sex",
    "prostitut",
    "hooker",
    "trick",
    "john",
    "pimp",
    "brothel",
    "client",
    "massage",
    "stripper",
    "webcam",
    "onlyfans",
    "condom",
    "bareback",
    "meth",
    "coke",
    "cocaine",
    "heroin",
    "fentanyl",
    "weed",
    "xanax",
    "dealer",
    "high",
    "methadone",
    "undocumented",
    "visa",
    "deport",
    "ice",
    "immigration",
    "asylum",
    "passport",
    "arrest",
    "warrant",
    "probation",
    "parole",
    "jail",
    "gun",
    "knife",
    "fake",
    "license",
    "squat",
    "tent",
    "hiv",
    "prep",
    "hepatitis",
    "pregnan",
    "abortion",
    "custody",
    "cps",
    "welfare",
    "section",
    "tax",
    "hormone",
    "trans",
    "bipolar",
    "prostituta",
    "cliente",
    "droga",
    "migra",
    "papeles",
    "visado",
    "carcel",
    "pistola",
    "vih",
    "aborto",
]
"""The plain list that the judge is held against: words and stems that anybody would think of."""


def _words_judge(_items: Any) -> Any:
    pattern = re.compile(r"\b(?:" + "|".join(WORDS) + ")", re.IGNORECASE)
    return lambda items: [float(len(pattern.findall(one.sentence.text))) for one in items]


def _linear_judge(fitting: Any, share: int) -> Any:
    from intake.screening.judgement.linear import LinearJudge

    def fit(items: Any) -> Any:
        kept = [one for one in items if _kept(one.text.group, share)]
        weights = fitting.weights_of(fitting.fit(kept), slope=1.0, lines={"en": 0.0, "es": 0.0, "other": 0.0})
        judge = LinearJudge(weights)
        return lambda away: [judge.total(one.sentence) for one in away]

    return fit


def _kept(group: str, share: int) -> bool:
    import zlib

    return zlib.crc32(f"kept {group}".encode()) % 100 < share


def main() -> int:
    """Print the tables; nothing is written."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--fit-only", nargs="*", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--share", type=int, default=100)
    parser.add_argument("--words", action="store_true")
    given = parser.parse_args()
    named = os.environ.get("FORTHRIGHT_LENS_TEXTS", "")
    folders = given.folders or [Path(one) for one in named.split(os.pathsep) if one]
    if not folders or not importlib.util.find_spec("sklearn"):
        sys.stdout.write("lens: name folders of labelled texts, in an environment with the training libraries\n")
        return 0
    texts, measuring, fitting = (importlib.import_module(name) for name in ("texts", "measuring", "fitting"))
    items = texts.labelled(texts.read_folders(folders))
    extra = texts.labelled(texts.read_folders(given.fit_only, known=texts.read_folders(folders)))
    fit = _words_judge if given.words else _linear_judge(fitting, given.share)
    only = given.only or range(given.folds)
    start = time.monotonic()
    scored = measuring.scored_by_folds(items, lambda rest: fit([*rest, *extra]), given.folds, only)
    for line in measuring.report(scored):
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"\n{len(items)} sentences, {len(extra)} fitted on only, {time.monotonic() - start:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
