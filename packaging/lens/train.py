"""Fit the lens's linear judge on labelled texts and write resources/lens. Run by ``make train-lens``.

The lines of the card come from folds by text: each sentence scored by a judge that never saw its text.
"""

from __future__ import annotations

import argparse
import collections
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from fitting import Fitted, fit, weights_of  # noqa: E402
from measuring import WORKING, Judging, Scored, report, scored_by_folds, working_lines  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from texts import Labelled, labelled, read_folders  # noqa: E402

from intake.screening.judgement.linear import LinearJudge  # noqa: E402

FOLDS = 5
NO_LINES = dict.fromkeys(WORKING, 0.0)


def judging(items: Sequence[Labelled]) -> Judging:
    """A linear judge fitted on ``items``, exactly as it would be shipped, without lines."""
    judge = LinearJudge(weights_of(fit(items), 1.0, NO_LINES))
    return lambda away: [judge.total(one.sentence) for one in away]


def slope_of(scored: Scored) -> float:
    """How steeply the share of sensitive sentences rises with the sum."""
    model = LogisticRegression(C=1e6).fit(scored.scores[:, None], scored.sensitive)
    return float(model.coef_[0][0])


def card_text(fitted: Fitted, scored: Scored, items: Sequence[Labelled]) -> str:
    """The card as TOML: for people first, then for the program."""
    counts = collections.Counter(one.text.lang for one in items)
    table = fitted.card(slope_of(scored), {name: float(line) for name, line in working_lines(scored).items()})
    rows = [
        "# Card of linear.bin. Written by packaging/lens/train.py; the figures and limits are in docs/lens.md.",
        'licence = "the licence of this program; fitted on made-up texts alone"',
        'caution = "No figure from these texts is a safety rate. Nobody may rely on the lens to find everything."',
        f"sentences = {len(items)}",
        f"sensitive = {sum(one.sensitive for one in items)}",
        "languages = { " + ", ".join(f'"{lang}" = {n}' for lang, n in sorted(counts.items())) + " }",
        "# The score is 0.5 where this share of harmless sentences (percent) is marked in texts it was not fitted on.",
        "working_share = { " + ", ".join(f"{name} = {share}" for name, share in WORKING.items()) + " }",
        f'sha256 = "{table["sha256"]}"',
        f"slope = {table['slope']!r}",
    ]
    for key in ("group_steps", "kind_steps", "kind_biases"):
        rows += [f"{key} = [", *(f"  {float(number)!r}," for number in np.array(table[key])), "]"]
    rows += ["", "[lines]", *(f"{name} = {line!r}" for name, line in sorted(dict(table["lines"]).items()))]
    return "\n".join(rows) + "\n"


def main() -> int:
    """Measure by folds, fit on everything, write the weights and their card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled texts")
    parser.add_argument("--into", type=Path, default=_ROOT / "resources" / "lens")
    given = parser.parse_args()
    items = labelled(read_folders(given.folders))
    scored = scored_by_folds(items, judging, FOLDS, range(FOLDS))
    print("\n".join(report(scored)))
    fitted = fit(items)
    (given.into / "linear.bin").write_bytes(fitted.packed)
    (given.into / "card.toml").write_text(card_text(fitted, scored, items), encoding="utf-8")
    print(f"\n{len(items)} sentences; linear.bin {len(fitted.packed)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
