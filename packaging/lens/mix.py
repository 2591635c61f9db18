"""Set the encoder's shares and lines in the card, from the fold whose texts it was never fitted on.

``mix.py FOLDER ...`` with the same folders it was fitted from. The linear part is fitted again without that fold.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import numpy as np

_ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from measuring import WORKING, Scored, group_of, report  # noqa: E402
from texts import fold_of, labelled, read_folders  # noqa: E402
from train import FOLDS, judging, slope_of  # noqa: E402

from intake.screening.judgement.encoder import Encoder, read_arrays  # noqa: E402
from intake.screening.judgement.word_pieces import WordPieces  # noqa: E402

SHARES = {"en": 0.5, "es": 0.35}
"""How much of the two together is the encoder, once both are spread alike."""


def main() -> int:
    """Print the tables of the two together and write the encoder's part of the card."""
    items = labelled(read_folders([Path(one) for one in sys.argv[1:]]))
    away = [one for one in items if fold_of(one.text, FOLDS) == 0]
    folder = _ROOT / "resources" / "lens"
    vocabulary = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    numbers = {word: number for number, word in enumerate(vocabulary) if word}
    raw = (folder / "encoder.bin").read_bytes()
    encoder = Encoder(WordPieces(numbers), read_arrays(raw, len(numbers)))
    linear = np.array(judging([one for one in items if fold_of(one.text, FOLDS)])(away))
    total = linear.copy()
    read = [at for at, one in enumerate(away) if group_of(one) in SHARES]
    read_totals = np.array(encoder.totals([away[at].sentence for at in read]))
    ratio = float(linear[read].std() / read_totals.std())
    shares = {name: share / (1 - share) * ratio for name, share in SHARES.items()}
    total[read] += [shares[group_of(away[at])] * value for at, value in zip(read, read_totals, strict=True)]
    scored = Scored(away, total, np.array([one.sensitive for one in away]))
    print("\n".join(report(scored)))
    lines = {g: scored.where(lambda one, g=g: group_of(one) == g).line(WORKING[g]) for g in SHARES}
    near = scored.where(lambda one: group_of(one) in SHARES)
    card = folder / "card.toml"
    kept = card.read_text(encoding="utf-8").split("\n[encoder]")[0].rstrip("\n")
    rows = [
        "[encoder]",
        'made_from = "all-MiniLM-L6-v2 by sentence-transformers; the upper three layers fitted on the same texts"',
        'licence = "Apache-2.0"',
        f'sha256 = "{hashlib.sha256(raw).hexdigest()}"',
        f"slope = {slope_of(near)!r}",
        "shares = { " + ", ".join(f"{name} = {share!r}" for name, share in shares.items()) + " }",
        "lines = { " + ", ".join(f"{name} = {line!r}" for name, line in lines.items()) + " }",
    ]
    card.write_text("\n".join([kept, "", *rows]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
