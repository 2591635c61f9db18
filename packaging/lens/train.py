"""Fit the lens's linear judge, put all readings on one line, and write resources/lens. Run by ``make train-lens``.

Fold 0 is kept away from all that is shipped, so that its texts can tell how good that is. The lines of the languages
that only the linear judge reads come from all five folds, each scored by a judge that never saw its texts.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from blending import WORKING, blend_of, blended, encoder_totals, read_encoder, read_glosses  # noqa: E402
from fitting import Fitted, fit, weights_of  # noqa: E402
from measuring import Judging, report, scored, scored_by_folds  # noqa: E402
from own_sentences import own_sentences  # noqa: E402
from texts import Labelled, fold_of, read_labelled  # noqa: E402

from intake.screening.judgement.both import Blend, group_of  # noqa: E402
from intake.screening.judgement.glosses import Glosses  # noqa: E402
from intake.screening.judgement.linear import LinearJudge  # noqa: E402

FOLDS = 5
LINES = {"en": 0.5, "es": 0.5, "other": 0.5}


def judging(fitted: Fitted, glosses: Glosses) -> Judging:
    """The linear judge exactly as it would be shipped."""
    judge = LinearJudge(weights_of(fitted), glosses)

    def judged(away: Sequence[Labelled]) -> list[float]:
        readings = [judge.read(one.sentence) for one in away]
        return [reading.total if reading else 0.0 for reading in readings]

    return judged


def card_text(
    fitted: Fitted,
    spanish: bytes,
    encoders: Mapping[str, bytes],
    blends: Mapping[str, Blend],
    items: Sequence[Labelled],
) -> str:
    """The card as TOML: for people first, then for the program."""
    counts = collections.Counter(one.text.lang for one in items)
    rows = [
        "# Card of the lens's judge. Written by packaging/lens/train.py; figures and limits are in docs/lens.md.",
        'caution = "No figure from these texts is a safety rate. Nobody may rely on the lens to find everything."',
        'licence = "linear.bin: the licence of this program; fitted on made-up texts alone"',
        f"sentences = {len(items)}",
        f"sensitive = {sum(one.sensitive for one in items)}",
        "languages = { " + ", ".join(f'"{lang}" = {n}' for lang, n in sorted(counts.items())) + " }",
        "# The score is 0.5 where this share of harmless sentences (percent) is marked in texts it was not fitted on.",
        "working_share = { " + ", ".join(f"{name} = {share}" for name, share in WORKING.items()) + " }",
        f'sha256 = "{fitted.sha256}"',
        f'spanish_sha256 = "{hashlib.sha256(spanish).hexdigest()}"',
    ]
    for key in ("group_steps", "kind_steps", "kind_biases"):
        rows += [f"{key} = [", *(f"  {float(number)!r}," for number in np.array(fitted.card()[key])), "]"]
    for name, raw in encoders.items():
        rows += ["", "[[encoders]]", f'file = "{name}"']
        rows += ['made_from = "all-MiniLM-L6-v2 by sentence-transformers; fitted on the same texts"']
        rows += ['licence = "Apache-2.0, see LICENSE-encoder.txt"', f'sha256 = "{hashlib.sha256(raw).hexdigest()}"']
    for group, blend in blends.items():
        kinds = ", ".join(f"{kind} = {weight!r}" for kind, weight in blend.kinds.items())
        rows += ["", f"[blend.{group}]", f"slope = {blend.slope!r}", f"line = {float(blend.line)!r}"]
        rows += [f"encoders = {list(blend.encoders)!r}", f"packs = {blend.packs!r}", f"kinds = {{ {kinds} }}"]
    return "\n".join(rows) + "\n"


def _blends(items: Sequence[Labelled], linear: np.ndarray, totals: np.ndarray) -> dict[str, Blend]:
    found = {}
    for group in WORKING:
        at = [
            place
            for place, one in enumerate(items)
            if group_of(one.sentence.lang) == group and (group == "far" or fold_of(one.text, FOLDS) == 0)
        ]
        found[group] = blend_of(group, [items[place] for place in at], linear[at], totals[at])
    return found


def _as_it_is(folder: Path) -> Fitted:
    card = tomllib.loads((folder / "card.toml").read_text(encoding="utf-8"))
    return Fitted((folder / "linear.bin").read_bytes(), card["group_steps"], card["kind_steps"], card["kind_biases"])


def main() -> int:
    """Fit on all but fold 0, measure, write the weights and their card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled texts")
    parser.add_argument("--into", type=Path, default=_ROOT / "resources" / "lens", help="where the encoders lie")
    parser.add_argument("--folds", type=int, nargs="*", default=[1, 2, 3, 4], help="folds to measure besides fold 0")
    parser.add_argument("--encoders", nargs="+", default=["encoder.bin"], help="packed encoders in that folder")
    parser.add_argument("--keep-linear", action="store_true", help="only put the readings on one line anew")
    given = parser.parse_args()
    items, glosses = read_labelled(given.folders, own_sentences()), read_glosses(given.into)
    kept = [one for one in items if fold_of(one.text, FOLDS)]
    away = [one for one in items if not fold_of(one.text, FOLDS)]
    fitted = _as_it_is(given.into) if given.keep_linear else fit(kept, glosses)
    (given.into / "linear.bin").write_bytes(fitted.packed)
    linear = scored(away, judging(fitted, glosses)(away))
    others = scored_by_folds(items, lambda some: judging(fit(some, glosses), glosses), FOLDS, given.folds)
    every = scored([*away, *others.items], [*linear.scores, *others.scores])
    print(f"# The linear judge alone, folds 0 {given.folds}", *report(every), sep="\n")
    encoders = {name: (given.into / name).read_bytes() for name in given.encoders}
    totals = np.zeros((len(every.items), len(encoders)))
    for at, name in enumerate(encoders):
        totals[: len(away), at] = encoder_totals(read_encoder(given.into, name), away)
    blends = _blends(every.items, every.scores, totals)
    scores = blended(blends, away, linear.scores, totals[: len(away)])
    print("\n# As shipped, fold 0", *report(scored(away, list(scores)), LINES), sep="\n")
    card = card_text(fitted, (given.into / "spanish.tsv").read_bytes(), encoders, blends, kept)
    (given.into / "card.toml").write_text(card, encoding="utf-8")
    print(f"\n{len(kept)} sentences; linear.bin {len(fitted.packed)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
